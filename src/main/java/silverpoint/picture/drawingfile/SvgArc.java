package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;

/**
 * An elliptical arc of SVG path data, from its end points to its centre (SVG 1.1, appendix F.6).
 */
record SvgArc(double rx, double ry, double tiltDegrees, boolean large, boolean clockwise) {
  private static final double PIECE_RADIANS = Math.PI / 24;

  /** Points on the way from one end to the other, the last one included. */
  List<Point> points(Point from, Point to) {
    if (rx == 0 || ry == 0 || from.equals(to)) {
      return List.of(to);
    }
    Affine tilt = Affine.rotation(Math.toRadians(tiltDegrees));
    // in the plane where the ellipse is a unit circle, after growing radii that do not reach
    Affine toCircle =
        tilt.inverse().then(new Affine(1 / Math.abs(rx), 0, 0, 1 / Math.abs(ry), 0, 0));
    double reach = toCircle.apply(to).distanceTo(toCircle.apply(from)) / 2;
    Affine grown = reach > 1 ? toCircle.then(Affine.scaling(1 / reach)) : toCircle;
    Point a = grown.apply(from);
    Point b = grown.apply(to);
    Point chord = b.minus(a);
    double half = chord.norm() / 2;
    double off = Math.sqrt(Math.max(0, 1 - half * half)) / (2 * half);
    Point normal = new Point(-chord.y(), chord.x()).times(large == clockwise ? -off : off);
    Point centre = a.towards(b, 0.5).plus(normal);
    double start = Math.atan2(a.y() - centre.y(), a.x() - centre.x());
    double sweep = Math.atan2(b.y() - centre.y(), b.x() - centre.x()) - start;
    if (clockwise && sweep < 0) {
      sweep += 2 * Math.PI;
    } else if (!clockwise && sweep > 0) {
      sweep -= 2 * Math.PI;
    }
    int pieces = Math.max(1, (int) Math.ceil(Math.abs(sweep) / PIECE_RADIANS));
    List<Point> points = new ArrayList<>();
    Affine back = grown.inverse();
    for (int i = 1; i < pieces; i++) {
      double angle = start + sweep * i / pieces;
      points.add(back.apply(centre.plus(new Point(Math.cos(angle), Math.sin(angle)))));
    }
    points.add(to);
    return points;
  }
}
