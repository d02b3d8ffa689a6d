package silverpoint.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Point;

class FairingTest {
  private static final Fairing FAIRING = new Fairing(0.6);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void takesTheTremblingOutAndStaysNear(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> arc = new ArrayList<>();
    for (double angle = 0; angle < 3; angle += 0.75 / 40) {
      double radius = 40 + random.nextDouble(-0.3, 0.3);
      arc.add(new Point(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    List<Point> fair = fair(List.of(arc), Set.of()).getFirst();
    assertThat(turning(fair)).isLessThan(turning(arc) / 8).isLessThan(4);
    for (int i = 0; i < arc.size(); i++) {
      assertThat(fair.get(i).distanceTo(arc.get(i))).isLessThan(0.7);
      assertThat(fair.get(i).norm()).isBetween(39.6, 40.4);
    }
  }

  @Test
  void aCornerStaysWithinTheBound() {
    List<Point> corner = new ArrayList<>();
    for (double x = 0; x <= 30; x += 0.75) {
      corner.add(new Point(x, 0));
    }
    for (double y = 0.75; y <= 30; y += 0.75) {
      corner.add(new Point(30, y));
    }
    List<Point> fair = fair(List.of(corner), Set.of()).getFirst();
    for (int i = 0; i < corner.size(); i++) {
      assertThat(fair.get(i).distanceTo(corner.get(i))).isLessThan(0.75);
    }
  }

  @Test
  void aClosedLineStaysClosedAndRound() {
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      double angle = 2 * Math.PI * (i % 60) / 60;
      ring.add(new Point(7 * Math.cos(angle), 7 * Math.sin(angle)));
    }
    List<Point> fair = fair(List.of(ring), Set.of()).getFirst();
    assertThat(fair.getLast()).isEqualTo(fair.getFirst());
    assertThat(fair).allMatch(point -> Math.abs(point.norm() - 7) < 0.6);
  }

  @Test
  void theSecondLineComesToTheFirst() {
    List<Point> through = new ArrayList<>();
    for (double x = 0; x <= 60; x += 0.75) {
      through.add(new Point(x, 0.3 * Math.sin(2 * x)));
    }
    Point joint = through.get(40);
    List<Point> onto = new ArrayList<>();
    for (double y = 20; y > 1; y -= 0.75) {
      onto.add(new Point(joint.x() + y / 4, y));
    }
    onto.add(joint);
    List<List<Point>> fair = fair(List.of(through, onto), Set.of(joint));
    assertThat(fair.get(0)).contains(fair.get(1).getLast());
    assertThat(turning(fair.get(0))).isLessThan(1);
  }

  private static List<List<Point>> fair(List<List<Point>> lines, Set<Point> shared) {
    return FAIRING.fair(lines, shared, line -> 16);
  }

  /** Sum of all turns, radians. */
  private static double turning(List<Point> points) {
    double sum = 0;
    for (int i = 2; i < points.size(); i++) {
      Point a = points.get(i - 1).minus(points.get(i - 2));
      Point b = points.get(i).minus(points.get(i - 1));
      sum += Math.abs(Math.atan2(a.cross(b), a.dot(b)));
    }
    return sum;
  }
}
