package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.RawHttp.STRANGER;
import static silverpoint.kiosk.web.RawHttp.with;
import static silverpoint.kiosk.web.StagedKiosk.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.web.staff.CommandApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a running booth: its document against its answers, its commands, its guards. */
class KioskServerTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private final RawHttp http = kiosk.http;

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @Test
  void everyDocumentedReadAnswersAsDocumented() {
    String[] admin = kiosk.logIn(Role.ADMIN);
    JsonNode document = http.get("/api/v1/openapi.json", admin).json();
    int read = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode get = path.getValue().get("get");
      if (get == null || path.getKey().contains("{")) {
        continue;
      }
      JsonNode content = get.get("responses").get("200").get("content");
      String type = content.propertyNames().iterator().next();
      if (type.equals("text/event-stream")) {
        continue;
      }
      RawHttp.Answer answer = http.get(path.getKey(), admin);
      assertThat(answer.status()).as(path.getKey()).isIn(200, 204);
      if (type.equals("application/json")) {
        SchemaCheck check = new SchemaCheck(document);
        assertThat(check.faults(content.get(type).get("schema"), answer.json(), path.getKey()))
            .isEmpty();
        read++;
      } else {
        assertThat(answer.header("Content-Type").orElse("")).startsWith(type.split(";")[0]);
      }
    }
    assertThat(read).isGreaterThan(6);
  }

  @Test
  void schemasNoticeAWrongAnswer() {
    JsonNode document = http.get("/api/v1/openapi.json", kiosk.logIn(Role.ADMIN)).json();
    JsonNode schema = document.get("components").get("schemas").get("StaffState");
    JsonNode wrong = JsonMapper.shared().readTree("{\"phase\":3,\"more\":1}");
    assertThat(new SchemaCheck(document).faults(schema, wrong, "state")).hasSizeGreaterThan(5);
  }

  @Test
  void strangersReachNothingThatIsDocumentedButTheLoginAndSignsOfLife() {
    JsonNode document = http.get("/api/v1/openapi.json").json();
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        String at = path.getKey().replaceAll("\\{\\w+}", "1");
        RawHttp.Answer answer =
            method.equals("get") ? http.get(at, STRANGER) : http.post(at, "{}", STRANGER);
        if (answer.status() != 401) {
          open.add(method + " " + path.getKey());
        }
      }
    }
    assertThat(open)
        .as("T8 and T11: the camera and all commands are closed")
        .containsExactlyInAnyOrder(
            "get /api/v1/session",
            "post /api/v1/session",
            "post /api/v1/session/touch",
            "post /api/v1/session/end",
            "get /healthz",
            "get /readyz");
  }

  @Test
  void commandThatDoesNotFitChangesNothing() {
    String[] operator = kiosk.logIn(Role.OPERATOR);
    long before = kiosk.booth.snapshot().number();
    RawHttp.Answer answer = http.post("/api/v1/commands/resume", "", operator);
    assertThat(answer.status()).as("T9").isEqualTo(409);
    assertThat(answer.json().get("reason").asString()).isEqualTo("NOT_PAUSED");
    assertThat(kiosk.booth.snapshot().number()).isEqualTo(before);
  }

  @Test
  void operatorPausesAndResumes() {
    String[] operator = kiosk.logIn(Role.OPERATOR);
    assertThat(http.post("/api/v1/commands/pause", "{}", operator).status()).isEqualTo(200);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Paused);
    assertThat(http.post("/api/v1/commands/resume", "{}", operator).status()).isEqualTo(200);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Drawing);
    assertThat(http.get("/api/v1/audit", kiosk.logIn(Role.ADMIN)).text())
        .contains("pause", "resume");
  }

  @Test
  void eachRoleGivesItsOwnCommandsAndNoOther() {
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.ENGINEER, Role.ADMIN)) {
      String[] login = with(kiosk.logIn(role), STRANGER);
      CommandApi.kinds(BoothCommand.class)
          .filter(kind -> kind != BoothCommand.EmergencyStop.class)
          .forEach(kind -> {
            int status =
                http.post("/api/v1/commands/" + BoothCommand.keyOf(kind), "nonsense", login)
                    .status();
            Role needed =
                BoothCommand.ByEngineer.class.isAssignableFrom(kind)
                    ? Role.ENGINEER
                    : BoothCommand.ByStaff.class.isAssignableFrom(kind)
                        ? Role.OPERATOR
                        : Role.VISITOR;
            if (role.includes(needed)) {
              assertThat(status).as(role + " " + kind).isIn(200, 400, 409);
            } else {
              assertThat(status).as(role + " " + kind).isEqualTo(403);
            }
          });
    }
  }

  @Test
  void viewerAndScreenStopTheMachineAtOnce() {
    assertThat(
            http.post(
                    "/api/v1/commands/emergency-stop", "", with(kiosk.logIn(Role.VIEWER), STRANGER))
                .status())
        .isEqualTo(200);
    await(() -> kiosk.booth.snapshot().phase() == Phase.FAULT);
    assertThat(http.post("/api/v1/commands/emergency-stop", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"xMm\":1e9,\"yMm\":0}",
        "{\"xMm\":\"NaN\",\"yMm\":0}",
        "{\"xMm\":1}",
        "{\"xMm\":{},\"yMm\":[]}"
      })
  void commandsOutOfBoundsAreRefused(String body) {
    assertThat(http.post("/api/v1/commands/jog", body, kiosk.logIn(Role.ENGINEER)).status())
        .isEqualTo(400);
  }

  @Test
  void lineCarriesTimesThatGrow() {
    JsonNode line = http.get("/api/v1/line", kiosk.logIn(Role.VIEWER)).json();
    double before = 0;
    Set<Integer> kinds = new TreeSet<>();
    for (JsonNode leg : line.get("legs")) {
      kinds.add(leg.get("kind").asInt());
      assertThat(leg.get("points").size()).isEqualTo(2 * leg.get("timesS").size());
      for (JsonNode time : leg.get("timesS")) {
        assertThat(time.asDouble()).isGreaterThanOrEqualTo(before);
        before = time.asDouble();
      }
    }
    assertThat(before).isCloseTo(line.get("durationS").asDouble(), Offset.offset(0.1));
    assertThat(kinds).contains(0, 1, 2);
  }

  @Test
  void textsExistInEveryLanguageForWhateverTheBoothSays() throws IOException {
    Set<String> english = new TreeSet<>(texts("en").propertyNames());
    for (String language : List.of("de", "fr", "es", "ja")) {
      assertThat(new TreeSet<>(texts(language).propertyNames())).as(language).isEqualTo(english);
    }
    Arrays.stream(Phase.values())
        .forEach(phase -> assertThat(english).contains("phase." + phase, "next." + phase));
    Arrays.stream(FaultKind.values())
        .forEach(kind -> assertThat(english).contains("fault." + kind, "cure." + kind));
    Arrays.stream(Refusal.values()).forEach(why -> assertThat(english).contains("refusal." + why));
    Arrays.stream(Role.values()).forEach(role -> assertThat(english).contains("role." + role));
    CommandApi.kinds(BoothCommand.class)
        .filter(kind -> !BoothCommand.ByVisitor.class.isAssignableFrom(kind))
        .forEach(kind -> assertThat(english).contains("command." + BoothCommand.keyOf(kind)));
  }

  @Test
  void withoutAnyPinTheOwnScreenSteersAndDoesNoMoreAndTheNetworkNothing() {
    try (StagedKiosk fresh = new StagedKiosk(false, 0)) {
      assertThat(fresh.http.post("/api/v1/session", "{\"pin\":\"\"}", STRANGER).status())
          .isEqualTo(401);
      RawHttp.Answer answer = fresh.http.post("/api/v1/session", "{\"pin\":\"\"}");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("pinIsSet").asBoolean()).isFalse();
      assertThat(answer.json().get("role").asString()).isEqualTo("OPERATOR");
      String[] login = StagedKiosk.loginOf(answer);
      for (String path : List.of("/api/v1/support-bundle", "/api/v1/audit")) {
        assertThat(fresh.http.get(path, login).status()).as(path).isEqualTo(403);
      }
      String jog = "{\"xMm\":1,\"yMm\":0}";
      assertThat(fresh.http.post("/api/v1/commands/jog", jog, login).status()).isEqualTo(403);
      String pin = "{\"ownPin\":\"\",\"role\":\"ADMIN\",\"pin\":\"577215\"}";
      assertThat(fresh.http.post("/api/v1/pins", pin, login).status()).isEqualTo(403);
      fresh.setPinOnTheTerminal(Role.ADMIN, "577215");
      assertThat(fresh.http.get("/api/v1/camera", login).status())
          .as("a login from before there was a PIN")
          .isEqualTo(401);
    }
  }

  @Test
  void pinThatIsSetOnTheTerminalEndsTheLoginsOfItsRole() {
    String[] operator = kiosk.logIn(Role.OPERATOR);
    String[] viewer = kiosk.logIn(Role.VIEWER);
    kiosk.setPinOnTheTerminal(Role.OPERATOR, "577215");
    assertThat(http.get("/api/v1/status", RawHttp.with(operator, STRANGER)).status())
        .isEqualTo(401);
    assertThat(http.get("/api/v1/status", RawHttp.with(viewer, STRANGER)).status()).isEqualTo(200);
  }

  @Test
  void whoLogsOutIsOutWithEveryCopyOfTheCookie() {
    String[] login = kiosk.logIn(Role.OPERATOR);
    assertThat(http.get("/api/v1/status", RawHttp.with(login, STRANGER)).status()).isEqualTo(200);
    assertThat(http.post("/api/v1/session/end", "", login).status()).isEqualTo(200);
    assertThat(http.get("/api/v1/status", RawHttp.with(login, STRANGER)).status()).isEqualTo(401);
  }

  @Test
  void picturesOfPeopleAreKeptByNoCache() {
    String[] login = kiosk.logIn(Role.OPERATOR);
    for (String path : List.of("/api/v1/camera", "/api/v1/line-art", "/api/v1/history/lines/1")) {
      RawHttp.Answer answer = http.get(path, login);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
    }
  }

  private static JsonNode texts(String language) throws IOException {
    return JsonMapper.shared()
        .readTree(
            Files.readString(
                Path.of(
                    "src/main/resources/silverpoint/kiosk/web/staff/lang", language + ".json")));
  }
}
