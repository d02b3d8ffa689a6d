package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

/** What every route of a drawing must keep. */
final class RouteAssert {
  private static final double EXACT_MM = 1e-6;

  private RouteAssert() {}

  static void assertFaithful(Route route, Drawing drawing) {
    assertDrawsEveryStrokeOnce(route, drawing);
    assertRetracesOnlyWhatIsDrawn(route);
    assertThat(route.lengthMm()).isGreaterThanOrEqualTo(route.lowerBoundMm() - EXACT_MM);
  }

  static void assertDrawsEveryStrokeOnce(Route route, Drawing drawing) {
    assertThat(route.lengthMm(Leg.Draw.class)).isCloseTo(drawing.inkMm(), within(EXACT_MM));
    List<Polyline> drawn =
        route.legs().stream().filter(Leg.Draw.class::isInstance).map(Leg::pathMm).toList();
    List<Polyline> line = route.legs().stream().map(Leg::pathMm).toList();
    for (Stroke stroke : drawing.strokes()) {
      boolean dot = stroke.pathMm().length() == 0;
      for (Point point : stroke.pathMm().resampled(1.3)) {
        assertThat(distanceMm(point, dot ? line : drawn)).as("%s", point).isLessThan(EXACT_MM);
      }
    }
  }

  static void assertRetracesOnlyWhatIsDrawn(Route route) {
    List<Polyline> drawn = new ArrayList<>();
    for (Leg leg : route.legs()) {
      switch (leg) {
        case Leg.Draw(Polyline pathMm) -> drawn.add(pathMm);
        case Leg.Retrace(Polyline pathMm) -> {
          for (Point point : pathMm.resampled(1.3)) {
            assertThat(distanceMm(point, drawn)).as("%s", point).isLessThan(EXACT_MM);
          }
        }
        case Leg.Connector(Polyline pathMm) -> drawn.add(pathMm);
      }
    }
  }

  private static double distanceMm(Point point, List<Polyline> paths) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Polyline path : paths) {
      for (int i = 1; i < path.points().size(); i++) {
        Point a = path.points().get(i - 1);
        nearest = Math.min(nearest, point.distanceToSegment(a, path.points().get(i)));
      }
    }
    return nearest;
  }
}
