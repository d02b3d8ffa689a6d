package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;

class FlatteningRouterTest {
  private static final Router EXACT =
      new RuralPostmanRouter(TravelPrices.HIDDEN, RandomDrawings.PACE, 1);
  private static final double QUARTER_LINE_MM = RandomDrawings.PAGE.lineWidthMm() / 4;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("silverpoint.route.RuralPostmanRouterTest#seeds")
  void noPointMovesByMoreThanAQuarterOfTheLineWidth(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    Point home = RandomDrawings.homeOfSeed(seed);
    Route exact = EXACT.route(drawing, home);
    Route flat = new FlatteningRouter(EXACT).route(drawing, home);
    assertThat(flat.startMm()).isEqualTo(home);
    assertThat(flat.legs()).hasSameSizeAs(exact.legs());
    for (int i = 0; i < flat.legs().size(); i++) {
      assertThat(flat.legs().get(i)).hasSameClassAs(exact.legs().get(i));
      List<Point> before = exact.legs().get(i).pathMm().points();
      List<Point> after = flat.legs().get(i).pathMm().points();
      assertThat(after).hasSameSizeAs(before);
      for (int k = 0; k < after.size(); k++) {
        assertThat(after.get(k).distanceTo(before.get(k)))
            .isLessThanOrEqualTo(QUARTER_LINE_MM + 1e-12);
      }
    }
  }

  @Test
  void aTremblingLineLosesItsReversals() {
    List<Point> trembling = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      trembling.add(new Point(0.3 * i, 20 + (i % 2 == 0 ? 0.06 : -0.06)));
    }
    Drawing drawing = RandomDrawings.drawing(new Polyline(trembling));
    Route route = new FlatteningRouter(EXACT).route(drawing, trembling.getFirst());
    List<Point> line =
        route.legs().stream().flatMap(leg -> leg.pathMm().points().stream()).toList();
    double[] y = line.stream().mapToDouble(Point::y).toArray();
    assertThat(Swings.turningPoints(y, 0)).hasSizeLessThan(5);
    assertThat(route.lengthMm()).isCloseTo(0.3 * 199, within(0.1));
  }
}
