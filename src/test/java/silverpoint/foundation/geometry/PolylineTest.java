package silverpoint.foundation.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolylineTest {
  @Test
  void smoothedByNothingItIsOnlyResampled() {
    Polyline corner = Polyline.of(new Point(0, 0), new Point(4, 0), new Point(4, 4));
    assertThat(corner.smoothed(0, 1).points()).isEqualTo(corner.resampled(1));
  }

  @Test
  void onePointIsNoPolyline() {
    assertThatThrownBy(() -> Polyline.of(new Point(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 1");
  }

  @Test
  void resamplingKeepsEndsAndSpacing() {
    List<Point> samples =
        Polyline.of(new Point(0, 0), new Point(3, 0), new Point(3, 4)).resampled(1);
    assertThat(samples).hasSize(8);
    assertThat(samples.getFirst()).isEqualTo(new Point(0, 0));
    assertThat(samples.get(3)).isEqualTo(new Point(3, 0));
    assertThat(samples.getLast()).isEqualTo(new Point(3, 4));
  }

  @Test
  void samplesAreNoFartherApartThanTheSpacing() {
    List<Point> samples = Polyline.of(new Point(0, 0), new Point(10, 0)).resampled(3);
    assertThat(samples)
        .containsExactly(
            new Point(0, 0),
            new Point(2.5, 0),
            new Point(5, 0),
            new Point(7.5, 0),
            new Point(10, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void splinePassesThroughItsPoints(int seed) {
    Polyline line = random(seed, 12);
    assertThat(line.splined(0.5).points()).containsSubsequence(line.points());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void smoothingShortensAndKeepsTheEnds(int seed) {
    Polyline line = random(seed, 30);
    Polyline smooth = line.smoothed(2, 0.5);
    assertThat(smooth.start()).isEqualTo(line.start());
    assertThat(smooth.end()).isEqualTo(line.end());
    assertThat(smooth.length()).isLessThan(line.length());
  }

  @Test
  void smoothingLeavesAStraightLineStraight() {
    Polyline smooth = Polyline.of(new Point(0, 0), new Point(20, 10)).smoothed(3, 1);
    for (Point point : smooth.points()) {
      assertThat(point.y()).isCloseTo(point.x() / 2, within(1e-9));
    }
  }

  @Test
  void aClosedCurveStaysClosedAndRound() {
    List<Point> circle = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      double angle = 2 * Math.PI * (i % 100) / 100;
      circle.add(new Point(10 * Math.cos(angle), 10 * Math.sin(angle)));
    }
    Polyline smooth = new Polyline(circle).smoothed(1, 0.5);
    assertThat(smooth.isClosed()).isTrue();
    for (Point point : smooth.points()) {
      assertThat(point.norm()).isBetween(9.8, 10.0);
    }
  }

  private static Polyline random(int seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      points.add(new Point(random.nextDouble(100), random.nextDouble(100)));
    }
    return new Polyline(points);
  }
}
