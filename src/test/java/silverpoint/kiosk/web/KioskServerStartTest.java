package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.app.KioskServer;
import silverpoint.kiosk.booth.BoothClock;

/** How a server starts, or does not, and what the computer's clock is to it. */
class KioskServerStartTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @Test
  void aServerThatCannotStartLeavesNothingOpen() {
    Path folder = TemporaryFolders.create();
    WebSettings usual = TestKiosk.settings();
    WebSettings.Network network =
        new WebSettings.Network(true, "127.0.0.1", 0, "keystore.p12", "keystore.password");
    List<Boolean> closed = new ArrayList<>();
    StartingServer starting = StartingServer.open(usual);
    List<Handler> handlers = List.of(Logger.getLogger("").getHandlers());
    assertThatThrownBy(() ->
            KioskServer.start(
                new WebSettings(0, network, usual.hostNames(), 10, 8, 16),
                starting,
                new KioskServer.Places(folder, folder),
                BoothClock.system(),
                new Random(1),
                kiosk.booth,
                kiosk,
                kiosk.history,
                () -> StagedKiosk.DIAGNOSIS,
                new Extension(List.of(), List.of(), List.of(() -> closed.add(true)))))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("staff-pin");
    assertThat(closed).as("parts of other rooms").hasSize(1);
    assertThatThrownBy(() -> new RawHttp(starting.port()).get("/healthz"))
        .as("the port")
        .isInstanceOf(UncheckedIOException.class);
    assertThat(Logger.getLogger("").getHandlers()).containsExactlyElementsOf(handlers);
  }

  @Test
  void aClockThatIsSetLocksNobodyOutAndKeepsNobodyIn() {
    AtomicLong nowMs = new AtomicLong();
    AtomicLong wallMs = new AtomicLong(1_700_000_000_000L);
    BoothClock clock = new BoothClock(nowMs::get, () -> Instant.ofEpochMilli(wallMs.get()));
    Path folder = TemporaryFolders.create();
    new StaffPins(folder.resolve("staff-pins"), new Random(1))
        .set(Role.ENGINEER, new Pin(TestKiosk.ENGINEER_PIN));
    try (KioskServer server =
        KioskServer.start(
            TestKiosk.settings(),
            StartingServer.open(TestKiosk.settings()),
            new KioskServer.Places(folder, folder),
            clock,
            new Random(2),
            kiosk.booth,
            kiosk,
            kiosk.history,
            () -> StagedKiosk.DIAGNOSIS,
            Extension.NOTHING)) {
      RawHttp other = new RawHttp(server.loopbackPort());
      for (Duration jump : List.of(Duration.ofDays(-14), Duration.ofDays(14))) {
        String pin = "{\"pin\":\"%s\"}";
        assertThat(other.post("/api/v1/session", pin.formatted("000111")).status()).isEqualTo(401);
        wallMs.addAndGet(jump.toMillis());
        nowMs.addAndGet(1_000);
        RawHttp.Answer answer =
            other.post("/api/v1/session", pin.formatted(TestKiosk.ENGINEER_PIN));
        assertThat(answer.status()).as("%s: %s", jump, answer.text()).isEqualTo(200);
        assertThat(answer.json().get("endsInS").asLong()).isEqualTo(8 * 3600);
        String[] login = StagedKiosk.loginOf(answer);
        wallMs.addAndGet(jump.toMillis());
        assertThat(other.get("/api/v1/log", login).status()).as("%s", jump).isEqualTo(200);
        nowMs.addAndGet(Duration.ofMinutes(10).toMillis());
        assertThat(other.get("/api/v1/log", login).status()).as("%s", jump).isEqualTo(401);
      }
    }
  }
}
