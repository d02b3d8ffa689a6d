package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Stroke;

class PenOrderTest {
  private static final Point ZERO = new Point(0, 90);

  private static List<Polyline> strokes(int seed) {
    return RandomDrawings.ofSeed(seed).strokes().stream().map(Stroke::pathMm).toList();
  }

  @Test
  void beginsAtTheNearEndAndTurnsStrokesRound() {
    Polyline far = Polyline.of(new Point(20, 0), new Point(10, 0));
    Polyline near = Polyline.of(new Point(9, 0), new Point(1, 0));
    PenOrder order = PenOrder.of(List.of(far, near), new Point(0, 0));
    assertThat(order.strokesMm()).containsExactly(near.reversed(), far.reversed());
    assertThat(order.travelMm()).isCloseTo(2, within(1e-9));
    assertThat(PenOrder.asGiven(List.of(far, near), new Point(0, 0)).travelMm())
        .isCloseTo(20 + 1, within(1e-9));
  }

  @Test
  void theNearestNextIsNotAlwaysBest() {
    // nearest first goes right, right, and all the way back to the left
    List<Polyline> strokes = List.of(dot(-1.1), dot(1), dot(3.2), dot(-5), dot(8), dot(-12));
    assertThat(PenOrder.of(strokes, new Point(0, 0)).travelMm()).isCloseTo(28, within(1e-9));
  }

  private static Polyline dot(double x) {
    return Polyline.of(new Point(x, 0), new Point(x, 0));
  }

  @Test
  void nothingToDrawIsNoWay() {
    assertThat(PenOrder.of(List.of(), ZERO)).isEqualTo(new PenOrder(List.of(), 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyStrokeIsDrawnOnceAndTheWayIsShort(int seed) {
    List<Polyline> strokes = strokes(seed);
    PenOrder order = PenOrder.of(strokes, ZERO);
    assertThat(either(order.strokesMm())).containsExactlyInAnyOrderElementsOf(either(strokes));
    assertThat(order).isEqualTo(PenOrder.of(strokes, ZERO));
    assertThat(order.travelMm())
        .isLessThanOrEqualTo(PenOrder.asGiven(strokes, ZERO).travelMm() + 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28})
  void fewStrokesAreDrawnInTheShortestOrder(int seed) {
    List<Polyline> all = strokes(seed);
    List<Polyline> strokes = all.subList(0, Math.min(6, all.size()));
    assertThat(PenOrder.of(strokes, ZERO).travelMm())
        .isCloseTo(shortest(strokes, ZERO), within(1e-6));
  }

  /** Each stroke in the direction that sorts first: a stroke and its reverse are equal. */
  private static List<Polyline> either(List<Polyline> strokes) {
    return strokes.stream()
        .map(stroke ->
            stroke.toString().compareTo(stroke.reversed().toString()) < 0
                ? stroke
                : stroke.reversed())
        .toList();
  }

  /** Tries all orders and directions. */
  private static double shortest(List<Polyline> strokes, Point from) {
    if (strokes.isEmpty()) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    Set<Polyline> tried = new HashSet<>();
    for (int i = 0; i < strokes.size(); i++) {
      if (tried.add(strokes.get(i))) {
        List<Polyline> others = new ArrayList<>(strokes);
        Polyline next = others.remove(i);
        best = Math.min(best, from.distanceTo(next.start()) + shortest(others, next.end()));
        best = Math.min(best, from.distanceTo(next.end()) + shortest(others, next.start()));
      }
    }
    return best;
  }
}
