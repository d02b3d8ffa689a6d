package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;

/** A feature beside an outline, with a way in and another way out. */
class ConnectorReuseTest {
  private static final Point TOP = new Point(20, 20);
  private static final Point LOW = new Point(20, 26);
  private static final Point FEATURE_TOP = new Point(40, 20);
  private static final Point FEATURE_LOW = new Point(46, 26);
  private static final Point END = new Point(20, 90);

  private static final Chain OUTLINE = ink(0, 1, TOP, LOW);
  private static final Chain REST = ink(1, 4, LOW, END);
  private static final Chain FEATURE = ink(2, 3, FEATURE_TOP, FEATURE_LOW);
  private static final Chain IN = connector(0, 2, TOP, FEATURE_TOP);
  private static final Chain OUT = connector(3, 1, FEATURE_LOW, LOW);

  private static final Optional<Page> PAGE = Optional.of(RandomDrawings.PAGE);
  private static final TravelCost HIDDEN = cost(TravelPrices.HIDDEN);

  private static Chain ink(int from, int to, Point a, Point b) {
    return new Chain(from, to, Polyline.of(a, b), Chain.Kind.INK);
  }

  private static Chain connector(int from, int to, Point a, Point b) {
    return new Chain(from, to, Polyline.of(a, b), Chain.Kind.CONNECTOR);
  }

  private static TravelCost cost(TravelPrices prices) {
    Drawing drawing = RandomDrawings.drawing(OUTLINE.pathMm(), REST.pathMm(), FEATURE.pathMm());
    return new TravelCost(
        prices, RandomDrawings.PACE, drawing, StrokeNetwork.of(drawing, new Point(0, 0)));
  }

  private static Step step(Chain chain) {
    return new Step(chain, false);
  }

  /** Down the outline and up again, into the feature, out of it, and down the rest. */
  private static List<Step> inAndOut() {
    return List.of(
        step(OUTLINE), new Step(OUTLINE, true), step(IN), step(FEATURE), step(OUT), step(REST));
  }

  @Test
  void theWayInIsTheWayOut() {
    List<Step> line = ConnectorReuse.of(inAndOut(), HIDDEN);
    assertThat(line)
        .containsExactly(
            step(OUTLINE),
            new Step(OUTLINE, true),
            step(IN),
            step(FEATURE),
            new Step(FEATURE, true),
            new Step(IN, true),
            step(OUTLINE),
            step(REST));
    for (int i = 1; i < line.size(); i++) {
      assertThat(line.get(i).from()).isEqualTo(line.get(i - 1).to());
    }
  }

  @Test
  void theLegsTellTheSecondPassOverAConnectorFromTheFirst() {
    Route route = new Route(TOP, Legs.of(ConnectorReuse.of(inAndOut(), HIDDEN), TOP, PAGE), 0);
    assertThat(route.lengthMm(Leg.Connector.class)).isEqualTo(IN.lengthMm());
    RouteAssert.assertRetracesOnlyWhatIsDrawn(route);
  }

  @Test
  void aConnectorThatNothingElseReplacesStays() {
    List<Step> line = List.of(step(OUTLINE), new Step(OUTLINE, true), step(IN), step(FEATURE));
    assertThat(ConnectorReuse.of(line, HIDDEN)).isEqualTo(line);
  }

  @Test
  void whereTravelNeedNotHideTheShortWayStays() {
    List<Step> line = inAndOut();
    assertThat(ConnectorReuse.of(line, cost(TravelPrices.SHORT))).hasSameSizeAs(line);
  }

  @Test
  void aConnectorThereAndBackIsOne() {
    Chain back = connector(2, 0, FEATURE_TOP, TOP);
    List<Step> line =
        List.of(
            step(OUTLINE),
            new Step(OUTLINE, true),
            step(IN),
            step(FEATURE),
            new Step(FEATURE, true),
            step(back));
    Route route = new Route(TOP, Legs.of(ConnectorReuse.of(line, HIDDEN), TOP, PAGE), 0);
    assertThat(route.lengthMm(Leg.Connector.class)).isEqualTo(IN.lengthMm());
  }
}
