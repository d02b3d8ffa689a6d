package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.RawHttp.STRANGER;
import static silverpoint.kiosk.web.RawHttp.with;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.access.Role;

/** Who may use which route, however the request is put; T1 to T13 are known mistakes. */
class GateTest {
  @RegisterExtension static final TestKiosk KIOSK = TestKiosk.inTemporaryFolder();
  private static final RawHttp HTTP = KIOSK.http;

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleSeesWhatIsItsOwnAndNoMore(Role role) {
    String[] login =
        KIOSK
            .pinOf(role)
            .map(pin -> with(KIOSK.logIn(pin), STRANGER))
            .orElse(role == Role.ANYONE ? new String[] {STRANGER} : new String[0]);
    for (Role needed : Role.values()) {
      String path = "/api/v1/test/" + needed.name().toLowerCase(Locale.ROOT);
      int wanted = role.includes(needed) ? 200 : role.includes(Role.VIEWER) ? 403 : 401;
      assertThat(HTTP.get(path, login).status()).as(role + " " + path).isEqualTo(wanted);
    }
    int wanted = role.includes(Role.OPERATOR) ? 200 : role == Role.VIEWER ? 403 : 401;
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, login).status())
        .isEqualTo(wanted);
    int page = role.includes(Role.VIEWER) ? 200 : 401;
    assertThat(HTTP.get("/guarded/eileen-collins.png", login).status()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/v1/test/viewer",
        "/api//v1/test/viewer",
        "/api/v1/test/viewer/",
        "/api/v1/test/viewer;x=1",
        "/api/v1/test/viewer;/",
        "/api/v1/test/view%65r",
        "/api/v1/test/%2e%2e/test/viewer",
        "/api/v1/open/../test/viewer",
        "/open/../guarded/eileen-collins.png",
        "/open/%2e%2e/guarded/eileen-collins.png",
        "/open/..;/guarded/eileen-collins.png",
        "/guarded//eileen-collins.png",
        "/guarded/%65ileen-collins.png",
        "/guarded/eileen-collins.png%00",
        "/open/../../../../etc/passwd",
        "/open/..%2f..%2fetc/passwd",
        "/open/..%5c..%5cetc/passwd",
        "/API/V1/TEST/VIEWER",
        "/Guarded/eileen-collins.png",
        "/api/v1/test/viewer\\",
        "/api/v1/test/viewer%0d%0aX: y"
      })
  void tricksWithPathsOpenNothing(String path) {
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X")) {
      int status = HTTP.send(method, path, "", STRANGER).status();
      assertThat(status).as("T10: " + method + " " + path).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/test/viewer", "/guarded/eileen-collins.png", "/nowhere"})
  void headAsksForARoleToo(String path) {
    assertThat(HTTP.send("HEAD", path, "", STRANGER).status()).as("T10").isEqualTo(405);
    assertThat(HTTP.get(path, STRANGER).status()).isEqualTo(401);
  }

  @Test
  void otherSitesCannotCommand() {
    String[] login = KIOSK.logIn(TestKiosk.OPERATOR_PIN);
    String own = "http://localhost:" + KIOSK.server.loopbackPort();
    Map<String, Integer> wanted =
        Map.of(
            "Origin: " + own,
            200,
            "Sec-Fetch-Site: same-origin",
            200,
            "Origin: https://evil.example",
            403,
            "Origin: null",
            403,
            "Origin: http://localhost:1",
            403,
            "Sec-Fetch-Site: cross-site",
            403,
            "Sec-Fetch-Site: same-site",
            403,
            "Host: evil.example",
            421,
            "Host: localhost.evil.example",
            421,
            "Host: booth.example",
            200);
    wanted.forEach((header, status) ->
        assertThat(
                HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, with(login, header)).status())
            .as("T11: " + header)
            .isEqualTo(status));
    assertThat(HTTP.post("/api/v1/test/stop", "", "Origin: https://evil.example").status())
        .as("T11: the kiosk's own screen needs no login, and still no other site commands it")
        .isEqualTo(403);
  }

  @Test
  void commandsNeedTheTokenAndJson() {
    String[] login = KIOSK.logIn(TestKiosk.OPERATOR_PIN);
    int before = KIOSK.commands.get();
    assertThat(HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, login[0]).status())
        .isEqualTo(403);
    assertThat(
            HTTP.post("/api/v1/test/command", TestKiosk.COMMAND, login[0], "X-Silverpoint-Token: x")
                .status())
        .isEqualTo(403);
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "a")) {
      String[] headers = with(login, "Content-Type: " + type);
      assertThat(HTTP.send("POST", "/api/v1/test/command", TestKiosk.COMMAND, headers).status())
          .isEqualTo(415);
    }
    assertThat(HTTP.get("/api/v1/test/command", login).status()).as("T11").isBetween(400, 499);
    assertThat(KIOSK.commands.get()).isEqualTo(before);
  }

  @Test
  void everyAnswerCarriesTheHeaders() {
    for (String path :
        List.of("/api/v1/session", "/nowhere", "/open/eileen-collins.png", "/%%%", "/a//b")) {
      RawHttp.Answer answer = HTTP.get(path);
      SecurityHeaders.ALL.keySet().stream()
          .filter(name -> !name.equals("Cache-Control"))
          .forEach(name -> assertThat(answer.header(name)).as(path + " " + name).isPresent());
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.header("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http:", "https:", "*");
    }
  }
}
