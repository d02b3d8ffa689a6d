package silverpoint.lineart;

import java.util.ArrayList;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.tone.FaceTone;

/**
 * Where the lips meet, or the borders of an open mouth: the darkest smooth way from corner to
 * corner, as far as it is dark. Teeth stay light between two lines.
 */
final class Mouth {
  private static final int[] UPPER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
  private static final int[] LOWER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
  private static final double SPACING_PX = 1;

  /** Lips farther apart are drawn as two lines, line widths. */
  private static final double OPEN_LINE_WIDTHS = 2;

  /** How far the mesh may be wrong, face widths. */
  private static final double REACH = 0.035;

  /** Darkness, of the face's contrast. */
  private static final double LEAST_SHUT = 0.10;

  private static final double LEAST_OPEN = 0.22;
  private static final double LEAST_LINE_WIDTHS = 3;

  private Mouth() {}

  static List<Polyline> lines(FaceMesh mesh, FaceTone tone, double lineWidthPx) {
    Polyline upper = mesh.line(UPPER);
    Polyline lower = mesh.line(LOWER);
    boolean open = mesh.point(13).distanceTo(mesh.point(14)) > OPEN_LINE_WIDTHS * lineWidthPx;
    List<Polyline> guides = open ? List.of(upper, lower) : List.of(between(upper, lower));
    double faceWidthPx = mesh.point(234).distanceTo(mesh.point(454));
    LineSnapping snapping = new LineSnapping(tone.darkness(), REACH * faceWidthPx);
    double least = open ? LEAST_OPEN : LEAST_SHUT;
    List<Polyline> lines = new ArrayList<>();
    for (Polyline guide : guides) {
      lines.addAll(
          LineParts.of(
              snapping.snap(guide.splined(SPACING_PX)).points(),
              point -> tone.darkness().sample(point) > least,
              LEAST_LINE_WIDTHS * lineWidthPx));
    }
    return lines;
  }

  private static Polyline between(Polyline upper, Polyline lower) {
    List<Point> middle = new ArrayList<>();
    for (int i = 0; i < upper.points().size(); i++) {
      middle.add(upper.points().get(i).towards(lower.points().get(i), 0.5));
    }
    return new Polyline(middle);
  }
}
