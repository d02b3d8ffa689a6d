package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Page;

/** Two rows of hair, drawn there and back. */
class LegsTest {
  private static final Point START = new Point(10, 10);
  private static final Point END = new Point(40, 10);
  private static final Point NEXT = new Point(40, 11);
  private static final Point BACK = new Point(10, 11);
  private static final Page PAGE = new Page(152, 106, 0, 0.5);

  private static final Step ROW =
      new Step(new Chain(0, 1, Polyline.of(START, END), Chain.Kind.INK), false);
  private static final Step CONNECTOR =
      new Step(new Chain(1, 2, Polyline.of(END, NEXT), Chain.Kind.CONNECTOR), false);
  private static final Step SECOND =
      new Step(new Chain(2, 3, Polyline.of(NEXT, BACK), Chain.Kind.INK), false);

  private static List<Point> connector(Page page) {
    List<Leg> legs = Legs.of(List.of(ROW, CONNECTOR, SECOND), START, Optional.of(page));
    assertThat(legs).hasSize(3);
    assertThat(legs.get(1)).isInstanceOf(Leg.Connector.class);
    return legs.get(1).pathMm().points();
  }

  @Test
  void theLineTurnsRoundInABow() {
    List<Point> bow = connector(PAGE);
    assertThat(bow.getFirst()).isEqualTo(END);
    assertThat(bow.getLast()).isEqualTo(NEXT);
    Point heading = new Point(1, 0);
    for (int i = 1; i < bow.size(); i++) {
      Point step = bow.get(i).minus(bow.get(i - 1));
      Point next = step.times(1 / step.norm());
      assertThat(next.dot(heading)).as("turn %s", i).isGreaterThan(0.85);
      heading = next;
    }
    assertThat(bow).allMatch(point -> point.x() < 40.6);
  }

  @Test
  void noBowLeavesTheFrame() {
    assertThat(connector(new Page(40, 106, 0, 0.5))).containsExactly(END, NEXT);
  }

  @Test
  void whereOnlyLengthCountsConnectorsStayStraight() {
    List<Leg> legs = Legs.of(List.of(ROW, CONNECTOR, SECOND), START, Optional.empty());
    assertThat(legs.get(1).pathMm().points()).containsExactly(END, NEXT);
  }

  @Test
  void theSecondPassFollowsTheBow() {
    Step again = new Step(CONNECTOR.chain(), true);
    List<Leg> legs = Legs.of(List.of(ROW, CONNECTOR, again), START, Optional.of(PAGE));
    assertThat(legs.getLast().pathMm()).isEqualTo(legs.get(1).pathMm().reversed());
    assertThat(legs.getLast()).isInstanceOf(Leg.Retrace.class);
  }

  @Test
  void aConnectorThatGoesOnStraightStaysStraight() {
    Step onwards =
        new Step(new Chain(1, 2, Polyline.of(END, new Point(42, 10)), Chain.Kind.CONNECTOR), false);
    Step row =
        new Step(
            new Chain(2, 3, Polyline.of(new Point(42, 10), new Point(60, 10)), Chain.Kind.INK),
            false);
    List<Leg> legs = Legs.of(List.of(ROW, onwards, row), START, Optional.of(PAGE));
    assertThat(legs.get(1).pathMm().points()).hasSize(2);
  }
}
