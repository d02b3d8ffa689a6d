package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.web.RawHttp.STRANGER;
import static silverpoint.kiosk.web.StagedKiosk.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Phase;
import tools.jackson.databind.JsonNode;

/** The booth as OctoPrint's clients see it. */
class OctoPrintApiTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private final RawHttp http = kiosk.http;

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @Test
  void octoPrintClientWatchesAndPauses() {
    String key = "X-Api-Key: " + kiosk.key(Role.OPERATOR);
    assertThat(http.get("/api/version", key, STRANGER).json().get("text").asString())
        .contains("OctoPrint");
    assertThat(http.get("/api/version", STRANGER).status()).isEqualTo(401);
    assertThat(http.post("/api/login", "{\"passive\":true}", key, STRANGER).status())
        .isEqualTo(200);
    JsonNode job = http.get("/api/job", key, STRANGER).json();
    assertThat(job.get("state").asString()).isEqualTo("Printing");
    assertThat(job.get("progress").get("completion").asDouble()).isBetween(30.0, 100.0);
    assertThat(octoPrint("{\"command\":\"pause\",\"action\":\"resume\"}", key)).isEqualTo(409);
    assertThat(octoPrint("{\"command\":\"pause\",\"action\":\"pause\"}", key)).isEqualTo(204);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Paused);
    JsonNode flags = http.get("/api/printer", key, STRANGER).json().get("state").get("flags");
    assertThat(flags.get("paused").asBoolean()).isTrue();
    assertThat(octoPrint("{\"command\":\"pause\"}", key)).as("toggle").isEqualTo(204);
    assertThat(octoPrint("{\"command\":\"melt\"}", key)).isEqualTo(400);
    String viewer = "X-Api-Key: " + kiosk.key(Role.VIEWER);
    assertThat(octoPrint("{\"command\":\"cancel\"}", viewer)).isEqualTo(403);
  }

  /** The requests of OctoPrint's own JavaScript client, header by header. */
  @Test
  void requestsOfItsOwnClientAreUnderstood() {
    String[] client = {
      "X-Api-Key: " + kiosk.key(Role.OPERATOR),
      "Accept: application/json, text/javascript, */*; q=0.01",
      "Cache-Control: no-cache",
      "X-Locale: en",
      STRANGER
    };
    for (String path :
        List.of(
            "/api/version",
            "/api/server",
            "/api/settings",
            "/api/connection",
            "/api/job",
            "/api/currentuser",
            "/api/printerprofiles",
            "/api/files?recursive=true",
            "/api/files/local?recursive=false",
            "/api/printer?history=true&limit=2&exclude=temperature,sd")) {
      RawHttp.Answer answer = http.get(path, client);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.json().isObject()).isTrue();
    }
    String[] json = RawHttp.with(client, "Content-Type: application/json; charset=UTF-8");
    String toggle = "{\"command\":\"pause\"}";
    assertThat(http.send("POST", "/api/job", toggle, json).status()).isEqualTo(204);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Paused);
    assertThat(http.send("POST", "/api/job", toggle, json).status()).isEqualTo(204);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Drawing);
    assertThat(http.send("POST", "/api/job", "{\"command\":\"cancel\"}", json).status())
        .isEqualTo(204);
    await(() -> kiosk.booth.snapshot().state().machine() instanceof MachineState.Erase);
    assertThat(http.get("/api/job", client).json().get("progress").has("completion")).isTrue();
    assertThat(http.send("POST", "/api/job", "{\"command\":\"cancel\"}", json).status())
        .isEqualTo(409);
  }

  /** What the buttons of fleet managers send. */
  @Test
  void emergencyStopOfADashboardIsOurs() {
    String operator = "X-Api-Key: " + kiosk.key(Role.OPERATOR);
    assertThat(code("{\"command\":\"G28\"}", operator)).isEqualTo(409);
    assertThat(code("{\"command\":\"M112\"}", "X-Api-Key: " + kiosk.key(Role.VIEWER)))
        .isEqualTo(403);
    assertThat(kiosk.booth.snapshot().state().machine()).isInstanceOf(MachineState.Drawing.class);
    assertThat(code("{\"command\":\"M112\"}", operator)).isEqualTo(204);
    await(() -> kiosk.booth.snapshot().phase() == Phase.FAULT);
    assertThat(kiosk.auditLines()).anyMatch(line -> line.contains("emergency-stop"));
  }

  private int code(String body, String key) {
    return http.post("/api/printer/command", body, key, STRANGER).status();
  }

  private int octoPrint(String body, String key) {
    return http.post("/api/job", body, key, STRANGER).status();
  }
}
