package silverpoint.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.camera.CameraFeed;
import silverpoint.camera.FeedSettings;
import silverpoint.camera.ShownCamera;
import silverpoint.camera.StillCamera;
import silverpoint.face.LiveFaceFinder;
import silverpoint.image.RgbImage;

/**
 * The whole loop on a camera that shows one picture: real threads, a clock that the camera moves.
 */
class SubjectWatchTest {
  private final ShownCamera camera = new ShownCamera();

  @Test
  void seesTheVisitorAndForgetsThemWithTheCamera() throws InterruptedException {
    RgbImage portrait = StillCamera.demo().capture().image();
    LiveFaceFinder finder = new LiveFaceFinder(TestModels.get().model("face-detector-short"));
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(ShownCamera.PATIENT);
        SubjectWatch watch = new SubjectWatch(feed, finder, SubjectSettings.defaults())) {
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
    LiveFaceFinder finder = new LiveFaceFinder(TestModels.get().model("face-detector-short"));
    BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    try (CameraFeed feed = camera.feed(FeedSettings.defaults());
        SubjectWatch watch = new SubjectWatch(feed, finder, SubjectSettings.defaults())) {
      watch.subscribe(_ -> {
        throw new IllegalStateException("planted");
      });
      watch.subscribe(seen::add);
      watch.start();
      for (RgbImage picture : List.of(StillCamera.demo().capture().image())) {
        camera.show(picture);
      }
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }
}
