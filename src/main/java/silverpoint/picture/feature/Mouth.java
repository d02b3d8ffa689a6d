package silverpoint.picture.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.tone.FaceTone;
import silverpoint.picture.tracing.LineParts;

/**
 * Where the lips meet, or the borders of an open mouth: the darkest smooth way from corner to
 * corner, as far as it is dark. Teeth stay light between two lines. Lips that are darker than the
 * skin around them have borders of their own.
 */
public final class Mouth {
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

  /** The borders of the lips from corner to corner, and places within them. */
  private static final int[] UPPER_BORDER = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291};

  private static final int[] LOWER_BORDER = {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291};
  private static final int[] UPPER_LIP = {11, 72, 302, 73, 303};
  private static final int[] LOWER_LIP = {15, 85, 315, 86, 316};

  /** Lips that are so much darker than the skin have a border, of the face's contrast. */
  private static final double LEAST_UPPER_LIP = 0.2;

  private static final double LEAST_LOWER_LIP = 0.13;

  private Mouth() {}

  public static List<Polyline> lines(FaceMesh mesh, FaceTone tone, double lineWidthPx) {
    Polyline upper = mesh.line(UPPER);
    Polyline lower = mesh.line(LOWER);
    boolean open = mesh.point(13).distanceTo(mesh.point(14)) > OPEN_LINE_WIDTHS * lineWidthPx;
    List<Polyline> guides = open ? List.of(upper, lower) : List.of(between(upper, lower));
    double faceWidthPx = mesh.widthPx();
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
    addBorder(mesh, UPPER_BORDER, UPPER_LIP, LEAST_UPPER_LIP, tone, lines);
    addBorder(mesh, LOWER_BORDER, LOWER_LIP, LEAST_LOWER_LIP, tone, lines);
    return lines;
  }

  private static void addBorder(
      FaceMesh mesh,
      int[] border,
      int[] within,
      double least,
      FaceTone tone,
      List<Polyline> lines) {
    double darkness =
        Arrays.stream(within)
            .mapToDouble(vertex -> tone.darkness().sample(mesh.point(vertex)))
            .average()
            .orElseThrow();
    if (darkness > least) {
      lines.add(mesh.line(border).splined(SPACING_PX));
    }
  }

  private static Polyline between(Polyline upper, Polyline lower) {
    List<Point> middle = new ArrayList<>();
    for (int i = 0; i < upper.points().size(); i++) {
      middle.add(upper.points().get(i).towards(lower.points().get(i), 0.5));
    }
    return new Polyline(middle);
  }
}
