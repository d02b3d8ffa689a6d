package silverpoint.kiosk.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.UnspeakableError;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.ShownCamera;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.LiveFaceFinder;

/**
 * The whole loop on a camera that shows one picture: real threads, a clock that the camera moves.
 */
class SubjectWatchTest {
  private static final RgbImage WALL = new RgbImage(160, 120, new byte[3 * 160 * 120]);

  private final ShownCamera camera = new ShownCamera();

  @Test
  void seesTheVisitorAndForgetsThemWithTheCamera() throws InterruptedException {
    RgbImage portrait = StillCamera.demo().capture().image();
    LiveFaceFinder finder = new LiveFaceFinder(TestModels.get().model("face-detector-short"));
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, finder)) {
      Runnable end = watch.subscribe(seen::add);
      watch.start();
      Deque<Observation> all = new ArrayDeque<>();
      for (int i = 0; i < 35; i++) {
        camera.show(portrait);
        Observation next = seen.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        if (next.frame().isPresent()) {
          all.add(next);
        }
      }
      assertThat(all.getFirst().subject()).isEmpty();
      assertThat(all.getLast().subject().orElseThrow().members()).hasSize(1);
      // her face is small in that portrait
      assertThat(all.getLast().hint()).isEqualTo(Hint.COME_CLOSER);
      assertThat(new MirrorPicture(watch).jpeg().orElseThrow()).startsWith(0xff, 0xd8);
      assertThat(watch.failure()).isEmpty();

      seen.clear();
      feed.close();
      Observation after = seen.poll(20, TimeUnit.SECONDS);
      assertThat(after).isEqualTo(Observation.NOTHING);
      assertThat(watch.latest().frame()).isEmpty();
      assertThat(new MirrorPicture(watch).jpeg()).isEmpty();
      end.run();
    }
  }

  @Test
  void aListenerThatFailsDisturbsNobody() throws InterruptedException {
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, seesNobody())) {
      watch.subscribe(_ -> {
        throw new IllegalStateException("planted");
      });
      watch.subscribe(seen::add);
      watch.start();
      for (int i = 0; i < 2; i++) {
        camera.show(WALL);
        assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void aClosedFeedEndsTheWatchWithOneWord() throws InterruptedException {
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    CameraFeed feed = camera.feed(ShownCamera.PATIENT);
    try (SubjectWatch watch = watch(feed, seesNobody())) {
      watch.subscribe(seen::add);
      watch.start();
      feed.close();
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(Observation.NOTHING);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void noMemoryForALookIsSaidAndTheWatchGoesOn() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    LiveFaceFinder finder =
        finder(() -> {
          if (looks.getAndIncrement() == 0) {
            throw new OutOfMemoryError("planted");
          }
        });
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, finder)) {
      watch.subscribe(seen::add);
      watch.start();
      camera.show(WALL);
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(Observation.NOTHING);
      assertThat(watch.failure().orElseThrow()).contains("out of memory");
      untilSeen(watch);
      assertThat(watch.failure()).isEmpty();
    }
  }

  @Test
  void aListenerWithoutMemoryEndsNothing() throws InterruptedException {
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, seesNobody())) {
      watch.subscribe(_ -> {
        throw new OutOfMemoryError("planted");
      });
      watch.subscribe(seen::add);
      watch.start();
      for (int i = 0; i < 3; i++) {
        camera.show(WALL);
        assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void aLookOfWhichNothingCanBeSaidEndsNothing() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    LiveFaceFinder finder =
        finder(() -> {
          if (looks.getAndIncrement() == 0) {
            throw new UnspeakableError();
          }
        });
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, finder)) {
      watch.subscribe(_ -> {
        throw new UnspeakableError();
      });
      watch.subscribe(seen::add);
      watch.start();
      untilSeen(watch);
    }
    assertThat(seen).isNotEmpty();
  }

  @Test
  void anInterruptThatIsNotItsOwnEndsNothing() throws InterruptedException {
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, seesNobody())) {
      CountDownLatch looked = new CountDownLatch(1);
      watch.subscribe(_ -> {
        if (looked.getCount() > 0) {
          Thread.currentThread().interrupt();
          looked.countDown();
        }
      });
      watch.start();
      camera.show(WALL);
      assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
      untilSeen(watch);
    }
  }

  @Test
  void aLookThatDoesNotEndIsSaidUntilItDoes() throws InterruptedException {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch hangs = new CountDownLatch(1);
    LiveFaceFinder finder =
        finder(() -> {
          looking.countDown();
          hold(hangs);
        });
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = watch(feed, finder)) {
      watch.start();
      camera.show(WALL);
      assertThat(looking.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watch.failure()).isEmpty();
      camera.pass(61_000);
      assertThat(watch.failure().orElseThrow()).contains("start the kiosk again");
      hangs.countDown();
      untilSeen(watch);
      assertThat(watch.failure()).isEmpty();
    }
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows the wall until a frame of it was looked at. */
  private void untilSeen(SubjectWatch watch) throws InterruptedException {
    long before = camera.clockNs().getAsLong();
    for (int i = 0; i < 10_000 && !hasSeenAfter(watch, before); i++) {
      camera.pass(100);
      camera.show(WALL);
      Thread.sleep(2);
    }
    assertThat(hasSeenAfter(watch, before)).isTrue();
  }

  private static boolean hasSeenAfter(SubjectWatch watch, long ns) {
    return watch.latest().frame().filter(frame -> frame.capturedNs() > ns).isPresent();
  }

  private SubjectWatch watch(CameraFeed feed, LiveFaceFinder finder) {
    return new SubjectWatch(feed, finder, SubjectSettings.defaults(), camera.clockNs());
  }

  private static LiveFaceFinder seesNobody() {
    return finder(() -> {});
  }

  /** The shipped model, before every run of which something happens. */
  private static LiveFaceFinder finder(Runnable before) {
    NeuralModel model = TestModels.get().model("face-detector-short");
    return new LiveFaceFinder(
        new NeuralModel() {
          @Override
          public ModelCard card() {
            return model.card();
          }

          @Override
          public List<Tensor> run(Tensor input) {
            before.run();
            return model.run(input);
          }

          @Override
          public String device() {
            return model.device();
          }

          @Override
          public void close() {
            // the models of all tests stay open
          }
        });
  }
}
