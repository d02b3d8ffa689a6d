package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.access.Role;

/** The bare address leads to a page, and what cannot be served is told as programs expect it. */
class FrontDoorTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private final RawHttp http = kiosk.http;

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void theBareAddressLeadsToTheGuestsScreenHereAndToTheStaffPageElsewhere(String method) {
    RawHttp.Answer here = http.send(method, "/", "");
    assertThat(here.status()).isEqualTo(302);
    assertThat(here.header("Location")).contains("/booth/");
    RawHttp.Answer elsewhere = http.send(method, "/", "", RawHttp.STRANGER);
    assertThat(elsewhere.status()).isEqualTo(302);
    assertThat(elsewhere.header("Location")).contains("/staff/");
    assertThat(elsewhere.bytes()).isEmpty();
    SecurityHeaders.ALL.keySet().forEach(name -> assertThat(here.header(name)).isPresent());
  }

  @Test
  void aKioskThatStartsAnswersHeadsToo() {
    try (StartingServer starting = StartingServer.open(TestKiosk.settings())) {
      RawHttp.Answer head = new RawHttp(starting.port()).send("HEAD", "/", "");
      assertThat(head.status()).isEqualTo(503);
      assertThat(head.header("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(head.bytes()).isEmpty();
      RawHttp.Answer refused = new RawHttp(starting.port()).get("/api/v1/status");
      isProblem(refused, 503, "Service Unavailable", "the kiosk is starting");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/v1/audit             | 401 | Unauthorized       | log in first
          GET    | /api/v1/nothing           | 401 | Unauthorized       | log in first
          PUT    | /api/v1/session           | 405 | Method Not Allowed | only GET and POST are served
          GET    | /a%2e/b                   | 400 | Bad Request        | the path has characters that no route has
          """)
  void anErrorIsAProblemOfRfc9457(
      String method, String path, int status, String title, String detail) {
    isProblem(http.send(method, path, "", RawHttp.STRANGER), status, title, detail);
  }

  @Test
  void aCommandThatDoesNotFitIsAProblemInWordsToo() {
    RawHttp.Answer answer = http.post("/api/v1/commands/resume", "", kiosk.logIn(Role.ADMIN));
    isProblem(answer, 409, "Conflict", "refused: not paused");
    assertThat(answer.json().get("reason").asString()).isEqualTo("NOT_PAUSED");
  }

  private static void isProblem(RawHttp.Answer answer, int status, String title, String detail) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().get("type").asString()).isEqualTo("about:blank");
    assertThat(answer.json().get("title").asString()).isEqualTo(title);
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("detail").asString()).isEqualTo(detail);
  }

  @Test
  void metersOverTheNetworkNeedAKey() {
    assertThat(http.get("/metrics", RawHttp.STRANGER).status()).isEqualTo(401);
    String key = "X-Api-Key: " + kiosk.key(Role.VIEWER);
    assertThat(http.get("/metrics", key, RawHttp.STRANGER).status()).isEqualTo(200);
  }

  /** A page that waits for ever for an answer looks as if all were well. */
  @Test
  void everythingThatThePagesAskForHasATimeLimit() throws IOException {
    Pattern asking = Pattern.compile("\\bfetch\\((?:[^()]|\\([^()]*\\)|\\{[^}]*\\})*\\)");
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/silverpoint/kiosk/web"))) {
      List<String> asked =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .flatMap(file -> asking.matcher(read(file)).results().map(MatchResult::group))
              .toList();
      assertThat(asked).hasSizeGreaterThan(3).allMatch(call -> call.contains("signal:"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
