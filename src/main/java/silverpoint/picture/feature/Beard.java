package silverpoint.picture.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.portrait.Sitter;

/**
 * A moustache or a beard as those who draw it do: not its border, but strokes along its hair, as
 * close as it is dark; those of a moustache go along the lip, those of a beard down to the chin and
 * up again, in locks.
 *
 * @param area where nothing else is drawn, px
 * @param strokes one line
 */
public record Beard(Polygon area, Polyline strokes) {
  /** Evidence of pale hair, and of black. */
  private static final double PALE = 1;

  private static final double BLACK = 5;

  /** Distance of a beard's strokes in black and in pale hair, in line widths. */
  private static final double CLOSE = 2.2;

  private static final double WIDE = 3.6;

  /** The same for a moustache. */
  private static final double CLOSE_ROWS = 1.4;

  private static final double WIDE_ROWS = 2.3;
  private static final int MAX_ROWS = 5;

  /** A moustache thins out over this share of its length at both ends. */
  private static final double TAPER = 0.3;

  /**
   * Locks end up to this share of their height above the chin, and begin so far below the cheek.
   */
  private static final double RAGGED_TIPS = 0.45;

  private static final double RAGGED_ROOTS = 0.12;

  /** The beard is narrower at its tips by this share. */
  private static final double GATHERED = 0.25;

  /** How far a stroke is bent, per its length. */
  private static final double BEND = 0.12;

  private static final int CURVE_POINTS = 6;

  /** The least even of all fractions: its multiples look as if by chance. */
  private static final double GOLDEN = 0.6180339887;

  /** The model's line below the beard stays, px. */
  private static final double BORDER_PX = 4;

  /** The beard and the moustache of one who has a mesh. */
  public static List<Beard> of(Sitter sitter, RgbImage crop, double lineWidthPx) {
    return BeardHair.of(sitter, crop).stream()
        .map(band ->
            new Beard(
                area(band), band.moustache() ? rows(band, lineWidthPx) : locks(band, lineWidthPx)))
        .toList();
  }

  private static Polygon area(BeardHair.Band band) {
    List<Point> border = new ArrayList<>(band.top());
    for (Point point : band.bottom().reversed()) {
      border.add(band.moustache() ? point : point.plus(new Point(0, -BORDER_PX)));
    }
    return new Polygon(border);
  }

  /** Distance of strokes, in the unit of its bounds. */
  private static double spacing(BeardHair.Band band, double close, double wide) {
    double darkness = Math.clamp((band.darkness() - PALE) / (BLACK - PALE), 0, 1);
    return wide + (close - wide) * darkness;
  }

  private static Polyline rows(BeardHair.Band band, double lineWidthPx) {
    int n = band.top().size();
    double thicknessPx = 0;
    for (int i = 0; i < n; i++) {
      thicknessPx = Math.max(thicknessPx, band.top().get(i).distanceTo(band.bottom().get(i)));
    }
    double spacingPx = lineWidthPx * spacing(band, CLOSE_ROWS, WIDE_ROWS);
    int rows = Math.clamp(1 + Math.round((thicknessPx - lineWidthPx) / spacingPx), 2, MAX_ROWS);
    List<Point> strokes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Point> line = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double taper = Math.sqrt(Math.min(1, Math.min(i + 1, n - i) / (TAPER * n)));
        double share = 0.5 + taper * ((double) row / (rows - 1) - 0.5);
        line.add(band.top().get(i).towards(band.bottom().get(i), share));
      }
      if (row % 2 == 1) {
        Collections.reverse(line);
      }
      strokes.addAll(line);
    }
    return new Polyline(strokes);
  }

  private static Polyline locks(BeardHair.Band band, double lineWidthPx) {
    List<Point> top = band.top();
    List<Point> bottom = band.bottom();
    int last = top.size() - 1;
    double lengthPx = top.getLast().x() - top.getFirst().x();
    double spacingPx = lineWidthPx * spacing(band, CLOSE, WIDE);
    int strokes = 2 * Math.max(1, (int) Math.round(lengthPx / spacingPx / 2));
    List<Point> line = new ArrayList<>();
    for (int i = 0; i <= strokes; i++) {
      double chance = i * GOLDEN % 1;
      double share = Math.clamp((i + (chance - 0.5) * 0.5) / strokes, 0, 1);
      boolean tip = i % 2 == 1;
      double at = tip ? 0.5 + (1 - GATHERED) * (share - 0.5) : share;
      int column = (int) Math.round(at * last);
      double down = tip ? 1 - RAGGED_TIPS * chance : RAGGED_ROOTS * chance;
      Point next = top.get(column).towards(bottom.get(column), down);
      if (line.isEmpty()) {
        line.add(next);
      } else {
        double side = share < 0.5 ? 1 : -1;
        curve(line, next, side * BEND);
      }
    }
    return new Polyline(line);
  }

  /** Goes on to a point in a bow to one side. */
  private static void curve(List<Point> line, Point to, double bend) {
    Point from = line.getLast();
    Point along = to.minus(from);
    Point across =
        along.y() > 0 ? new Point(-along.y(), along.x()) : new Point(along.y(), -along.x());
    for (int k = 1; k <= CURVE_POINTS; k++) {
      double t = (double) k / CURVE_POINTS;
      line.add(from.plus(along.times(t)).plus(across.times(4 * bend * t * (1 - t))));
    }
  }
}
