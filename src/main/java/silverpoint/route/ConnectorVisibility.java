package silverpoint.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;
import silverpoint.stroke.Stroke;

/**
 * How much of the connectors can be seen: what lies farther from every wanted stroke than 1.5/256
 * of the page's width, the tolerance that comparisons of one-line drawings use. What runs closer
 * looks like a part of the stroke.
 */
public final class ConnectorVisibility {
  static final double TOLERANCE_PER_WIDTH = 1.5 / 256;
  private static final double SAMPLE_PER_TOLERANCE = 0.2;

  private record Cell(long x, long y) {}

  private final double toleranceMm;
  private final Map<Cell, List<Point>> strokePoints = new HashMap<>();

  public ConnectorVisibility(Drawing drawing) {
    toleranceMm = TOLERANCE_PER_WIDTH * drawing.page().widthMm();
    for (Stroke stroke : drawing.strokes()) {
      for (Point point : stroke.pathMm().resampled(toleranceMm * SAMPLE_PER_TOLERANCE)) {
        strokePoints.computeIfAbsent(cell(point), absent -> new java.util.ArrayList<>()).add(point);
      }
    }
  }

  /** Visible length of the route's connectors, mm. */
  public double visibleMm(Route route) {
    double visible = 0;
    for (Leg leg : route.legs()) {
      if (leg instanceof Leg.Connector) {
        List<Point> samples = leg.pathMm().resampled(toleranceMm * SAMPLE_PER_TOLERANCE);
        for (int i = 1; i < samples.size(); i++) {
          Point a = samples.get(i - 1);
          Point b = samples.get(i);
          if (!isNearStroke(a.towards(b, 0.5))) {
            visible += a.distanceTo(b);
          }
        }
      }
    }
    return visible;
  }

  private boolean isNearStroke(Point point) {
    Cell home = cell(point);
    for (long x = home.x - 1; x <= home.x + 1; x++) {
      for (long y = home.y - 1; y <= home.y + 1; y++) {
        for (Point near : strokePoints.getOrDefault(new Cell(x, y), List.of())) {
          if (near.distanceTo(point) <= toleranceMm) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Cell cell(Point point) {
    return new Cell(
        (long) Math.floor(point.x() / toleranceMm), (long) Math.floor(point.y() / toleranceMm));
  }
}
