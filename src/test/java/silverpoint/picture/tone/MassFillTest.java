package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Mask;

class MassFillTest {
  private static final int SIZE = 120;
  private static final double LINE_WIDTH_PX = 6;
  private static final Point MIDDLE = new Point(60, 60);

  @ParameterizedTest(name = "turned by {0} degrees")
  @ValueSource(ints = {0, 18, 36, 54, 72})
  void aMassIsOneStrokeThatCoversItAndKeepsWithinIt(int degrees) {
    Mask brow = ellipse(45, 11, Math.toRadians(degrees));
    List<Polyline> strokes = new MassFill(LINE_WIDTH_PX, 1.2).strokes(brow);
    assertThat(strokes).hasSize(1);
    int covered = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double away = distance(strokes, new Point(x + 0.5, y + 0.5));
        if (brow.at(x, y)) {
          covered += away <= LINE_WIDTH_PX / 2 ? 1 : 0;
        }
      }
    }
    assertThat((double) covered / brow.count()).isGreaterThan(0.96);
    Mask paper = brow.inverted();
    for (Point point : strokes.getFirst().resampled(1)) {
      assertThat(paper.distanceToSet().sample(point)).isGreaterThan(0.35f * (float) LINE_WIDTH_PX);
    }
  }

  @Test
  void aMassThinnerThanThePenIsOneLineAlongItsMiddle() {
    Mask lash = ellipse(40, 2, 0);
    List<Polyline> strokes = new MassFill(LINE_WIDTH_PX, 1.2).strokes(lash);
    assertThat(strokes).hasSize(1);
    assertThat(strokes.getFirst().points())
        .allMatch(point -> Math.abs(point.y() - MIDDLE.y()) < LINE_WIDTH_PX / 2);
  }

  @Test
  void aSpeckIsNoMass() {
    assertThat(new MassFill(LINE_WIDTH_PX, 1.2).strokes(ellipse(3, 3, 0))).isEmpty();
    assertThat(new MassFill(LINE_WIDTH_PX, 1.2).strokes(ellipse(5, 5, 0))).hasSize(1);
  }

  private static double distance(List<Polyline> strokes, Point point) {
    double least = Double.POSITIVE_INFINITY;
    for (Polyline stroke : strokes) {
      for (int i = 1; i < stroke.points().size(); i++) {
        least =
            Math.min(
                least, point.distanceToSegment(stroke.points().get(i - 1), stroke.points().get(i)));
      }
    }
    return least;
  }

  private static Mask ellipse(double halfWidth, double halfHeight, double radians) {
    boolean[] set = new boolean[SIZE * SIZE];
    for (int i = 0; i < set.length; i++) {
      double x = i % SIZE + 0.5 - MIDDLE.x();
      double y = Math.floorDiv(i, SIZE) + 0.5 - MIDDLE.y();
      double along = (x * Math.cos(radians) + y * Math.sin(radians)) / halfWidth;
      double across = (y * Math.cos(radians) - x * Math.sin(radians)) / halfHeight;
      set[i] = along * along + across * across <= 1;
    }
    return new Mask(SIZE, SIZE, set);
  }
}
