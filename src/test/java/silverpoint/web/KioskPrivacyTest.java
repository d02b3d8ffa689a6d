package silverpoint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * No frame of a guest is in the running kiosk's heap or on its disk once the session is over. The
 * guest's pictures carry rows of chance, which are looked for. {@code scripts/test-booth} runs it.
 */
@EnabledIfSystemProperty(named = "booth.session", matches = "true")
class KioskPrivacyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int MARKED_ROW = 460;
  private static final int MARK_BYTES = 48;

  private final byte[] row = new byte[3 * WIDTH];

  @TempDir private Path dir;

  @Test
  void afterASessionNeitherHeapNorDiskHoldsAFrame() throws IOException, InterruptedException {
    new Random(20).nextBytes(row);
    Path pictures = Files.createDirectory(dir.resolve("pictures"));
    for (int i = 0; i < 16; i++) {
      boolean guest = i == 1 || i == 2;
      ImageIO.write(picture(guest), "png", pictures.resolve("%02d.png".formatted(i)).toFile());
    }
    Map<String, String> brief =
        Map.of(
            "steadyS",
            "0",
            "countdownS",
            "2",
            "reviewS",
            "3",
            "queuedS",
            "2",
            "doneS",
            "2",
            "leftS",
            "60",
            "handsFreeConsentS",
            "1");
    try (KioskProcess kiosk =
        new KioskProcess(
            Files.createDirectory(dir.resolve("home")),
            brief,
            "--camera",
            pictures.toString(),
            "--hands-free",
            "--pace",
            "30")) {
      await(kiosk, "FRAMING", "COUNTDOWN");
      assertThat(marks(kiosk.heap("during")))
          .as("frames in the heap while the guest is framed: the search finds what is there")
          .isPositive();
      await(kiosk, "DONE", "RETURNING", "ERASE");
      await(kiosk, "ATTRACT");
      assertThat(marks(kiosk.heap("after"))).as("frames in the heap after the session").isZero();
      assertThat(Files.readAllLines(kiosk.kernel("limits")))
          .anyMatch(line -> line.matches("Max core file size +0 +.*"));
      assertThat(openFiles(kiosk)).noneMatch(file -> file.endsWith(" (deleted)"));
      for (Path file : kiosk.written()) {
        assertThat(marks(file)).as("frames in " + file).isZero();
        assertThat(file.toString()).doesNotMatch(".*\\.(png|jpe?g|bmp|raw|hprof)");
        assertThat(startsAsPicture(file)).as(file + " is a picture").isFalse();
      }
      assertThat(kiosk.written()).map(Path::getFileName).map(Path::toString).contains("history.db");
    }
  }

  private static void await(KioskProcess kiosk, String... phases)
      throws IOException, InterruptedException {
    Pattern phase = Pattern.compile("\"phase\":\"([A-Z]+)\"");
    long endNs = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(kiosk.address("/api/v1/visitor/status"))).build();
      while (System.nanoTime() < endNs) {
        Matcher matcher =
            phase.matcher(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        last = matcher.find() ? matcher.group(1) : "";
        if (List.of(phases).contains(last)) {
          return;
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("never " + String.join(" or ", phases) + "; last " + last);
  }

  /** How often a marked row lies in a file. */
  private int marks(Path file) throws IOException {
    byte[] mark = Arrays.copyOfRange(row, 600, 600 + MARK_BYTES);
    int found = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      for (int i = 0; i + MARK_BYTES <= bytes.limit(); i++) {
        if (bytes.get(i) == mark[0]) {
          int same = 1;
          while (same < MARK_BYTES && bytes.get(i + same) == mark[same]) {
            same++;
          }
          found += same == MARK_BYTES ? 1 : 0;
        }
      }
    }
    return found;
  }

  private static List<String> openFiles(KioskProcess kiosk) throws IOException {
    try (Stream<Path> files = Files.list(kiosk.kernel("fd"))) {
      return files.map(KioskPrivacyTest::target).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // closed meanwhile
      return "";
    }
  }

  private static boolean startsAsPicture(Path file) throws IOException {
    byte[] start = Arrays.copyOf(Files.readAllBytes(file), 4);
    return (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xd8
        || start[1] == 'P' && start[2] == 'N';
  }

  /** A wall, or the bundled portrait before it with the marked row. */
  private BufferedImage picture(boolean guest) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int grey = 120 + 60 * (HEIGHT - y) / HEIGHT;
        image.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    if (guest) {
      BufferedImage portrait =
          ImageIO.read(new File("src/main/resources/silverpoint/demo/eileen-collins.png"));
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      double zoom = 1.5;
      graphics.translate(320 - zoom * 228, 205 - zoom * 130);
      graphics.scale(zoom, zoom);
      graphics.drawImage(portrait, 0, 0, null);
      graphics.dispose();
      for (int x = 0; x < WIDTH; x++) {
        int rgb = (row[3 * x] & 0xff) << 16 | (row[3 * x + 1] & 0xff) << 8 | row[3 * x + 2] & 0xff;
        image.setRGB(x, MARKED_ROW, rgb);
      }
    }
    return image;
  }
}
