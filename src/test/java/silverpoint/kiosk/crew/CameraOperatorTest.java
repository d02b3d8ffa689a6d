package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.TestModels;
import silverpoint.UnspeakableError;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.FeedSettings;
import silverpoint.kiosk.camera.ShownCamera;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.kiosk.subject.SubjectWatch;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.LiveFaceFinder;

/** The camera's part with real threads and models, and a camera that shows what it is told to. */
class CameraOperatorTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final RgbImage PORTRAIT = StillCamera.demo().capture().image();

  private final ShownCamera camera = new ShownCamera();
  private final BlockingQueue<Boolean> looked = new LinkedBlockingQueue<>();
  private final List<BoothEvent> told = new CopyOnWriteArrayList<>();
  private final CameraFeed feed = camera.feed(ShownCamera.PATIENT);
  private final SubjectWatch watch =
      new SubjectWatch(
          feed,
          new LiveFaceFinder(TestModels.get().model("face-detector-short")),
          SubjectSettings.defaults(),
          camera.clockNs());
  private final CameraOperator operator =
      new CameraOperator(
          feed,
          watch,
          () -> new FaceMesher(TestModels.get().model("face-mesh")),
          quarters -> "turn it by " + quarters,
          () -> camera.clockNs().getAsLong() / 1_000_000,
          told::add);

  @AfterEach
  void close() {
    operator.close();
  }

  @Test
  void framesAreKeptFromConsentToTheEndOfTheSessionOnly() throws InterruptedException {
    watch.subscribe(seen -> looked.add(seen.frame().isPresent()));
    watch.start();
    List<WeakReference<RgbImage>> before = guest(30);
    wall();
    assertThat(told)
        .anyMatch(event -> event instanceof BoothEvent.SubjectSeen seen && seen.wellFramed());
    assertThat(alive(before)).as("frames from before the consent").isZero();

    operator.collect(1);
    List<WeakReference<RgbImage>> agreed = guest(30);
    wall();
    assertThat(alive(agreed)).as("the best frames of a guest who agreed").isBetween(1L, 6L);
    operator.drop(0);
    assertThat(alive(agreed)).as("after the end of another session").isBetween(1L, 6L);
    operator.drop(1);
    assertThat(alive(agreed)).as("frames after the session").isZero();

    operator.collect(2);
    List<WeakReference<RgbImage>> drawn = guest(30);
    wall();
    assertThat(operator.take(2).orElseThrow().get()).isPresent();
    assertThat(alive(drawn)).as("frames after the best was taken").isZero();
  }

  @Test
  void aCameraThatIsStillBeingOpenedIsNoFault() {
    camera.pass(59_000);
    operator.look();
    assertThat(told).noneMatch(BoothEvent.Failing.class::isInstance);
  }

  @Test
  void aCameraThatHadItsTimeIsAFaultUntilItGivesAPicture() throws InterruptedException {
    while (feed.health().fault().isEmpty()) {
      camera.pass(1_000);
      Thread.sleep(1);
    }
    operator.look();
    operator.look();
    assertThat(told)
        .containsExactly(
            new BoothEvent.Failing(FaultKind.CAMERA, feed.health().fault().orElseThrow()));
    while (!feed.health().isLive()) {
      camera.show(PORTRAIT);
      camera.pass(1);
      Thread.sleep(1);
    }
    operator.look();
    assertThat(told).hasSize(2).endsWith(new BoothEvent.Healed(FaultKind.CAMERA));
  }

  @Test
  void aFaultIsToldAlsoAfterItCouldNotBeToldOnce() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch heard = new CountDownLatch(1);
    CameraFeed dark = camera.feed(new FeedSettings(60_000, 1, 1, 600_000, 600_000, 0));
    SubjectWatch idle =
        new SubjectWatch(
            dark,
            new LiveFaceFinder(TestModels.get().model("face-detector-short")),
            SubjectSettings.defaults(),
            camera.clockNs());
    try (CameraOperator own =
        new CameraOperator(
            dark,
            idle,
            () -> new FaceMesher(TestModels.get().model("face-mesh")),
            Integer::toString,
            () -> 0,
            event -> {
              if (tries.getAndIncrement() == 0) {
                throw new UnspeakableError();
              }
              heard.countDown();
            })) {
      while (dark.health().fault().isEmpty()) {
        camera.pass(1);
        Thread.sleep(1);
      }
      assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(own.hint()).isEqualTo(Hint.NOBODY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aCameraOnItsSideIsToldUntilSomebodyStands(int quarters) throws InterruptedException {
    watch.subscribe(seen -> looked.add(seen.frame().isPresent()));
    watch.start();
    guest(60, quarters);
    operator.look();
    assertThat(faults()).as("a guest who bends down for a moment").isEmpty();
    showUntilTold(quarters, 1);
    wall();
    operator.look();
    assertThat(faults())
        .containsExactly(new BoothEvent.Failing(FaultKind.CAMERA_TURNED, "turn it by " + quarters));
    showUntilTold(0, 2);
    assertThat(faults()).endsWith(new BoothEvent.Healed(FaultKind.CAMERA_TURNED));
  }

  private void showUntilTold(int quarters, int changes) throws InterruptedException {
    for (int i = 0; i < 100 && faults().size() < changes; i++) {
      guest(10, quarters);
      operator.look();
    }
  }

  private List<BoothEvent> faults() {
    return told.stream().filter(event -> !(event instanceof BoothEvent.SubjectSeen)).toList();
  }

  @Test
  void guestsWhoStandAreNoFault() throws InterruptedException {
    watch.subscribe(seen -> looked.add(seen.frame().isPresent()));
    watch.start();
    guest(200);
    operator.look();
    assertThat(faults()).isEmpty();
  }

  private List<WeakReference<RgbImage>> guest(int frames) throws InterruptedException {
    return guest(frames, 0);
  }

  /** Shows the guest, every picture one of its own. */
  private List<WeakReference<RgbImage>> guest(int frames, int quarters)
      throws InterruptedException {
    List<WeakReference<RgbImage>> shown = new ArrayList<>();
    Affine toPortrait =
        Affine.translation(-320, -205)
            .then(Affine.scaling(1 / 1.5))
            .then(Affine.translation(228, 130));
    for (int i = 0; i < frames; i++) {
      RgbImage picture =
          Resampling.window(PORTRAIT, toPortrait, WIDTH, HEIGHT, Resampling.Border.REPLICATE)
              .turned(quarters, false);
      shown.add(new WeakReference<>(picture));
      show(picture);
    }
    return shown;
  }

  private void wall() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      show(new RgbImage(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]));
    }
  }

  private void show(RgbImage picture) throws InterruptedException {
    looked.clear();
    camera.show(picture);
    Boolean seen = looked.poll(20, TimeUnit.SECONDS);
    while (Boolean.FALSE.equals(seen)) {
      seen = looked.poll(20, TimeUnit.SECONDS);
    }
    assertThat(seen).isTrue();
  }

  private static long alive(List<WeakReference<RgbImage>> pictures) throws InterruptedException {
    long alive = Long.MAX_VALUE;
    for (int i = 0; i < 5 && alive > 0; i++) {
      System.gc();
      Thread.sleep(10);
      alive = pictures.stream().filter(picture -> picture.get() != null).count();
    }
    return alive;
  }
}
