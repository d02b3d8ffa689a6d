package silverpoint.lineart;

import java.util.ArrayList;
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
  private static final int[] LOWER_INNER = {
    61, 78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 291
  };
  private static final int[] UPPER_OUTER = {40, 39, 37, 0, 267, 269, 270};
  private static final int[] LOWER_OUTER = {91, 181, 84, 17, 314, 405, 321};

  private static final double SPACING_PX = 1;

  /** How far the ink may move a line of the mesh, per width of the mouth. */
  private static final double REACH = 0.05;

  /** A mouth that is open less than this, per width, is one line. */
  private static final double MIN_OPENING = 0.055;

  /** Mean ink that an outer border must have. */
  private static final double MIN_BORDER_INK = 0.16;

  static Mouth of(FaceMesh mesh, GrayImage ink) {
    Polygon lips = mesh.polygon(FaceRegion.LIPS);
    double width = mesh.point(61).distanceTo(mesh.point(291));
    LineSnapping snapping = new LineSnapping(ink, REACH * width);
    List<Polyline> lines = new ArrayList<>();
    Polyline upper = snapping.snap(mesh.line(UPPER_INNER).splined(SPACING_PX));
    lines.add(upper);
    double opening = mesh.point(13).distanceTo(mesh.point(14));
    if (opening >= MIN_OPENING * width) {
      lines.add(between(upper, snapping.snap(mesh.line(LOWER_INNER).splined(SPACING_PX))));
    }
    for (int[] border : new int[][] {LOWER_OUTER, UPPER_OUTER}) {
      Polyline line = snapping.snap(mesh.line(border).splined(SPACING_PX));
      double seen = line.points().stream().mapToDouble(ink::sample).average().orElse(0);
      if (seen >= MIN_BORDER_INK) {
        lines.add(line);
      }
    }
    return new Mouth(lips, lines);
  }

  /** The line with the corners of another. */
  private static Polyline between(Polyline corners, Polyline line) {
    List<Point> points = new ArrayList<>(line.points());
    points.set(0, corners.start());
    points.set(points.size() - 1, corners.end());
    return new Polyline(points);
  }
}
