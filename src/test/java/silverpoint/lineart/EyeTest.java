package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

class EyeTest {
  private static final Point CENTRE = new Point(32, 20);

  @ParameterizedTest(name = "gaze {0} px")
  @ValueSource(ints = {-6, -3, 0, 3, 6})
  void theIrisIsWhereTheEyeLooks(int gazePx) {
    Point iris = CENTRE.plus(new Point(gazePx, 0));
    Eye.Iris found = eye(0.4).iris(white(iris, 8)).orElseThrow();
    assertThat(found.centre().distanceTo(iris)).isLessThan(2);
    assertThat(found.radius()).isBetween(7.0, 9.0);
  }

  @Test
  void aClosedEyeShowsNoIris() {
    assertThat(eye(0.08).iris(white(CENTRE, 8))).isEmpty();
  }

  @Test
  void theLidsHideTheTopOfTheIris() {
    Eye eye = eye(0.35);
    Eye.Iris iris = new Eye.Iris(CENTRE, 8);
    List<Polyline> arcs = iris.border(eye);
    assertThat(arcs).hasSize(2);
    for (Polyline arc : arcs) {
      assertThat(arc.points()).allMatch(eye::isOpenAt);
    }
  }

  @Test
  void thePupilFillsItsDisc() {
    Polyline pupil = new Eye.Iris(CENTRE, 8).pupil(1.9);
    for (int degrees = 0; degrees < 360; degrees += 15) {
      for (double r = 0; r < 3.9; r += 0.5) {
        Point inside =
            CENTRE.plus(
                new Point(
                    r * Math.cos(Math.toRadians(degrees)), r * Math.sin(Math.toRadians(degrees))));
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < pupil.points().size(); i++) {
          nearest =
              Math.min(
                  nearest,
                  inside.distanceToSegment(pupil.points().get(i - 1), pupil.points().get(i)));
        }
        assertThat(nearest).as("at %d degrees, %.1f px", degrees, r).isLessThan(1.1);
      }
    }
  }

  /** An almond 40 px wide. */
  private static Eye eye(double openness) {
    List<Point> lids = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double angle = 2 * Math.PI * (i % 40) / 40;
      lids.add(CENTRE.plus(new Point(20 * Math.cos(angle), 20 * openness * Math.sin(angle))));
    }
    return new Eye(new Polygon(lids));
  }

  private static GrayImage white(Point iris, double radius) {
    float[] luma = new float[64 * 40];
    for (int i = 0; i < luma.length; i++) {
      boolean dark = new Point(i % 64 + 0.5, Math.floorDiv(i, 64) + 0.5).distanceTo(iris) < radius;
      luma[i] = dark ? 0.15f : 0.85f;
    }
    return new GrayImage(64, 40, luma);
  }
}
