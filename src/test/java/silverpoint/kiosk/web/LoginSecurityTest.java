package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static silverpoint.kiosk.web.RawHttp.STRANGER;
import static silverpoint.kiosk.web.RawHttp.with;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;

/** PINs, logins and keys give their role for their time, and nothing else does. */
class LoginSecurityTest {
  @RegisterExtension static final TestKiosk KIOSK = TestKiosk.inTemporaryFolder();
  private static final RawHttp HTTP = KIOSK.http;

  @Test
  void forwardedAddressGivesNoMoreTries() {
    int evaluated = 0;
    for (int i = 0; i < 100; i++) {
      RawHttp.Answer answer =
          HTTP.post(
              "/api/v1/session",
              "{\"pin\":\"" + (100_000 + i) + "\"}",
              "X-Forwarded-For: 198.51.100." + i);
      assertThat(answer.status()).isIn(401, 429);
      if (answer.status() == 429) {
        assertThat(answer.header("Retry-After")).isPresent();
      } else {
        evaluated++;
      }
      KIOSK.pass(Duration.ofMillis(100));
    }
    assertThat(evaluated).as("T1: tries that were evaluated in 10 s").isBetween(3, 5);
  }

  @Test
  void forwardedAddressGivesNoRights() {
    assertThat(HTTP.get("/api/v1/test/visitor").status()).isEqualTo(200);
    for (String header :
        List.of("X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Real-IP: ::1")) {
      assertThat(HTTP.get("/api/v1/test/visitor", header).status()).as(header).isEqualTo(401);
    }
  }

  @Test
  void unusedLoginLapses() {
    String[] login = KIOSK.logIn(TestKiosk.OPERATOR_PIN);
    KIOSK.pass(Duration.ofMinutes(9));
    assertThat(HTTP.post("/api/v1/session/touch", "", login).status()).isEqualTo(200);
    KIOSK.pass(Duration.ofMinutes(9));
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, login).status()).isEqualTo(200);
    KIOSK.pass(Duration.ofMinutes(2));
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, login).status())
        .as("T2")
        .isEqualTo(401);
    assertThat(HTTP.get("/api/v1/test/viewer", login).status()).isEqualTo(401);
  }

  @Test
  void lapsedLoginStillStopsTheMachine() {
    String[] login = KIOSK.logIn(TestKiosk.OPERATOR_PIN);
    KIOSK.pass(Duration.ofMinutes(11));
    assertThat(HTTP.post("/api/v1/test/stop", "", with(login, STRANGER)).status()).isEqualTo(200);
    KIOSK.pass(Duration.ofHours(8));
    assertThat(HTTP.post("/api/v1/test/stop", "", with(login, STRANGER)).status()).isEqualTo(401);
    assertThat(HTTP.post("/api/v1/test/stop", "", STRANGER).status()).isEqualTo(401);
  }

  @Test
  void usedLoginEndsAfterEightHours() {
    String[] login = KIOSK.logIn(TestKiosk.OPERATOR_PIN);
    for (int i = 0; i < 95; i++) {
      KIOSK.pass(Duration.ofMinutes(5));
      HTTP.post("/api/v1/session/touch", "", login);
    }
    assertThat(HTTP.get("/api/v1/test/operator", login).status()).isEqualTo(200);
    KIOSK.pass(Duration.ofMinutes(6));
    assertThat(HTTP.get("/api/v1/test/operator", login).status()).as("T2").isEqualTo(401);
  }

  @Test
  void pinChangesOnlyWithTheOwnPinAndEndsLogins() {
    String[] admin = KIOSK.logIn(TestKiosk.ADMIN_PIN);
    String[] viewer = KIOSK.logIn(TestKiosk.VIEWER_PIN);
    String change = "{\"ownPin\":\"%s\",\"role\":\"VIEWER\",\"pin\":\"%s\"}";
    assertThat(HTTP.post("/api/v1/pins", change.formatted("000111", "577215"), admin).status())
        .as("T3, T4: a wrong PIN of one's own")
        .isEqualTo(403);
    KIOSK.pass(Duration.ofSeconds(5));
    assertThat(
            HTTP.post("/api/v1/pins", change.formatted(TestKiosk.VIEWER_PIN, "577215"), admin)
                .status())
        .as("another role's PIN")
        .isEqualTo(403);
    KIOSK.pass(Duration.ofSeconds(5));
    assertThat(
            HTTP.post("/api/v1/pins", change.formatted(TestKiosk.ADMIN_PIN, "123456"), admin)
                .status())
        .as("a PIN that anybody guesses")
        .isEqualTo(400);
    assertThat(HTTP.get("/api/v1/test/viewer", viewer).status()).isEqualTo(200);
    String same = change.formatted(TestKiosk.ADMIN_PIN, TestKiosk.VIEWER_PIN);
    assertThat(HTTP.post("/api/v1/pins", same, viewer).status()).as("a viewer").isEqualTo(403);
    assertThat(HTTP.post("/api/v1/pins", same, admin).status()).isEqualTo(200);
    assertThat(HTTP.get("/api/v1/test/viewer", with(viewer, STRANGER)).status())
        .as("logins of the changed PIN")
        .isEqualTo(401);
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    RawHttp.Answer answer =
        HTTP.post("/api/v1/session", "{\"pin\":\"" + TestKiosk.VIEWER_PIN + "\"}");
    assertThat(answer.header("Set-Cookie").orElseThrow())
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void apiKeysNeedNoTokenAndRevokedOnesNothing() {
    ApiKeys keys = KIOSK.access.keys();
    String key = "X-Api-Key: " + keys.make("dashboard", Role.OPERATOR);
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, key, STRANGER).status())
        .isEqualTo(200);
    assertThat(HTTP.get("/api/v1/test/engineer", key, STRANGER).status()).isEqualTo(403);
    assertThat(keys.revoke("dashboard")).isTrue();
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, key, STRANGER).status())
        .isEqualTo(401);
    assertThat(HTTP.get("/api/v1/test/visitor", "X-Api-Key: guess").status()).isEqualTo(401);
  }

  @Test
  void networkNeedsAPinAndACertificate(@TempDir Path folder) {
    WebSettings settings =
        new WebSettings(
            0,
            new WebSettings.Network(true, "127.0.0.1", 0, "keystore.p12", "keystore.password"),
            List.of(),
            10,
            8,
            16);
    AccessControl without =
        new AccessControl(
            new StaffPins(folder.resolve("pins"), new Random(1)),
            KIOSK.access.keys(),
            KIOSK.access.logins(),
            KIOSK.access.delay(),
            KIOSK.access.refused(),
            KIOSK.access.audit());
    StartingServer starting = StartingServer.open(settings);
    assertThatThrownBy(() ->
            WebServer.start(settings, starting, folder, without, List.of(), List.of(), List.of()))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("staff-pin");
    assertThatThrownBy(() ->
            WebServer.start(
                settings, starting, folder, KIOSK.access, List.of(), List.of(), List.of()))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("staff-certificate");
    starting.close();
  }
}
