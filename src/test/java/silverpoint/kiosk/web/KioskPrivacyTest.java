package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No frame of a guest is in the running kiosk's memory, used or freed, or on its disk once the
 * session is over. The guest's pictures carry rows of chance, which are looked for. {@code
 * scripts/test-booth} runs it; {@code -Dprivacy.sessions=20} has more guests before the search.
 */
@Tag("booth")
class KioskPrivacyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MARK_BYTES = 48;
  private static final int SESSIONS = Integer.getInteger("privacy.sessions", 1);

  private final byte[] row = new byte[StagedHall.rowBytes()];

  @TempDir private Path dir;

  @Test
  void afterASessionNeitherMemoryNorDiskHoldsAFrame() throws IOException, InterruptedException {
    new Random(20).nextBytes(row);
    StagedHall hall = new StagedHall(dir.resolve("hall"), row);
    Map<String, String> brief =
        Map.of(
            "steadyS", "0",
            "countdownS", "10",
            "captureS", "30",
            "sketchS", "300",
            "reviewS", "3",
            "queuedS", "2",
            "doneS", "2",
            "leftS", "60",
            "handsFreeConsentS", "1");
    try (KioskProcess kiosk =
        new KioskProcess(
            dir.resolve("home"),
            brief,
            "--camera",
            hall.camera(),
            "--hands-free",
            "--pace",
            "30")) {
      hall.guestComes();
      kiosk.await("countdown");
      assertThat(marks(kiosk.heap("during")))
          .as("frames in the heap while the guest is framed: the search finds what is there")
          .isPositive();
      assertThat(kiosk.memory().find(mark())).as("and in all of its memory").isNotEmpty();
      awaitEnd(hall, kiosk);
      for (int session = 2; session <= SESSIONS; session++) {
        hall.guestComes();
        kiosk.await("countdown");
        awaitEnd(hall, kiosk);
      }
      assertThat(marks(kiosk.heap("after"))).as("frames in the heap after the session").isZero();
      assertForgotten(kiosk);
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

  private static void awaitEnd(StagedHall hall, KioskProcess kiosk)
      throws IOException, InterruptedException {
    kiosk.await("done");
    hall.guestLeaves();
    kiosk.await("attract");
    awaitNobody(kiosk);
  }

  /** Waits until the camera's newest picture has nobody in it. */
  private static void awaitNobody(KioskProcess kiosk) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(kiosk.address("/api/v1/visitor/status"))).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      long endNs = System.nanoTime() + PATIENCE.toNanos();
      String told = "";
      while (!told.contains("\"faces\":[]")) {
        assertThat(System.nanoTime()).as("still " + told).isLessThan(endNs);
        told = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      }
    }
  }

  /** Waits until freed memory, too, holds no frame. */
  private void assertForgotten(KioskProcess kiosk) throws IOException {
    long endNs = System.nanoTime() + PATIENCE.toNanos();
    List<String> found = kiosk.memory().find(mark());
    while (!found.isEmpty()) {
      assertThat(System.nanoTime()).as("frames in freed memory: " + found).isLessThan(endNs);
      found = kiosk.memory().find(mark());
    }
  }

  private byte[] mark() {
    return Arrays.copyOfRange(row, 600, 600 + MARK_BYTES);
  }

  /** How often a marked row lies in a file. */
  private int marks(Path file) throws IOException {
    byte[] mark = mark();
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
}
