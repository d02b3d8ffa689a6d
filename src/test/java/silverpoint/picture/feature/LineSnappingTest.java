package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;

class LineSnappingTest {
  private static final Polyline GUIDE = Polyline.of(new Point(5, 20), new Point(55, 20));

  @Test
  void theInkBesideTheGuideIsFollowed() {
    Polyline snapped = new LineSnapping(inkAtRow(21.5), 3).snap(GUIDE);
    assertThat(snapped.points()).allMatch(point -> Math.abs(point.y() - 21.5) < 0.6);
  }

  @Test
  void inkBeyondTheReachIsNot() {
    Polyline snapped = new LineSnapping(inkAtRow(28), 3).snap(GUIDE);
    assertThat(snapped.points()).allMatch(point -> Math.abs(point.y() - 20) < 0.6);
  }

  @Test
  void aReachOfLessThanAStepIsAReachToo() {
    GrayImage ink = inkAtRow(21.5);
    for (double reachPx : new double[] {0, 0.1, 0.2}) {
      Polyline snapped = new LineSnapping(ink, reachPx).snap(GUIDE);
      assertThat(snapped.points()).allMatch(point -> Math.abs(point.y() - 20) <= reachPx + 1e-9);
    }
  }

  private static GrayImage inkAtRow(double row) {
    float[] ink = new float[60 * 40];
    for (int i = 0; i < ink.length; i++) {
      double off = Math.floorDiv(i, 60) + 0.5 - row;
      ink[i] = (float) Math.exp(-off * off / 2);
    }
    return new GrayImage(60, 40, ink);
  }
}
