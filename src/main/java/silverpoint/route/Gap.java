package silverpoint.route;

import silverpoint.foundation.geometry.Point;
import silverpoint.route.StrokeNetwork.Site;

/**
 * The closest approach of two pieces of ink: a place on each, at the same point where they touch.
 */
record Gap(Site from, Site to, double lengthMm) {
  /** Ink that is closer than this touches; strokes are exact to far less. */
  private static final double TOUCH_MM = 1e-9;

  /** The closest approach of segment {@code ab} of index {@code s} and {@code cd} of {@code t}. */
  static Gap between(int s, Point a, Point b, int t, Point c, Point d) {
    Point ab = b.minus(a);
    Point cd = d.minus(c);
    double turn = ab.cross(cd);
    if (turn != 0) {
      double alongAb = c.minus(a).cross(cd) / turn;
      double alongCd = c.minus(a).cross(ab) / turn;
      if (alongAb > 0 && alongAb < 1 && alongCd > 0 && alongCd < 1) {
        // an end that lies on the other segment is the better meeting point: no rounding
        Gap atEnd = atAnEnd(s, a, b, t, c, d);
        return atEnd.lengthMm == 0 ? atEnd : at(s, t, a.towards(b, alongAb));
      }
    }
    return atAnEnd(s, a, b, t, c, d);
  }

  private static Gap atAnEnd(int s, Point a, Point b, int t, Point c, Point d) {
    Gap best = of(s, a, t, nearest(a, c, d));
    best = shorter(best, of(s, b, t, nearest(b, c, d)));
    best = shorter(best, of(t, c, s, nearest(c, a, b)).reversed());
    return shorter(best, of(t, d, s, nearest(d, a, b)).reversed());
  }

  private static Gap of(int s, Point from, int t, Point to) {
    double lengthMm = from.distanceTo(to);
    return lengthMm < TOUCH_MM
        ? at(s, t, from)
        : new Gap(new Site(s, from), new Site(t, to), lengthMm);
  }

  private static Gap at(int s, int t, Point meeting) {
    return new Gap(new Site(s, meeting), new Site(t, meeting), 0);
  }

  private static Gap shorter(Gap a, Gap b) {
    return b.lengthMm < a.lengthMm ? b : a;
  }

  private static Point nearest(Point p, Point a, Point b) {
    Point along = b.minus(a);
    double squared = along.dot(along);
    double t = squared == 0 ? 0 : p.minus(a).dot(along) / squared;
    return t <= 0 ? a : t >= 1 ? b : a.towards(b, t);
  }

  private Gap reversed() {
    return new Gap(to, from, lengthMm);
  }
}
