package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceRegion;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * The mouth where the ink beside the mesh shows it: the line between the lips, or both borders of
 * an open one, and the outer borders where they are seen. Teeth are left out: drawn, they are a
 * fence.
 *
 * @param lips the outer border, px
 * @param lines from the middle outwards; they share points where they meet
 */
record Mouth(Polygon lips, List<Polyline> lines) {
  private static final int[] UPPER_INNER = {
    61, 78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 291
  };
  private static final int[] LOWER_INNER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
  private static final int[] UPPER_OUTER = {40, 39, 37, 0, 267, 269, 270};
  private static final int[] LOWER_MIDDLE = {181, 84, 17, 314, 405};
  private static final int[] LOWER_FROM_CORNER = {61, 146, 91, 181, 84, 17, 314, 405};

  private static final double SPACING_PX = 1;

  /** How far the ink may move a line of the mesh, per width of the mouth. */
  private static final double REACH = 0.05;

  /** A share of the way to the next line. */
  private static final double NEARER = 0.4;

  private static final double MIN_REACH_PX = 0.5;

  /** A mouth that is open less than this, per width, is one line. */
  private static final double MIN_OPENING = 0.058;

  /** Mean ink that an outer border must have. */
  private static final double MIN_BORDER_INK = 0.16;

  /** Under an open mouth the lower lip closes the smile; it must be seen that well. */
  private static final double MIN_INK_BELOW_SMILE = 0.45;

  /** A lip that is thinner on the page is one line. */
  private static final double MIN_LIP_LINE_WIDTHS = 1.6;

  static Mouth of(FaceMesh mesh, GrayImage ink, double lineWidthPx) {
    double width = mesh.point(61).distanceTo(mesh.point(291));
    double upperLip = mesh.point(0).distanceTo(mesh.point(13));
    double lowerLip = mesh.point(17).distanceTo(mesh.point(14));
    double opening = mesh.point(13).distanceTo(mesh.point(14));
    boolean open = opening >= MIN_OPENING * width;
    Snap snap = new Snap(mesh, ink, REACH * width);
    List<Polyline> lines = new ArrayList<>();
    Polyline upper = snap.of(UPPER_INNER, open ? Math.min(opening, upperLip) : upperLip);
    lines.add(upper);
    if (open) {
      lines.add(between(upper, snap.of(LOWER_INNER, Math.min(opening, lowerLip))));
    }
    int[] lower = open ? LOWER_MIDDLE : LOWER_FROM_CORNER;
    double lowerInk = open ? MIN_INK_BELOW_SMILE : MIN_BORDER_INK;
    Polyline below = snap.of(lower, lowerLip);
    if (meanInk(below, ink) >= lowerInk) {
      lines.add(open ? below : from(upper.start(), below));
    }
    Polyline above = snap.of(UPPER_OUTER, upperLip);
    if (meanInk(above, ink) >= MIN_BORDER_INK
        && apart(above, upper) >= MIN_LIP_LINE_WIDTHS * lineWidthPx) {
      lines.add(above);
    }
    return new Mouth(mesh.polygon(FaceRegion.LIPS), lines);
  }

  /** Moves lines of the mesh onto the ink, each one nearer to itself than to the next line. */
  private record Snap(FaceMesh mesh, GrayImage ink, double mostPx) {
    Polyline of(int[] line, double toNextPx) {
      double reachPx = Math.max(MIN_REACH_PX, Math.min(NEARER * toNextPx, mostPx));
      return new LineSnapping(ink, reachPx).snap(mesh.line(line).splined(SPACING_PX));
    }
  }

  private static double meanInk(Polyline line, GrayImage ink) {
    return line.points().stream().mapToDouble(ink::sample).average().orElse(0);
  }

  /** The line, begun at a point that another one has. */
  private static Polyline from(Point start, Polyline line) {
    List<Point> points = new ArrayList<>(line.points());
    points.set(0, start);
    return new Polyline(points);
  }

  /** Mean distance of a line's points from another line. */
  private static double apart(Polyline line, Polyline other) {
    return line.points().stream()
        .mapToDouble(point -> point.distanceTo(nearest(other, point)))
        .average()
        .orElseThrow();
  }

  /** The line, from another one to that again. */
  private static Polyline between(Polyline other, Polyline line) {
    List<Point> points = new ArrayList<>(line.points());
    points.set(0, nearest(other, line.start()));
    points.set(points.size() - 1, nearest(other, line.end()));
    return new Polyline(points);
  }

  private static Point nearest(Polyline line, Point to) {
    return Collections.min(line.points(), Comparator.comparingDouble(to::distanceTo));
  }
}
