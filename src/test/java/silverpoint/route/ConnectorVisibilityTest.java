package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** Which connectors count as seen. */
class ConnectorVisibilityTest {
  private static final Polyline ZIGZAG =
      new Polyline(
          List.of(
              new Point(20, 20),
              new Point(40, 30),
              new Point(21, 33),
              new Point(50, 60),
              new Point(50, 20)));

  private static double visibleMm(Polyline connector) {
    return new ConnectorVisibility(RandomDrawings.drawing(ZIGZAG))
        .visibleMm(new Route(connector.start(), List.of(new Leg.Connector(connector)), 0));
  }

  @Test
  void whatLiesOnAStrokeIsNotSeenHoweverItBends() {
    assertThat(visibleMm(ZIGZAG)).isZero();
  }

  @Test
  void whatLiesFarFromEveryStrokeIsSeenWhole() {
    Polyline far = Polyline.of(new Point(100, 20), new Point(100, 60));
    assertThat(visibleMm(far)).isCloseTo(40, within(1e-6));
  }
}
