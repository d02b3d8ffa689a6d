package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * The dark hair of a brow: a band along a spine from the outer end to the inner one, thinner
 * towards both; px. Where it lies and how thick it is comes from the picture.
 */
final class BrowHair {
  /**
   * What passes for hair.
   *
   * @param contrast least, as a share of the skin's light
   * @param most contrast of the whole: what is darker is something else
   * @param share of the length that must be so dark
   * @param skin where it must be lighter
   */
  record Sight(double contrast, double most, double share, Skin skin) {
    /** Hair that nobody doubts. */
    static final Sight SURE = new Sight(0.06, 1, 0.5, Skin.ON_BOTH_SIDES);

    /**
     * Hair over a deep socket, which is as dark: the step from the brow's upper border. Of twelve
     * brows it is 0.1 to 0.3, of the brim of a hat 0.4, of sunglasses 0.6 and more.
     */
    static final Sight OVER_SHADE = new Sight(0.07, 0.35, 0.5, Skin.ABOVE);

    /** Hair of a brow whose fellow is sure: pale, or in the shade of a hat or of glasses. */
    static final Sight FAINT = new Sight(0.03, 1, 0.35, Skin.ON_THE_WHOLE);
  }

  /** Where the skin is that hair is darker than. */
  enum Skin {
    ON_BOTH_SIDES,
    ABOVE,
    ON_THE_WHOLE
  }

  private static final double OFFSET_STEP_PX = 0.5;

  /** How far from the guide hair is sought, per thickness of the mesh's brow. */
  private static final double REACH = 0.9;

  /** Skin lies this far from the middle of the hair, above and below, per thickness. */
  private static final double TO_SKIN = 0.8;

  /** What the darker of the two sides counts for the skin's light. */
  private static final double LESSER = 0.7;

  private static final double TONE_SIGMA_PX = 1.2;
  private static final double BORDER_SIGMA_PX = 4;

  /** Thickness of a brow, per thickness of the mesh's. */
  private static final double MIN_THICKNESS = 0.45;

  private static final double MAX_THICKNESS = 1.2;

  /** Hair thins out over these shares of the length at the outer and the inner end. */
  private static final double OUTER_TAPER = 0.5;

  private static final double INNER_TAPER = 0.15;

  /** Shares of the length at the outer and the inner end that may be without hair. */
  private static final double MAX_BARE_OUTER = 0.15;

  private static final double MAX_BARE_INNER = 0.1;

  private final List<Point> spine;
  private final double[] top;
  private final double[] bottom;
  private final double contrast;

  private BrowHair(List<Point> spine, double[] top, double[] bottom, double contrast) {
    this.spine = List.copyOf(spine);
    this.top = top;
    this.bottom = bottom;
    this.contrast = contrast;
  }

  /**
   * The dark band along a guide of points a pixel apart; offsets count from the guide, downwards
   * positive.
   *
   * @param thickness of the mesh's brow, px
   */
  static Optional<BrowHair> seek(Polyline guide, double thickness, GrayImage luma, Sight sight) {
    List<Point> spine = guide.points();
    GrayImage tone = band(spine, (REACH + TO_SKIN) * thickness, luma);
    int toSkin = (int) Math.round(TO_SKIN * thickness / OFFSET_STEP_PX);
    GrayImage depth = depth(tone, toSkin, sight.skin);
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
      if (deep >= sight.contrast) {
        first = first < 0 ? i : first;
        last = i;
        dark++;
        contrast += deep;
      }
    }
    boolean tooDark = contrast > sight.most * dark;
    if (tooDark || dark < Math.max(2, sight.share * hair.size())) {
      return Optional.empty();
    }
    first = Math.min(first, (int) Math.round(MAX_BARE_OUTER * hair.size()));
    last = Math.max(last, hair.size() - 1 - (int) Math.round(MAX_BARE_INNER * hair.size()));
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
    return Optional.of(new BrowHair(spine.subList(from, from + n), upper, lower, contrast / dark));
  }

  /** How much darker than the skin, as a share of the skin's light. */
  double contrast() {
    return contrast;
  }

  /** Thickness that three quarters of the length do not exceed, px. */
  double thicknessPx() {
    double[] sorted = new double[top.length];
    Arrays.setAll(sorted, i -> bottom[i] - top[i]);
    Arrays.sort(sorted);
    return sorted[(int) Math.round(0.75 * (sorted.length - 1))];
  }

  /**
   * A line along the hair.
   *
   * @param share from the upper border, 0, to the lower one, 1
   * @param insetPx the least distance from both borders
   */
  List<Point> row(double share, double insetPx) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      double thickness = bottom[i] - top[i];
      double inset = Math.min(insetPx, thickness / 2);
      line.add(at(spine, i, top[i] + inset + share * (thickness - 2 * inset)));
    }
    return line;
  }

  /** Where the hair is, and what lies nearer to it than a margin above and below. */
  Polygon area(double marginPx) {
    List<Point> border = new ArrayList<>();
    List<Point> back = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      border.add(at(spine, i, top[i] - marginPx));
      back.add(at(spine, i, bottom[i] + marginPx));
    }
    border.addAll(back.reversed());
    return new Polygon(border);
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

  /** How much darker a place is than the skin that lies {@code toSkin} columns from it. */
  private static GrayImage depth(GrayImage tone, int toSkin, Skin where) {
    int width = tone.width();
    float[] depth = new float[width * tone.height()];
    for (int i = 0; i < depth.length; i++) {
      int row = i / width;
      int k = i % width;
      depth[i] =
          (float)
              switch (where) {
                case ABOVE -> stepDown(tone, row, k - toSkin / 2, toSkin * 2 / 3);
                case ON_BOTH_SIDES, ON_THE_WHOLE -> {
                  double above = tone.atClamped(k - toSkin, row);
                  double below = tone.atClamped(k + toSkin, row);
                  double lesser = Math.min(above, below);
                  // the socket of the eye is dark too
                  double skin = LESSER * lesser + (1 - LESSER) * Math.max(above, below);
                  double hair = tone.at(k, row);
                  yield where == Skin.ON_BOTH_SIDES && hair >= lesser ? 0 : darker(hair, skin);
                }
              };
    }
    return new GrayImage(width, tone.height(), depth);
  }

  /** How much darker the columns below a border are than as many above it. */
  private static double stepDown(GrayImage tone, int row, int border, int columns) {
    return darker(
        mean(tone, row, border + 1, border + 1 + columns),
        mean(tone, row, border - columns, border));
  }

  private static double darker(double hair, double skin) {
    return Math.max(0, skin - hair) / Math.max(skin, 0.05);
  }

  private static double mean(GrayImage tone, int row, int from, int to) {
    double sum = 0;
    for (int k = from; k <= to; k++) {
      sum += tone.atClamped(k, row);
    }
    return sum / (to - from + 1);
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

  /** A point beside the spine, below it where the offset is positive. */
  private static Point at(List<Point> spine, int i, double offsetPx) {
    Point along = spine.get(Math.min(i + 2, spine.size() - 1)).minus(spine.get(Math.max(i - 2, 0)));
    Point across = new Point(-along.y(), along.x());
    double sign = across.y() >= 0 ? 1 : -1;
    return spine.get(i).plus(across.times(sign * offsetPx / Math.max(along.norm(), 1e-6)));
  }

  private static double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = 0; k < values.length; k++) {
        double far = (k - i) / BORDER_SIGMA_PX;
        double weight = Math.exp(-far * far / 2);
        sum += weight * values[k];
        weights += weight;
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }
}
