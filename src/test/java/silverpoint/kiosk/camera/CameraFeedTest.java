package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.UnspeakableError;
import silverpoint.kiosk.camera.ScriptedCamera.Act;
import silverpoint.sketch.Frame;

/** The watchdog in virtual time; readers are real threads, waited for by what they do. */
class CameraFeedTest {
  private static final FeedSettings SETTINGS =
      new FeedSettings(1_000, 5_000, 3_000, 100, 800, 1_500);

  private final AtomicLong nowNs = new AtomicLong();
  private final List<ScriptedCamera> cameras = new ArrayList<>();
  private final List<CameraFeed> feeds = new ArrayList<>();

  @AfterEach
  void letGo() {
    feeds.forEach(CameraFeed::close);
    cameras.forEach(ScriptedCamera::release);
  }

  private CameraFeed feed(Act... script) {
    ScriptedCamera camera = new ScriptedCamera(script);
    cameras.add(camera);
    CameraFeed feed = new CameraFeed(camera, SETTINGS, nowNs::get);
    feeds.add(feed);
    return feed;
  }

  private void pass(long ms) {
    nowNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
  }

  /** Lets virtual time pass and the watchdog look until it is so. */
  private void until(CameraFeed feed, BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 2_000 && !so.getAsBoolean(); i++) {
      pass(20);
      feed.tick();
      Thread.sleep(1);
    }
    assertThat(so.getAsBoolean()).as("%s", feed.health()).isTrue();
  }

  /** The watchdog looks, without time, until it is so. */
  private static void soon(CameraFeed feed, BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 20_000 && !so.getAsBoolean(); i++) {
      feed.tick();
      Thread.sleep(1);
    }
    assertThat(so.getAsBoolean()).as("%s", feed.health()).isTrue();
  }

  @Test
  void aSlowStartIsNoFaultUntilItsTimeIsOver() throws InterruptedException {
    CameraFeed feed = feed(Act.HANG_OPENING);
    feed.tick();
    pass(SETTINGS.firstOpenTimeoutMs());
    feed.tick();
    assertThat(feed.health().status()).isEqualTo(CameraHealth.Status.OPENING);
    assertThat(feed.health().fault()).isEmpty();
    pass(1);
    feed.tick();
    assertThat(feed.health().status()).isEqualTo(CameraHealth.Status.WAITING);
    pass(SETTINGS.toleratedMs() + 1);
    assertThat(feed.health().fault().orElseThrow()).contains("no picture for 5.0 s");
  }

  @Test
  void aLookOfWhichNothingCanBeSaidDoesNotEndTheWatchdog() throws InterruptedException {
    ScriptedCamera working = new ScriptedCamera(Act.REFUSE, Act.WORK);
    AtomicInteger looks = new AtomicInteger();
    LongSupplier clock =
        () -> {
          if (looks.getAndIncrement() == 0) {
            throw new UnspeakableError();
          }
          return nowNs.addAndGet(20_000_000);
        };
    CameraFeed feed = new CameraFeed(working, SETTINGS, clock);
    feeds.add(feed.start());
    for (int i = 0; i < 20_000 && feed.newest().isEmpty(); i++) {
      Thread.sleep(1);
    }
    assertThat(feed.newest()).isPresent();
  }

  @Test
  void aCameraThatWorkedHasLessTimeToOpenAgain() throws InterruptedException {
    CameraFeed feed = feed(Act.VANISH, Act.HANG_OPENING);
    soon(feed, () -> feed.health().lastError().isPresent());
    pass(SETTINGS.firstRetryMs());
    soon(feed, () -> feed.health().status() == CameraHealth.Status.OPENING);
    pass(SETTINGS.openTimeoutMs() + 1);
    feed.tick();
    assertThat(feed.health().lastError().orElseThrow()).contains("no picture for 3.0 s");
  }

  @Test
  void anInterruptionIsAFaultOnlyWhenItLasts() throws InterruptedException {
    CameraFeed feed = feed(Act.VANISH, Act.VANISH, Act.REFUSE, Act.WORK);
    soon(feed, () -> feed.health().lastError().isPresent());
    assertThat(feed.health().fault()).isEmpty();
    pass(SETTINGS.toleratedMs());
    assertThat(feed.health().fault()).isEmpty();
    soon(feed, () -> feed.health().restarts() == 1);
    soon(feed, () -> feed.health().status() == CameraHealth.Status.WAITING);
    pass(SETTINGS.toleratedMs());
    assertThat(feed.health().fault()).as("it gave a picture meanwhile").isEmpty();
    pass(1);
    assertThat(feed.health().fault().orElseThrow()).contains("plug it in");
    soon(feed, () -> feed.health().restarts() == 2);
    soon(feed, () -> feed.health().status() == CameraHealth.Status.WAITING);
    assertThat(feed.health().fault().orElseThrow()).contains("refused; ask again");
    pass(SETTINGS.longestRetryMs());
    soon(feed, () -> feed.health().isLive());
    assertThat(feed.health().fault()).isEmpty();
    assertThat(feed.health().lastError()).isPresent();
  }

  @Test
  void anotherCameraBeginsWithoutTheFaultOfTheFirst() throws InterruptedException {
    CameraFeed feed = feed(Act.REFUSE);
    soon(feed, () -> feed.health().lastError().isPresent());
    pass(SETTINGS.toleratedMs() + 1);
    assertThat(feed.health().fault()).isPresent();
    ScriptedCamera other = new ScriptedCamera(Act.WORK);
    cameras.add(other);
    feed.use(other);
    assertThat(feed.health().fault()).isEmpty();
  }

  @Test
  void givesTheNewestFrameOnly() throws InterruptedException {
    CameraFeed feed = feed(Act.WORK);
    until(feed, () -> feed.newest().isPresent());
    Frame first = feed.newest().orElseThrow();
    pass(40);
    Frame second = feed.awaitNewer(first.capturedNs(), 5_000).orElseThrow();
    assertThat(second.capturedNs()).isGreaterThan(first.capturedNs());
    assertThat(feed.health().isLive()).isTrue();
    assertThat(feed.health().restarts()).isZero();
    assertThat(feed.health().lastError()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"REFUSE", "VANISH", "STALL", "HANG", "BREAK", "RUN_OUT_OF_MEMORY", "BREAK_CLOSING"})
  void comesBackAfter(Act fault) throws InterruptedException {
    CameraFeed feed = feed(fault, fault, Act.WORK);
    until(feed, () -> feed.health().restarts() == 2 && feed.newest().isPresent());
    assertThat(feed.health().lastError().orElseThrow()).startsWith("scripted camera: ");
    assertThat(feed.health().isLive()).isTrue();
  }

  @Test
  void showsNoOldPictureWhenTheCameraStalls() throws InterruptedException {
    CameraFeed feed = feed(Act.STALL, Act.REFUSE);
    until(feed, () -> feed.newest().isPresent());
    pass(SETTINGS.staleMs() + 1);
    feed.tick();
    assertThat(feed.newest()).isEmpty();
    assertThat(feed.health().status()).isEqualTo(CameraHealth.Status.WAITING);
    assertThat(feed.health().framesPerS()).isZero();
    assertThat(feed.health().lastError().orElseThrow()).contains("no picture for 1.0 s");
  }

  @Test
  void waitsLongerAfterEveryFailure() throws InterruptedException {
    CameraFeed feed = feed(Act.REFUSE);
    List<Long> pausesMs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int restarts = i;
      until(feed, () -> feed.health().restarts() == restarts);
      until(feed, () -> feed.health().status() == CameraHealth.Status.WAITING);
      long beganNs = nowNs.get();
      until(feed, () -> feed.health().restarts() == restarts + 1);
      pausesMs.add(TimeUnit.NANOSECONDS.toMillis(nowNs.get() - beganNs));
    }
    assertThat(pausesMs.get(1)).isGreaterThan(pausesMs.get(0));
    assertThat(pausesMs.get(2)).isGreaterThan(pausesMs.get(1));
    assertThat(pausesMs.getLast()).isBetween(700L, 800L);
  }

  @Test
  void aDriverThatHangsForEverCostsFewThreads() throws InterruptedException {
    CameraFeed feed = feed(Act.HANG_OPENING);
    until(feed, () -> feed.health().lastError().orElse("").contains("it hangs"));
    int restarts = feed.health().restarts();
    assertThat(restarts).isEqualTo(3);
    for (int i = 0; i < 100; i++) {
      pass(1_000);
      feed.tick();
    }
    assertThat(feed.health().restarts()).isEqualTo(restarts);
    cameras.getFirst().release();
    until(feed, () -> feed.health().restarts() > restarts);
  }

  @Test
  void closesWhileTheDriverHangs() throws InterruptedException {
    CameraFeed feed = feed(Act.HANG);
    until(feed, () -> feed.newest().isPresent());
    feed.close();
    assertThat(feed.tick()).isFalse();
    assertThat(feed.newest()).isEmpty();
    assertThat(feed.awaitNewer(Long.MIN_VALUE, 5_000)).isEmpty();
    assertThat(feed.health().status()).isEqualTo(CameraHealth.Status.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"BREAK", "RUN_OUT_OF_MEMORY", "BREAK_CLOSING"})
  void noThreadDiesOf(Act fault) throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));
    try {
      CameraFeed feed = feed(fault, fault, fault, Act.WORK);
      until(feed, () -> feed.health().restarts() == 3 && feed.newest().isPresent());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(uncaught).isEmpty();
  }

  @Test
  void saysWithoutWordsForProgrammersWhatBroke() throws InterruptedException {
    CameraFeed broken = feed(Act.BREAK, Act.WORK);
    until(broken, () -> broken.health().lastError().isPresent());
    assertThat(broken.health().lastError().orElseThrow())
        .contains("broken")
        .doesNotContain("Exception");
    CameraFeed full = feed(Act.RUN_OUT_OF_MEMORY, Act.WORK);
    until(full, () -> full.health().lastError().isPresent());
    assertThat(full.health().lastError().orElseThrow()).contains("out of memory");
  }
}
