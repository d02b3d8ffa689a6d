package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The whole continuous line: legs that follow on from each other without a gap, from where the
 * stylus stands.
 *
 * @param startMm where the stylus stands before the first leg
 * @param legs in drawing order; each starts where the one before ends, the first at the start
 * @param lowerBoundMm no continuous line that draws all strokes from the start is shorter than this
 */
public record Route(Point startMm, List<Leg> legs, double lowerBoundMm) {
  public Route {
    legs = List.copyOf(legs);
    Point at = startMm;
    for (Leg leg : legs) {
      if (!leg.pathMm().start().equals(at)) {
        throw new IllegalArgumentException(
            "leg starts at " + leg.pathMm().start() + ", the stylus stands at " + at);
      }
      at = leg.pathMm().end();
    }
  }

  /** All legs joined; twice the same point when there are none. */
  public Polyline pathMm() {
    List<Point> points = new ArrayList<>(List.of(startMm));
    for (Leg leg : legs) {
      List<Point> path = leg.pathMm().points();
      points.addAll(path.subList(1, path.size()));
    }
    if (points.size() == 1) {
      points.add(startMm);
    }
    return new Polyline(points);
  }

  /** Total length, mm. */
  public double lengthMm() {
    return legs.stream().mapToDouble(leg -> leg.pathMm().length()).sum();
  }

  /** Length of the legs of one kind, mm. */
  public double lengthMm(Class<? extends Leg> kind) {
    return legs.stream().filter(kind::isInstance).mapToDouble(leg -> leg.pathMm().length()).sum();
  }

  /**
   * How much longer the line is than no line can undercut, 0.1 for a tenth; 0 when flattening makes
   * it shorter, or when there is nothing to draw.
   */
  public double optimalityGap() {
    return lowerBoundMm > 0 ? Math.max(0, lengthMm() / lowerBoundMm - 1) : 0;
  }
}
