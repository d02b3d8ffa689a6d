package silverpoint.foundation.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointTest {
  private static final Point RIGHT = new Point(1, 0);
  private static final Point DOWN = new Point(0, 1);

  @Test
  void theCrossProductIsPositiveClockwiseOnThePage() {
    assertThat(RIGHT.cross(DOWN)).isEqualTo(1);
    assertThat(DOWN.cross(RIGHT)).isEqualTo(-1);
    assertThat(new Point(3, 4).cross(new Point(6, 8))).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void dotAndCrossAreThoseOfTheAngleBetween(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double angle = random.nextDouble(-Math.PI, Math.PI);
    Point from = new Point(random.nextDouble(-5, 5), random.nextDouble(-5, 5));
    Point to = Affine.rotation(angle).apply(from).times(2);
    double squared = 2 * from.dot(from);
    assertThat(from.dot(to)).isCloseTo(squared * Math.cos(angle), within(1e-9));
    assertThat(from.cross(to)).isCloseTo(squared * Math.sin(angle), within(1e-9));
  }

  @Test
  void aSegmentIsNearestBesideItOrAtItsEnds() {
    Point left = new Point(0, 0);
    Point right = new Point(10, 0);
    assertThat(new Point(4, 3).distanceToSegment(left, right)).isEqualTo(3);
    assertThat(new Point(-3, 4).distanceToSegment(left, right)).isEqualTo(5);
    assertThat(new Point(13, -4).distanceToSegment(left, right)).isEqualTo(5);
    assertThat(new Point(3, 4).distanceToSegment(left, left)).as("of no length").isEqualTo(5);
  }

  @Test
  void isFinite() {
    assertThatThrownBy(() -> new Point(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(0, Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
