package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered while the kiosk starts, and that nobody is refused when it has. */
class StartingServerTest {
  private static final int CLIENTS = 4;

  private final StartingServer starting = StartingServer.open(TestKiosk.settings());
  private final RawHttp http = new RawHttp(starting.port());

  @AfterEach
  void stop() {
    starting.close();
  }

  @Test
  void aKioskThatStartsIsAliveAndNotReady() {
    assertThat(http.get("/healthz").status()).isEqualTo(200);
    assertThat(http.get("/healthz").json().get("alive").asBoolean()).isTrue();
    RawHttp.Answer ready = http.get("/readyz");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.json().get("ready").asBoolean()).isFalse();
    assertThat(ready.json().get("faults").get(0).asString()).isEqualTo("STARTING");
    assertThat(ready.header("Retry-After")).contains("1");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/", "/booth/", "/staff/"})
  void pagesSayThatItTakesAMomentAndComeAgainByThemselves(String path) {
    RawHttp.Answer page = http.get(path);
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.text()).contains("One moment", "Einen Moment", "http-equiv=\"refresh\"");
    assertThat(page.text()).doesNotContain("<script", "http://", "https://");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /api/v1/state",
    "GET, /booth/js/app.js",
    "GET, /../etc/passwd",
    "POST, /api/v1/commands/emergency-stop",
    "PUT, /"
  })
  void allElseIsToComeAgain(String method, String path) {
    RawHttp.Answer answer = http.send(method, path, "");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("reason").asString()).isEqualTo("the kiosk is starting");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Host: evil.example", "Host: localhost\r\nHost: evil.example", "X-No: host"})
  void anotherHostNameIsNotAnswered(String host) {
    String request = "GET /healthz HTTP/1.1\r\n" + host + "\r\n\r\n";
    assertThat(http.exchange(request).status()).isEqualTo(421);
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() {
    for (String path : List.of("/healthz", "/booth/", "/nope")) {
      RawHttp.Answer answer = http.get(path);
      SecurityHeaders.ALL.keySet().forEach(name -> assertThat(answer.header(name)).isPresent());
    }
  }

  @Test
  void whoSaysNothingOrTooMuchHoldsNobodyUp() throws IOException {
    try (Socket silent = http.open();
        Socket loud = http.open()) {
      loud.getOutputStream().write(new byte[9_000]);
      assertThat(http.get("/healthz").status()).isEqualTo(200);
      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void aPortThatIsTakenIsOneLine() {
    assertThatThrownBy(() -> StartingServer.open(TestKiosk.settings().at(starting.port())))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("cannot listen on port " + starting.port());
  }

  /** Whoever asks all the time gets an answer each time, from one server or from the other. */
  @Test
  void atNoMomentNobodyListensWhenTheKioskIsThere() throws InterruptedException {
    AtomicBoolean there = new AtomicBoolean();
    CountDownLatch asked = new CountDownLatch(CLIENTS);
    List<String> failures = new CopyOnWriteArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.submit(() -> {
          try {
            boolean last;
            do {
              last = there.get();
              http.get("/api/v1/session");
              asked.countDown();
            } while (!last);
            if (http.get("/api/v1/session").status() != 200) {
              failures.add("the kiosk does not answer");
            }
          } catch (UncheckedIOException e) {
            failures.add(String.valueOf(e.getMessage()));
            asked.countDown();
          }
        });
      }
      asked.await();
      try (TestKiosk kiosk = new TestKiosk(TemporaryFolders.create(), List.of(), starting)) {
        assertThat(kiosk.server.loopbackPort()).isEqualTo(starting.port());
        there.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
      }
    }
    assertThat(failures).isEmpty();
  }
}
