package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.RawHttp.STRANGER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of good will sends are answered calmly and tell nothing. */
class HostileRequestTest {
  @RegisterExtension static final TestKiosk KIOSK = TestKiosk.inTemporaryFolder();
  private static final RawHttp HTTP = KIOSK.http;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/<script>alert(1)</script>",
        "/api/v1/marker-xyzzy",
        "/marker-xyzzy",
        "/api/v1/session?marker-xyzzy",
        "/staff/marker-xyzzy"
      })
  void errorsQuoteNothing(String path) {
    RawHttp.Answer get = HTTP.get(path, STRANGER, "Cookie: silverpoint=marker-xyzzy");
    RawHttp.Answer post = HTTP.post(path, "{\"marker-xyzzy\":\"<b>\"}", STRANGER);
    for (RawHttp.Answer answer : List.of(get, post)) {
      assertThat(answer.text()).as("T5, T7").doesNotContain("xyzzy").doesNotContain("<");
      assertThat(answer.header("Content-Type"))
          .contains(answer.status() < 400 ? "application/json" : "application/problem+json");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=x",
        "application/json; charset=utf-7",
        "application/json; charset=\"",
        "application/jsonx",
        "text/plain"
      })
  void aTypeThatIsNotJsonInUtf8IsRefused(String type) {
    String body = "{}";
    RawHttp.Answer answer =
        HTTP.exchange(
            "POST /api/v1/nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void aDamagedFileOfSecretsTellsAStrangerNothing() throws IOException {
    Path folder = TemporaryFolders.create();
    try (TestKiosk damaged = new TestKiosk(folder)) {
      Files.writeString(folder.resolve("staff-pins"), "nonsense");
      RawHttp.Answer answer =
          damaged.http.post("/api/v1/session", "{\"pin\":\"000999\"}", STRANGER);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text())
          .contains("its log says more")
          .doesNotContain(folder.toString(), "staff-pins");
    }
  }

  @Test
  void bugsOfOursTellNothing() {
    RawHttp.Answer answer = HTTP.get("/api/v1/test/broken");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void nonsenseIsAnsweredCalmly(long seed) {
    Random random = new Random(seed);
    String[] login = KIOSK.logIn(TestKiosk.ADMIN_PIN);
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            "\"\"",
            "{\"count\":1e999,\"text\":\"\"}",
            "{\"count\":1.5,\"text\":\"\"}",
            "{\"count\":1,\"text\":\"\",\"more\":1}",
            "{\"count\":1,\"count\":2,\"text\":\"\"}",
            "{\"count\":null,\"text\":null}",
            "[".repeat(5_000),
            "{\"pin\":".repeat(300),
            "{\"text\":\"" + "a".repeat(60_000) + "\"}",
            "x".repeat(70_000),
            "{\"count\":" + "9".repeat(50) + "}",
            "\u0000\u0001",
            TestKiosk.COMMAND + TestKiosk.COMMAND);
    for (Endpoint endpoint : KIOSK.endpoints) {
      if (endpoint.method() == Endpoint.Method.POST && endpoint.request().isPresent()) {
        String body = bodies.get(random.nextInt(bodies.size()));
        RawHttp.Answer answer = HTTP.post(endpoint.path(), body, login);
        assertThat(answer.status()).as(endpoint.path() + " " + seed).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("tools.jackson");
      }
    }
    bodies.forEach(body ->
        assertThat(HTTP.post("/api/v1/test/command", body, login).status()).isBetween(400, 499));
  }

  @Test
  void longHeadersAndBrokenRequestsAreRefused() {
    assertThat(HTTP.get("/api/v1/session", "X: " + "y".repeat(20_000)).status()).isEqualTo(431);
    assertThat(HTTP.get("/" + "y".repeat(20_000)).status()).isBetween(400, 499);
    for (String request :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "nonsense\r\n\r\n",
            "GET /api/v1/session HTTP/1.1\r\nHost: a\r\nHost: localhost\r\n\r\n",
            "GET http://evil.example/api/v1/test/viewer HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
      RawHttp.Answer answer =
          HTTP.exchange(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
      assertThat(answer.status()).as(request).isBetween(400, 499);
      assertThat(answer.text()).doesNotContain("etty");
    }
  }

  @Test
  void stoppingLeavesNoThreadThatKeepsTheProgramAlive() throws InterruptedException {
    Set<Thread> before = programThreads();
    try (TestKiosk other = TestKiosk.inTemporaryFolder()) {
      other.http.post("/api/v1/session", "{\"pin\":\"000999\"}");
    }
    Set<Thread> left = programThreads();
    left.removeAll(before);
    for (Thread thread : left) {
      // one that was told to end may need a moment on a busy machine; one that was not never ends
      thread.join(10_000);
    }
    assertThat(left).as("T13").noneMatch(Thread::isAlive);
  }

  @Test
  void connectionsThatHaveEndedCountNoMoreAgainstTheirPeer() {
    for (int i = 0; i < 2_100; i++) {
      assertThat(HTTP.get("/nowhere").status()).as("connection " + i).isEqualTo(404);
    }
  }

  private static Set<Thread> programThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .collect(Collectors.toSet());
  }
}
