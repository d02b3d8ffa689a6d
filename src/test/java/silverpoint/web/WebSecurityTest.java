package silverpoint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.access.ApiKeys;
import silverpoint.access.Role;
import silverpoint.access.StaffPins;

/** What strangers, other sites and clumsy clients cannot do; T1 to T13 are known mistakes. */
class WebSecurityTest {
  private static final TestKiosk KIOSK = TestKiosk.inTemporaryFolder();
  private static final RawHttp HTTP = KIOSK.http;

  /** A peer that is not the kiosk's own screen, seen from a test that can only be on loopback. */
  private static final String STRANGER = "X-Forwarded-For: 192.0.2.1";

  private static final String VALID = "{\"count\":1,\"text\":\"\"}";

  @AfterAll
  static void stop() {
    KIOSK.close();
  }

  @BeforeEach
  void letDelaysPass() {
    KIOSK.pass(Duration.ofHours(2));
  }

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
    assertThat(HTTP.post("/api/v1/test/command", VALID, login).status()).isEqualTo(200);
    KIOSK.pass(Duration.ofMinutes(2));
    assertThat(HTTP.post("/api/v1/test/command", VALID, login).status()).as("T2").isEqualTo(401);
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
      assertThat(answer.header("Content-Type")).contains("application/json");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void bugsOfOursTellNothing() {
    RawHttp.Answer answer = HTTP.get("/api/v1/test/broken");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
  }

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
    assertThat(HTTP.post("/api/v1/test/command", VALID, login).status()).isEqualTo(wanted);
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
        assertThat(HTTP.post("/api/v1/test/command", VALID, with(login, header)).status())
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
    assertThat(HTTP.post("/api/v1/test/command", VALID, login[0]).status()).isEqualTo(403);
    assertThat(
            HTTP.post("/api/v1/test/command", VALID, login[0], "X-Silverpoint-Token: x").status())
        .isEqualTo(403);
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "a")) {
      String[] headers = with(login, "Content-Type: " + type);
      assertThat(HTTP.send("POST", "/api/v1/test/command", VALID, headers).status()).isEqualTo(415);
    }
    assertThat(HTTP.get("/api/v1/test/command", login).status()).as("T11").isBetween(400, 499);
    assertThat(KIOSK.commands.get()).isEqualTo(before);
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
  void everyAnswerCarriesTheHeaders() {
    for (String path :
        List.of("/api/v1/session", "/nowhere", "/open/eileen-collins.png", "/%%%", "/a//b")) {
      RawHttp.Answer answer = HTTP.get(path);
      SecurityHeaders.ALL.keySet().stream()
          .filter(name -> !name.equals("Cache-Control"))
          .forEach(name -> assertThat(answer.header(name)).as(path + " " + name).isPresent());
      assertThat(answer.header("Server")).isEmpty();
    }
  }

  @Test
  void apiKeysNeedNoTokenAndRevokedOnesNothing() {
    ApiKeys keys = KIOSK.keeper.keys();
    String key = "X-Api-Key: " + keys.make("dashboard", Role.OPERATOR);
    assertThat(HTTP.post("/api/v1/test/command", VALID, key, STRANGER).status()).isEqualTo(200);
    assertThat(HTTP.get("/api/v1/test/engineer", key, STRANGER).status()).isEqualTo(403);
    assertThat(keys.revoke("dashboard")).isTrue();
    assertThat(HTTP.post("/api/v1/test/command", VALID, key, STRANGER).status()).isEqualTo(401);
    assertThat(HTTP.get("/api/v1/test/visitor", "X-Api-Key: guess").status()).isEqualTo(401);
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
            VALID + VALID);
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
  void networkNeedsAPinAndACertificate(@TempDir Path folder) {
    WebSettings settings =
        new WebSettings(
            0,
            new WebSettings.Network(true, "127.0.0.1", 0, "keystore.p12", "keystore.password"),
            List.of(),
            10,
            8,
            16);
    Keeper without =
        new Keeper(
            new StaffPins(folder.resolve("pins"), new Random(1)),
            KIOSK.keeper.keys(),
            KIOSK.keeper.sessions(),
            KIOSK.keeper.delay(),
            KIOSK.keeper.audit());
    assertThatThrownBy(
            () -> WebServer.start(settings, folder, without, List.of(), List.of(), List.of()))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("staff-pin");
    assertThatThrownBy(
            () -> WebServer.start(settings, folder, KIOSK.keeper, List.of(), List.of(), List.of()))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("staff-certificate");
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

  private static Set<Thread> programThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  private static String[] with(String[] headers, String more) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = more;
    return all;
  }
}
