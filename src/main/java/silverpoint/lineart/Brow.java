package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * A brow as those who draw it do: not its border, but strokes along its hair, as many as it is
 * thick and as close as it is dark. Where it lies and how thick it is comes from the picture; the
 * mesh only says where to look.
 *
 * @param area where the hair is, px
 * @param strokes one line, there and back along the brow
 */
record Brow(Polygon area, Polyline strokes) {
  /** Pairs of mesh vertices above and below the hair, from the outer end to the inner one. */
  private static final int[][][] PAIRS = {
    {{70, 46}, {63, 53}, {105, 52}, {66, 65}, {107, 55}},
    {{300, 276}, {293, 283}, {334, 282}, {296, 295}, {336, 285}}
  };

  private static final double SPACING_PX = 1;
  private static final double OFFSET_STEP_PX = 0.5;

  /** How far from the mesh's middle hair is sought, per thickness of the mesh's brow. */
  private static final double REACH = 0.9;

  /** Skin lies this far from the middle of the hair, above and below, per thickness. */
  private static final double TO_SKIN = 0.8;

  /** What the darker of the two sides counts for the skin's light. */
  private static final double LESSER = 0.7;

  /** How far beyond the mesh's ends, per length. */
  private static final double BEYOND = 0.05;

  private static final double TONE_SIGMA_PX = 1.2;
  private static final double BORDER_SIGMA_PX = 4;

  /** Hair is darker than the skin on both of its sides by this share of the skin's light. */
  private static final double MIN_CONTRAST = 0.06;

  /** Hair of this contrast is black. */
  private static final double FULL_CONTRAST = 0.4;

  /** A brow is dark along this share of its length, or it is none. */
  private static final double MIN_SHARE = 0.5;

  /** Thickness of a brow, per thickness of the mesh's. */
  private static final double MIN_THICKNESS = 0.45;

  private static final double MAX_THICKNESS = 1.2;

  /** Hair thins out over these shares of the length at the outer and the inner end. */
  private static final double OUTER_TAPER = 0.5;

  private static final double INNER_TAPER = 0.15;

  /** Distance of strokes in black and in pale hair, in line widths. */
  private static final double CLOSE = 1.3;

  private static final double WIDE = 1.8;
  private static final int MAX_ROWS = 4;

  /** The brows that the picture shows. */
  static List<Brow> of(FaceMesh mesh, GrayImage luma, double lineWidthPx) {
    List<Brow> brows = new ArrayList<>();
    for (int[][] pairs : PAIRS) {
      List<Point> middle = new ArrayList<>();
      double thickness = 0;
      for (int[] pair : pairs) {
        Point above = mesh.point(pair[0]);
        Point below = mesh.point(pair[1]);
        middle.add(above.towards(below, 0.5));
        thickness += above.distanceTo(below) / pairs.length;
      }
      seek(extended(new Polyline(middle).splined(SPACING_PX)), thickness, luma, lineWidthPx)
          .ifPresent(brows::add);
    }
    return brows;
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

  /** The dark band along a guide; offsets count from the guide, downwards positive. */
  static Optional<Brow> seek(Polyline guide, double thickness, GrayImage luma, double lineWidthPx) {
    List<Point> spine = guide.points();
    GrayImage tone = band(spine, (REACH + TO_SKIN) * thickness, luma);
    GrayImage depth = depth(tone, (int) Math.round(TO_SKIN * thickness / OFFSET_STEP_PX));
    double middle = tone.width() / 2.0;
    Polyline straight = Polyline.of(new Point(middle, 0.5), new Point(middle, spine.size() - 0.5));
    List<Point> hair =
        new LineSnapping(depth, REACH * thickness / OFFSET_STEP_PX).snap(straight).points();
    int first = -1;
    int last = -1;
    int dark = 0;
    double contrast = 0;
    for (int i = 0; i < hair.size(); i++) {
      double deep = depth.sample(hair.get(i));
      if (deep >= MIN_CONTRAST) {
        first = first < 0 ? i : first;
        last = i;
        dark++;
        contrast += deep;
      }
    }
    if (dark < MIN_SHARE * hair.size()) {
      return Optional.empty();
    }
    int n = last - first + 1;
    double[] top = new double[n];
    double[] bottom = new double[n];
    for (int i = 0; i < n; i++) {
      Point at = hair.get(first + i);
      double off = (at.x() - middle) * OFFSET_STEP_PX;
      top[i] = off - reach(tone, depth, at, -1, thickness);
      bottom[i] = off + reach(tone, depth, at, 1, thickness);
    }
    double[] upper = smooth(top);
    double[] lower = smooth(bottom);
    taper(upper, lower);
    int from = Math.min(first, spine.size() - n);
    return Optional.of(
        drawn(spine.subList(from, from + n), upper, lower, contrast / dark, lineWidthPx));
  }

  /** Luma beside the spine: a row for every point of it, a column for every offset. */
  private static GrayImage band(List<Point> spine, double reachPx, GrayImage luma) {
    int half = (int) Math.ceil(reachPx / OFFSET_STEP_PX);
    int width = 2 * half + 1;
    float[] band = new float[spine.size() * width];
    for (int i = 0; i < band.length; i++) {
      double offsetPx = (i % width - half) * OFFSET_STEP_PX;
      band[i] = (float) luma.sample(at(spine, i / width, offsetPx));
    }
    return new GrayImage(width, spine.size(), band).blurred(TONE_SIGMA_PX / OFFSET_STEP_PX);
  }

  /** How much darker a place is than what lies {@code toSkin} columns to both sides of it. */
  private static GrayImage depth(GrayImage tone, int toSkin) {
    int width = tone.width();
    float[] depth = new float[width * tone.height()];
    for (int i = 0; i < depth.length; i++) {
      int row = i / width;
      int k = i % width;
      double above = tone.atClamped(k - toSkin, row);
      double below = tone.atClamped(k + toSkin, row);
      // the socket of the eye is dark too
      double skin = LESSER * Math.min(above, below) + (1 - LESSER) * Math.max(above, below);
      double hair = tone.at(k, row);
      boolean between = hair < Math.min(above, below);
      depth[i] = between ? (float) ((skin - hair) / Math.max(skin, 0.05)) : 0;
    }
    return new GrayImage(width, tone.height(), depth);
  }

  /** How far the hair goes to one side: until half of the way to the light of the skin. */
  private static double reach(
      GrayImage tone, GrayImage depth, Point middle, int side, double thickness) {
    double hair = tone.sample(middle);
    double skin = hair / Math.max(0.05, 1 - depth.sample(middle));
    double most = MAX_THICKNESS * thickness / 2;
    for (double px = MIN_THICKNESS * thickness / 2; px < most; px += OFFSET_STEP_PX / 2) {
      Point at = middle.plus(new Point(side * px / OFFSET_STEP_PX, 0));
      if (tone.sample(at) > (hair + skin) / 2) {
        return px;
      }
    }
    return most;
  }

  /** Thins the band out towards its ends, around its middle. */
  private static void taper(double[] top, double[] bottom) {
    int n = top.length;
    for (int i = 0; i < n; i++) {
      double outer = Math.min(1, (i + 1) / (OUTER_TAPER * n));
      double inner = Math.min(1, (n - i) / (INNER_TAPER * n));
      double middle = (top[i] + bottom[i]) / 2;
      double half = (bottom[i] - top[i]) / 2 * Math.sqrt(outer * inner);
      top[i] = middle - half;
      bottom[i] = middle + half;
    }
  }

  private static Brow drawn(
      List<Point> spine, double[] top, double[] bottom, double contrast, double lineWidthPx) {
    double[] thickness = new double[top.length];
    for (int i = 0; i < top.length; i++) {
      thickness[i] = bottom[i] - top[i];
    }
    double typical = quantile(thickness, 0.75);
    double darkness = Math.clamp((contrast - MIN_CONTRAST) / (FULL_CONTRAST - MIN_CONTRAST), 0, 1);
    double spacing = lineWidthPx * (WIDE + (CLOSE - WIDE) * darkness);
    double inkedPx = Math.max(0, typical - lineWidthPx);
    int rows = Math.clamp(1 + (int) Math.round(inkedPx / spacing), 1, MAX_ROWS);
    List<Point> strokes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Point> line = new ArrayList<>();
      double share = rows == 1 ? 0.5 : (double) row / (rows - 1);
      for (int i = 0; i < top.length; i++) {
        double inset = Math.min(lineWidthPx, thickness[i]) / 2;
        double offset = top[i] + inset + share * (thickness[i] - 2 * inset);
        line.add(at(spine, i, offset));
      }
      if (row % 2 == 1) {
        Collections.reverse(line);
      }
      strokes.addAll(line);
    }
    List<Point> border = new ArrayList<>();
    List<Point> back = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      border.add(at(spine, i, top[i]));
      back.add(at(spine, i, bottom[i]));
    }
    border.addAll(back.reversed());
    return new Brow(new Polygon(border), new Polyline(strokes));
  }

  /** A point beside the spine, below it where the offset is positive. */
  private static Point at(List<Point> spine, int i, double offsetPx) {
    Point along = spine.get(Math.min(i + 2, spine.size() - 1)).minus(spine.get(Math.max(i - 2, 0)));
    Point across = new Point(-along.y(), along.x());
    double sign = across.y() >= 0 ? 1 : -1;
    return spine.get(i).plus(across.times(sign * offsetPx / Math.max(along.norm(), 1e-6)));
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = 0; k < values.length; k++) {
        double far = (k - i) * SPACING_PX / BORDER_SIGMA_PX;
        double weight = Math.exp(-far * far / 2);
        sum += weight * values[k];
        weights += weight;
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }
}
