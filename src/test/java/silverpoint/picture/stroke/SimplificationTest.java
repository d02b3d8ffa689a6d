package silverpoint.picture.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;

class SimplificationTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyDroppedPointStaysWithinTheTolerance(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (int i = 0; i < 200; i++) {
      x += random.nextDouble(-0.3, 1);
      y += random.nextDouble(-0.6, 0.6);
      points.add(new Point(x, y));
    }
    if (seed % 3 == 0) {
      points.add(points.getFirst());
    }
    List<Point> simple = Simplification.simplify(points, 0.4, Set.of(points.get(50)));
    assertThat(simple).contains(points.get(50)).hasSizeLessThan(points.size());
    assertThat(simple.getFirst()).isEqualTo(points.getFirst());
    assertThat(simple.getLast()).isEqualTo(points.getLast());
    for (Point point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < simple.size(); i++) {
        nearest = Math.min(nearest, point.distanceToSegment(simple.get(i - 1), simple.get(i)));
      }
      assertThat(nearest).isLessThanOrEqualTo(0.4);
    }
  }
}
