package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.takehome.TakeHomeSettings;

/** The listener for guests' phones gives one page to everybody and nothing else to anybody. */
class TakeHomeServerTest {
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private final TakeHomeServer server =
      new TakeHomeServer(page(0, "booth.example"), List.of("silverpoint.local"), notices::add);
  private final RawHttp http = new RawHttp(server.port());
  private final String host = "Host: 127.0.0.1:" + server.port();

  private static TakeHomeSettings.Page page(int port, String phonesAsk) {
    return new TakeHomeSettings.Page(true, "127.0.0.1", port, phonesAsk);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thePageIsTheOneOfTheRepositoryAndLoadsNothing() throws IOException {
    RawHttp.Answer answer = http.get("/", host);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEqualTo(Files.readAllBytes(Path.of("src/take-home/line.html")));
    assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("connect-src", "http:", "*");
    assertThat(http.get("/?utm_source=camera", host).status()).isEqualTo(200);
    RawHttp.Answer head = http.send("HEAD", "/", "", host);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
  }

  @Test
  void whereItListensIsSaidWithTheNameThatPhonesUse() {
    assertThat(server.address()).contains("http://booth.example:" + server.port() + "/");
    assertThat(notices)
        .containsExactly("page for guests' phones: " + server.address().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/line.html",
        "/index.html",
        "/api/v1/status",
        "/api/v1/visitor/status",
        "/api/v1/visitor/line/1",
        "/api/v1/visitor/take-home/1",
        "/api/v1/commands/emergency-stop",
        "/staff/",
        "/booth/",
        "/metrics",
        "/healthz",
        "//",
        "/./",
        "/..",
        "/../",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/..;/staff/",
        "/;x",
        "/%00",
        "/%",
        "/\\..\\..\\etc",
        "/marker-xyzzy",
        "http://127.0.0.1/staff/",
        "*"
      })
  void everyOtherPathIsNothing(String path) {
    for (String method : List.of("GET", "HEAD")) {
      RawHttp.Answer answer = http.send(method, path, "", host);
      assertThat(answer.status()).as(method).isBetween(400, 499);
      assertThat(answer.text()).doesNotContain("xyzzy", "<html", "root:", "etty");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "get",
        "PROPFIND"
      })
  void everyOtherMethodIsRefused(String method) {
    for (String path : List.of("/", "/api/v1/commands/pause")) {
      RawHttp.Answer answer = http.send(method, path, "", host, "Content-Type: application/json");
      assertThat(answer.status()).as(path).isBetween(400, 499);
      assertThat(answer.text()).doesNotContain("<html");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "booth.example, 200",
    "silverpoint.local, 200",
    "BOOTH.example:80, 200",
    "localhost, 421",
    "evil.example, 421",
    "booth.example.evil.example, 421",
    "192.168.1.1, 421"
  })
  void onlyItsOwnNamesAreAnswered(String name, int status) {
    assertThat(http.get("/", "Host: " + name).status()).isEqualTo(status);
  }

  @Test
  void brokenRequestsAreRefusedInAFewWords() {
    for (String request :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "nonsense\r\n\r\n",
            "GET / HTTP/1.1\r\n" + host + "\r\nHost: evil.example\r\n\r\n",
            "GET / HTTP/1.1\r\n" + host + "\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "GET /" + "y".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n\r\n",
            "POST / HTTP/1.1\r\n"
                + host
                + "\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\n" + host + "\r\nX: \u0000\r\n\r\n")) {
      RawHttp.Answer answer = http.exchange(request);
      assertThat(answer.status()).as(request).isBetween(400, 499);
      assertThat(answer.text()).hasSizeLessThan(300).doesNotContain("etty", "<html");
    }
  }

  @Test
  void aConnectionBringsOneRequest() throws IOException {
    try (Socket socket = http.open()) {
      String request = "GET / HTTP/1.1\r\n" + host + "\r\n\r\n";
      socket.getOutputStream().write((request + request).getBytes(StandardCharsets.UTF_8));
      String answers =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(2);
    }
  }

  @Test
  void aPeerThatHoldsManyConnectionsIsCutOff() throws IOException {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        held.add(http.open());
      }
      int answered = 0;
      for (Socket socket : held) {
        answered += isAnswered(socket) ? 1 : 0;
      }
      assertThat(answered).isBetween(0, 24);
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
    assertThat(http.get("/", host).status()).as("and may come again").isEqualTo(200);
  }

  private boolean isAnswered(Socket socket) {
    try {
      socket
          .getOutputStream()
          .write(("GET / HTTP/1.1\r\n" + host + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().read() >= 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void whoDripsIsEnded() throws IOException {
    try (Socket socket = http.open()) {
      boolean over = false;
      for (int i = 0; i < 600 && !over; i++) {
        over = dripped(socket, socket.getInputStream());
      }
      assertThat(over).isTrue();
    }
  }

  /** Sends one letter of a header; whether the other side has ended the connection. */
  private static boolean dripped(Socket socket, InputStream in) {
    try {
      socket.setSoTimeout(200);
      socket.getOutputStream().write('G');
      return in.read() < 0;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void aPortThatIsTakenIsSaidAndStopsNothing() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        TakeHomeServer other =
            new TakeHomeServer(page(taken.getLocalPort(), ""), List.of(), notices::add)) {
      assertThat(other.port()).isZero();
      assertThat(other.address()).isEmpty();
      assertThat(notices.getLast())
          .contains("port " + taken.getLocalPort(), "take-home.yaml", "tried again");
      taken.close();
      other.attempt();
      assertThat(other.address()).contains("http://127.0.0.1:" + taken.getLocalPort() + "/");
    }
  }
}
