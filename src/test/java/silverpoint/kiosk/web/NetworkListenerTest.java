package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.web.staff.LoginApi;

/**
 * The listener on the network: the certificate of scripts/staff-certificate, TLS and nothing else.
 */
class NetworkListenerTest {
  @Test
  void staffLogInOverTls(@TempDir Path folder) throws Exception {
    makeCertificate(folder);
    Path state = folder.resolve("web");
    WebSettings settings =
        new WebSettings(
            0,
            new WebSettings.Network(true, "127.0.0.1", 0, "keystore.p12", "keystore.password"),
            List.of(),
            10,
            8,
            16);
    try (TestKiosk kiosk = new TestKiosk(folder);
        WebServer server =
            WebServer.start(
                settings,
                StartingServer.open(settings),
                state,
                kiosk.access,
                new LoginApi(kiosk.access).endpoints(),
                List.of(),
                List.of());
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(state)).build()) {
      URI session = URI.create("https://127.0.0.1:" + server.networkPort() + "/api/v1/session");
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(session)
                  .header("Content-Type", "application/json")
                  .header("Origin", "https://127.0.0.1:" + server.networkPort())
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"pin\":\"" + TestKiosk.OPERATOR_PIN + "\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("__Host-silverpoint=")
          .contains("Secure")
          .contains("HttpOnly")
          .contains("SameSite=Strict");
      assertThat(plainAnswer(server.networkPort())).doesNotContain("200");
      for (int i = 0; i < 40; i++) {
        plainAnswer(server.networkPort());
      }
      try (HttpClient another = HttpClient.newBuilder().sslContext(trusting(state)).build()) {
        assertThat(another.send(HttpRequest.newBuilder(session).build(), BodyHandlers.discarding()))
            .as("connections that have ended count no more against their peer")
            .extracting(HttpResponse::statusCode)
            .isEqualTo(200);
      }
    }
  }

  private static void makeCertificate(Path folder) throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder("scripts/staff-certificate", "booth.example");
    script.environment().put("SILVERPOINT_STATE", folder.toString());
    script.redirectErrorStream(true);
    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("SHA-256 fingerprint: ").contains("dns:booth.example");
  }

  private static SSLContext trusting(Path state) throws Exception {
    KeyStore own =
        KeyStore.getInstance(
            state.resolve("keystore.p12").toFile(),
            Files.readString(state.resolve("keystore.password")).toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("booth", own.getCertificate("silverpoint"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String plainAnswer(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
