package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;

/**
 * Takes the small swings out of another router's line, which would cost the machine a reversal each
 * and which nobody can see: no point moves by more than a quarter of the line width. Legs keep
 * their number and order, and the line still starts where it did.
 */
public record FlatteningRouter(Router router) implements Router {
  private static final double SHIFT_PER_LINE_WIDTH = 0.25;

  /** A point may move along both axes at once. */
  private static final double SHIFT_PER_AXIS = Math.sqrt(0.5);

  /** The largest swing of one axis that is flattened, in line widths. */
  static final double SWING_PER_LINE_WIDTH = 2 * SHIFT_PER_AXIS * SHIFT_PER_LINE_WIDTH;

  @Override
  public Route route(Drawing drawing, Point startMm) {
    Route route = router.route(drawing, startMm);
    return flattened(route, SWING_PER_LINE_WIDTH * drawing.page().lineWidthMm());
  }

  private static Route flattened(Route route, double swingMm) {
    List<Point> line = new ArrayList<>(List.of(route.startMm()));
    for (Leg leg : route.legs()) {
      List<Point> points = leg.pathMm().points();
      line.addAll(points.subList(1, points.size()));
    }
    double[] x = Swings.flattened(line.stream().mapToDouble(Point::x).toArray(), swingMm);
    double[] y = Swings.flattened(line.stream().mapToDouble(Point::y).toArray(), swingMm);
    List<Leg> legs = new ArrayList<>();
    int from = 0;
    for (Leg leg : route.legs()) {
      int to = from + leg.pathMm().points().size() - 1;
      List<Point> points = new ArrayList<>();
      for (int i = from; i <= to; i++) {
        points.add(new Point(x[i], y[i]));
      }
      legs.add(leg.along(new Polyline(points)));
      from = to;
    }
    return new Route(route.startMm(), legs, route.lowerBoundMm());
  }
}
