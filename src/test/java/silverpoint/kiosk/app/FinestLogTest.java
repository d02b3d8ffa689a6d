package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.MachineState;

/**
 * A session on the whole kiosk while everything in the program, libraries too, says all that it can
 * say: none of it is a frame, a line, a PIN, a key or a login.
 */
class FinestLogTest {
  private static final String PIN = "577215";
  private static final Pattern LOGIN = Pattern.compile("=([^;]{16,});");
  private static final Pattern TOKEN = Pattern.compile("\"(?:csrf|token)\":\"([^\"]{16,})\"");
  private static final int MARK_BYTES = 24;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Path log = Path.of("");

  /** What must not be said, and what it is. */
  private record Secret(String what, String text) {}

  @BeforeEach
  void sayEverything() throws IOException {
    log = folder.resolve("log");
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(".level = ALL".getBytes(StandardCharsets.UTF_8)));
    FileHandler handler = new FileHandler(log.toString());
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(handler);
  }

  @AfterEach
  void sayTheUsual() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void atTheFinestLevelTheLogHoldsNoFaceNoLineAndNoSecret() throws Exception {
    BoothSettings settings = RunningKioskTest.settings();
    String key = new ApiKeys(folder.resolve("api-keys"), new Random(3)).make("test", Role.OPERATOR);
    new StaffPins(folder.resolve("staff-pins"), new Random(4)).set(Role.ENGINEER, new Pin(PIN));
    List<Secret> secrets = new ArrayList<>();
    secrets.add(new Secret("the PIN", PIN));
    secrets.add(new Secret("the key", key));
    try (RunningKiosk kiosk = RunningKioskTest.kiosk(settings, folder.resolve("history.db"));
        KioskServer server = RunningKioskTest.web(kiosk, settings, folder)) {
      String root = "http://localhost:" + server.loopbackPort() + "/api/v1/";
      kiosk.start();
      RunningKioskTest.await(
          "the sketch is shown",
          () -> {
            look(kiosk, secrets);
            return RunningKioskTest.isSketched(kiosk);
          });
      long session = RunningKioskTest.visitor(kiosk).guest().orElseThrow().number();
      String line = send(get(root + "visitor/line/" + session)).body();
      secrets.add(
          new Secret("the line", line.substring(line.length() / 2, line.length() / 2 + 40)));
      send(get(root + "camera").header("X-Api-Key", key));
      HttpResponse<String> login = send(post(root + "session", "{\"pin\":\"" + PIN + "\"}"));
      assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
      secrets.add(
          new Secret(
              "a login", found(LOGIN, login.headers().firstValue("Set-Cookie").orElseThrow())));
      secrets.add(new Secret("its token", found(TOKEN, login.body())));
      kiosk.booth().command(new BoothCommand.Close());
      kiosk.booth().command(new BoothCommand.Accept());
      RunningKioskTest.await(
          "the toy is shaken", () -> RunningKioskTest.machine(kiosk) instanceof MachineState.Ready);
    }
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertThat(said.length()).as("what is said").isGreaterThan(10_000);
    assertThat(said).contains("FINE");
    for (Secret secret : secrets) {
      assertThat(where(said, secret.text)).as(secret.what).isEmpty();
    }
    assertThat(where(said, "JFIF")).as("a JPEG").isEmpty();
  }

  /** What is said around a text. */
  private static String where(String said, String text) {
    int at = said.indexOf(text);
    return at < 0 ? "" : said.substring(Math.max(0, at - 300), Math.min(said.length(), at + 60));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** A piece of the picture that the kiosk looks at, in every form in which bytes are written. */
  private static void look(RunningKiosk kiosk, List<Secret> secrets) {
    kiosk
        .watch()
        .latest()
        .frame()
        .ifPresent(frame -> {
          RgbImage image = frame.image();
          byte[] mark = new byte[MARK_BYTES];
          for (int i = 0; i < MARK_BYTES; i++) {
            mark[i] = (byte) image.at(image.width() / 2 + i / 3, image.height() / 2, i % 3);
          }
          secrets.add(new Secret("a frame", new String(mark, StandardCharsets.ISO_8859_1)));
          secrets.add(new Secret("a frame in hex", HexFormat.of().formatHex(mark)));
          secrets.add(new Secret("a frame in hex", HexFormat.of().withUpperCase().formatHex(mark)));
          String list = Arrays.toString(mark);
          secrets.add(new Secret("a frame's numbers", list.substring(1, list.length() - 1)));
          for (int offset = 0; offset < 3; offset++) {
            byte[] aligned = Arrays.copyOfRange(mark, offset, offset + MARK_BYTES - 3);
            secrets.add(
                new Secret("a frame in base 64", Base64.getEncoder().encodeToString(aligned)));
          }
        });
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private static HttpRequest.Builder post(String address, String body) {
    return get(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
