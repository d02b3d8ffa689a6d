package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.lineart.BrowHair.Sight;

/**
 * A brow as those who draw it do: not its border, but strokes along its hair, as many as it is
 * thick and as close as it is dark. Both brows of a face are drawn alike.
 *
 * @param area where nothing else is drawn: the hair and a little around it, px
 * @param strokes one line, there and back along the brow
 */
record Brow(Polygon area, Polyline strokes) {
  /** Pairs of mesh vertices above and below the hair, from the outer end to the inner one. */
  private static final int[][][] PAIRS = {
    {{70, 46}, {63, 53}, {105, 52}, {66, 65}, {107, 55}},
    {{300, 276}, {293, 283}, {334, 282}, {296, 295}, {336, 285}}
  };

  private static final double SPACING_PX = 1;

  /** How far hair is sought beyond the mesh's ends, per length. */
  private static final double BEYOND = 0.05;

  /** The model's line along the border of the hair is no further from it, px. */
  private static final double BORDER_PX = 2;

  /** Hair of these contrasts is pale, and black. */
  private static final double PALE_CONTRAST = 0.06;

  private static final double BLACK_CONTRAST = 0.4;

  /** Distance of strokes in black and in pale hair, in line widths. */
  private static final double CLOSE = 1.3;

  private static final double WIDE = 1.8;
  private static final int MAX_ROWS = 4;

  /** Where the mesh expects a brow, and how thick, px. */
  private record Guide(Polyline middle, double thickness) {
    Optional<BrowHair> hair(GrayImage luma, Sight sight) {
      return BrowHair.seek(middle, thickness, luma, sight);
    }
  }

  /** The brows that the picture shows. */
  static List<Brow> of(FaceMesh mesh, GrayImage luma, double lineWidthPx) {
    List<Guide> guides = new ArrayList<>();
    for (int[][] pairs : PAIRS) {
      List<Point> middle = new ArrayList<>();
      double thickness = 0;
      for (int[] pair : pairs) {
        Point above = mesh.point(pair[0]);
        Point below = mesh.point(pair[1]);
        middle.add(above.towards(below, 0.5));
        thickness += above.distanceTo(below) / pairs.length;
      }
      guides.add(new Guide(extended(new Polyline(middle).splined(SPACING_PX)), thickness));
    }
    return alike(hair(guides, luma), lineWidthPx);
  }

  /** What is seen for sure; beside a sure brow, a faint one too. */
  private static List<BrowHair> hair(List<Guide> guides, GrayImage luma) {
    List<Optional<BrowHair>> sure =
        guides.stream()
            .map(guide -> guide.hair(luma, Sight.SURE).or(() -> guide.hair(luma, Sight.OVER_SHADE)))
            .toList();
    if (sure.stream().allMatch(Optional::isEmpty)) {
      return List.of();
    }
    List<BrowHair> hair = new ArrayList<>();
    for (int i = 0; i < guides.size(); i++) {
      Guide guide = guides.get(i);
      sure.get(i).or(() -> guide.hair(luma, Sight.FAINT)).ifPresent(hair::add);
    }
    return hair;
  }

  private static Polyline extended(Polyline line) {
    List<Point> points = new ArrayList<>(line.points());
    double more = BEYOND * line.length();
    int inside = Math.min(8, points.size() - 1);
    Point out = line.start().minus(points.get(inside));
    Point on = line.end().minus(points.get(points.size() - 1 - inside));
    points.addFirst(line.start().plus(out.times(more / Math.max(out.norm(), 1e-6))));
    points.addLast(line.end().plus(on.times(more / Math.max(on.norm(), 1e-6))));
    return new Polyline(new Polyline(points).resampled(SPACING_PX));
  }

  /** The brows of a face, with the same number of strokes. */
  static List<Brow> alike(List<BrowHair> brows, double lineWidthPx) {
    double contrast = brows.stream().mapToDouble(BrowHair::contrast).average().orElse(0);
    double thicknessPx = brows.stream().mapToDouble(BrowHair::thicknessPx).average().orElse(0);
    double darkness =
        Math.clamp((contrast - PALE_CONTRAST) / (BLACK_CONTRAST - PALE_CONTRAST), 0, 1);
    double spacingPx = lineWidthPx * (WIDE + (CLOSE - WIDE) * darkness);
    double inkedPx = Math.max(0, thicknessPx - lineWidthPx);
    int rows = Math.clamp(1 + (int) Math.round(inkedPx / spacingPx), 1, MAX_ROWS);
    return brows.stream().map(hair -> drawn(hair, rows, lineWidthPx)).toList();
  }

  private static Brow drawn(BrowHair hair, int rows, double lineWidthPx) {
    List<Point> strokes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double share = rows == 1 ? 0.5 : (double) row / (rows - 1);
      List<Point> line = hair.row(share, lineWidthPx / 2);
      if (row % 2 == 1) {
        Collections.reverse(line);
      }
      strokes.addAll(line);
    }
    return new Brow(hair.area(BORDER_PX), new Polyline(strokes));
  }
}
