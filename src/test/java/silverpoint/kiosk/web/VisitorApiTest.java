package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.web.visitor.ScreenSettings;
import silverpoint.kiosk.web.visitor.VisitorApi;
import tools.jackson.databind.JsonNode;

/** What anybody at the visitor's screen may fetch, over a real server on a clock of the test's. */
class VisitorApiTest {
  private static final BoothSettings SETTINGS = BoothConfig.load(Path.of("kiosk-config"));
  private static final byte[] PICTURE = {1, 2, 3};

  @TempDir Path folder;
  private long nowMs;
  private final Booth booth =
      new Booth(
          SETTINGS,
          BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1), 0),
          new IdleCrew(),
          new BoothClock(() -> nowMs, () -> Instant.EPOCH.plusMillis(nowMs)));
  private final VisitorApi api =
      new VisitorApi(
          booth,
          SETTINGS,
          new StillVisitorKiosk(Optional.of(PICTURE)),
          new ScreenSettings(List.of("en"), false, List.of(), ""),
          Optional::empty,
          24);
  private TestKiosk kiosk;

  @BeforeEach
  void start() {
    kiosk = new TestKiosk(folder, api.more().endpoints());
  }

  @AfterEach
  void stop() {
    kiosk.close();
    api.close();
  }

  private void passes(double seconds) {
    nowMs += Math.round(seconds * 1000);
    booth.process(new BoothEvent.Tick());
  }

  private int mirror() {
    return kiosk.http.get("/api/v1/visitor/mirror").status();
  }

  @Test
  void mirrorShowsSomebodyFromConsentToTheShotOnly() {
    assertThat(mirror()).as("nobody there").isEqualTo(204);
    booth.process(new BoothEvent.SubjectSeen(101, true));
    assertThat(mirror()).as("before consent").isEqualTo(204);
    booth.process(new BoothEvent.Commanded(new BoothCommand.Agree(false)));
    RawHttp.Answer framing = kiosk.http.get("/api/v1/visitor/mirror");
    assertThat(framing.status()).isEqualTo(200);
    assertThat(framing.bytes()).isEqualTo(PICTURE);
    assertThat(framing.header("Cache-Control").orElse("")).contains("no-store");
    passes(SETTINGS.visitor().steadyS());
    assertThat(mirror()).as("countdown").isEqualTo(200);
    passes(SETTINGS.visitor().countdownS());
    booth.process(new BoothEvent.FrameTaken(1));
    assertThat(mirror()).as("after the shot").isEqualTo(204);
    booth.process(new BoothEvent.Sketched(1, new Offer("shaded", 90, 1000)));
    assertThat(mirror()).as("review").isEqualTo(204);
  }

  @Test
  void lineThatIsNotInMemoryIsNotFound() {
    for (String session : List.of("1", "-1", "x", "9".repeat(40), "1/minimal", "x/bold")) {
      assertThat(kiosk.http.get("/api/v1/visitor/line/" + session).status())
          .as(session)
          .isEqualTo(404);
    }
    assertThat(kiosk.http.get("/api/v1/visitor/take-home/1").status())
        .as("no viewer page")
        .isEqualTo(204);
  }

  @Test
  void theApisDescriptionHasAllThatTheScreenAsks() {
    JsonNode document = OpenApi.document(api.more().endpoints());
    assertThat(document.get("paths").propertyNames())
        .contains("/api/v1/visitor/status", "/api/v1/visitor/line/{session}/{style}");
    assertThat(document.get("components").get("schemas").get("VisitorView").get("required"))
        .map(JsonNode::asString)
        .contains("offers", "watch");
  }

  @Test
  void statusIsThatOfTheBooth() {
    assertThat(kiosk.http.get("/api/v1/visitor/status").json().get("phase").asString())
        .isEqualTo("ATTRACT");
  }
}
