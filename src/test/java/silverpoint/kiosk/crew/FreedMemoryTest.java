package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.subject.Observation;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceTrack;

/** Freed memory is overwritten once after everybody has left, and never while the booth works. */
class FreedMemoryTest {
  private final AtomicBoolean rests = new AtomicBoolean(true);
  private final AtomicInteger overwritten = new AtomicInteger();
  private final FreedMemory freed =
      new FreedMemory(rests::get, () -> overwritten.incrementAndGet());

  private static Observation somebody() {
    Box box = new Box(20, 10, 24, 24);
    Face face = new Face(box, Collections.nCopies(Face.KEY_POINTS, box.centre()), 1);
    FaceTrack track = new FaceTrack(1, face, new Point(0, 0), 0, 0);
    return new Observation(Optional.empty(), List.of(track), Optional.empty(), Hint.NOBODY, 0);
  }

  private void looks(int times) {
    for (int i = 0; i < times; i++) {
      freed.look();
    }
  }

  @Test
  void anEmptyHallNeedsNothing() {
    freed.observed(Observation.NOTHING);
    looks(100);
    assertThat(overwritten).hasValue(0);
  }

  @Test
  void onceAfterASessionAndNotWhileAnythingIsDrawn() {
    rests.set(false);
    looks(100);
    assertThat(overwritten).hasValue(0);
    rests.set(true);
    looks(1);
    assertThat(overwritten).as("the last frames are still there").hasValue(0);
    looks(100);
    assertThat(overwritten).hasValue(1);
  }

  @Test
  void onceAfterSomebodyPassedByAndNotWhileTheyStandThere() {
    freed.observed(somebody());
    looks(100);
    assertThat(overwritten).hasValue(0);
    freed.observed(Observation.NOTHING);
    looks(100);
    assertThat(overwritten).hasValue(1);
  }
}
