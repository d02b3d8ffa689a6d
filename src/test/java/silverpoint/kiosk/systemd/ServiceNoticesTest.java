package silverpoint.kiosk.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.web.IdleCrew;

/** What systemd hears of a kiosk, at a real socket. */
class ServiceNoticesTest {
  private static final long PID = 812;
  private static final BoothSettings SETTINGS = BoothConfig.load(Path.of("kiosk-config"));
  private static final BoothState BEGINNING =
      BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1), 0);

  @TempDir private Path folder;

  private static ServiceNotices notices(String socket, String... more) {
    Map<String, String> environment = new HashMap<>(Map.of("NOTIFY_SOCKET", socket));
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return ServiceNotices.of(environment, PID);
  }

  private String path() {
    return folder.resolve("notify").toString();
  }

  private static void tellsItsLife(String name) {
    try (DatagramReceiver systemd = new DatagramReceiver(name);
        ServiceNotices service = notices(name)) {
      service.status("starting");
      service.ready();
      service.status("ATTRACT");
      service.status("ATTRACT");
      service.stopping();
      assertThat(systemd.received())
          .containsExactly("STATUS=starting", "READY=1", "STATUS=ATTRACT", "STOPPING=1");
    }
  }

  @Test
  void aKioskTellsItsLifeAtASocketOfTheFileSystem() {
    tellsItsLife(path());
  }

  @Test
  void aKioskTellsItsLifeAtAnAbstractSocket() {
    tellsItsLife("@silverpoint-test-" + ProcessHandle.current().pid());
  }

  @Test
  void turnsFeedTheWatchdogAtMostEveryQuarterAndAtLeastEveryHalfOfItsTime() {
    try (DatagramReceiver systemd = new DatagramReceiver(path());
        ServiceNotices service = notices(path(), "WATCHDOG_USEC", "20000000")) {
      // a loop that turns ten times a second, then once a second
      IntStream.range(0, 100).forEach(turn -> service.turned(100L * turn));
      assertThat(systemd.received()).containsExactly("WATCHDOG=1", "WATCHDOG=1");
      long lastMs = 5_000;
      for (long nowMs = 10_000; nowMs < 60_000; nowMs += 1_000) {
        service.turned(nowMs);
        if (!systemd.received().isEmpty()) {
          assertThat(nowMs - lastMs).isLessThanOrEqualTo(10_000);
          lastMs = nowMs;
        }
      }
      assertThat(lastMs).isGreaterThan(50_000);
    }
  }

  @Test
  void whoIsNotAskedToFeedAWatchdogDoesNot() {
    try (DatagramReceiver systemd = new DatagramReceiver(path());
        ServiceNotices without = notices(path());
        ServiceNotices ofAnother =
            notices(path(), "WATCHDOG_USEC", "20000000", "WATCHDOG_PID", "1")) {
      without.turned(0);
      ofAnother.turned(0);
      assertThat(systemd.received()).isEmpty();
    }
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", "vsock:2:1234", "notify", "/nowhere/at/all", "@nobody-listens"})
  void whoDoesNotListenIsToldNothing(String socket) {
    try (ServiceNotices service = notices(socket, "WATCHDOG_USEC", "many")) {
      assertThatCode(
              () -> {
                service.ready();
                service.turned(0);
                service.stopping();
              })
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> ServiceNotices.of(Map.of(), PID).close()).doesNotThrowAnyException();
  }

  @Test
  void aSystemdThatDoesNotReadHoldsNobodyUp() {
    try (DatagramReceiver systemd = new DatagramReceiver(path());
        ServiceNotices service = notices(path(), "WATCHDOG_USEC", "4000")) {
      IntStream.range(0, 10_000).forEach(service::turned);
      assertThat(systemd.received()).isNotEmpty();
    }
  }

  /** The loop is the only one that feeds: as soon as it hangs, nothing is sent. */
  @Test
  void aBoothThatHangsFeedsNoWatchdog() throws InterruptedException {
    AtomicLong nowMs = new AtomicLong(1_000_000);
    BoothClock clock = new BoothClock(nowMs::get, BoothClock.system().wall());
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (DatagramReceiver systemd = new DatagramReceiver(path());
        ServiceNotices service = notices(path(), "WATCHDOG_USEC", "20000000");
        Booth booth = new Booth(SETTINGS, BEGINNING, new IdleCrew(), clock)) {
      booth.feed(service::turned);
      booth.start();
      await(() -> systemd.received().contains("WATCHDOG=1"));
      booth.subscribe(_ -> {
        hangs.countDown();
        awaitQuietly(released);
      });
      booth.tell(new BoothEvent.Commanded(new BoothCommand.Close()));
      hangs.await();
      systemd.received();
      nowMs.addAndGet(600_000);
      assertThat(booth.silence()).isPresent();
      // whoever asks waits for more than a second
      assertThat(booth.command(new BoothCommand.Close())).contains(Refusal.SILENT);
      assertThat(systemd.received()).isEmpty();
      released.countDown();
      await(() -> systemd.received().contains("WATCHDOG=1"));
      assertThat(booth.silence()).isEmpty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 6_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("it did not come in a minute");
  }
}
