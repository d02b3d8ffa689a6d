package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;

/**
 * Where the lower face is hair, told from the skin of the cheeks: darker, or less red, and rougher.
 * A shaven face is darker there too, by the shade of chin and jaw; what 337 of them show is taken
 * off first. The weights are those of a logistic regression over places in 337 shaven and 32
 * bearded portraits, none of them among those that results are reported on.
 */
final class BeardHair {
  /** A face box has this many px in the window in which hair is sought. */
  private static final int PX_PER_FACE = 192;

  /** The window, in face boxes from the middle of the face. */
  private static final Box WINDOW = new Box(-0.55, -0.2, 1.1, 0.9);

  private static final double COLOUR_SIGMA_PX = 1.5;
  private static final double ROUGH_BELOW_PX = 2;
  private static final double ROUGH_SIGMA_PX = 3;
  private static final double EVIDENCE_SIGMA_PX = 2;

  /** What the camera adds, in levels, and as roughness. */
  private static final double DARK_LEVELS = 6;

  private static final double NOISE = 0.004;
  private static final double MOST_ROUGH_SKIN = 0.03;

  private static final int[] LEFT_CHEEK = {50, 101, 118, 117, 36, 205};
  private static final int[] RIGHT_CHEEK = {280, 330, 347, 346, 266, 425};

  private static final int[] MOUSTACHE = {164, 167, 165, 92, 393, 391, 322};

  /** Half-way to its ends, where the shadow of the nose does not reach. */
  private static final int[] LEFT_MOUSTACHE = {165};

  private static final int[] RIGHT_MOUSTACHE = {391};
  private static final int[] CHIN = {18, 83, 313, 182, 406, 200, 199, 201, 421, 208, 428};
  private static final int[] LEFT_JAW = {212, 214, 192, 135, 138, 210, 202};
  private static final int[] RIGHT_JAW = {432, 434, 416, 364, 367, 430, 422};

  /**
   * What shaven faces show, and what hair weighs: darkness (logarithm of light), paleness (of red
   * by green), roughness (of contrast).
   *
   * @param level at the middle of the face
   * @param aside per squared face box to the side
   * @param down per face box downwards
   * @param downSquared per squared face box downwards
   * @param least what less does not count against hair: some is redder than skin
   */
  private record Cue(
      double level, double aside, double down, double downSquared, double weight, double least) {
    double evidence(double value, double u, double v) {
      return weight
          * Math.max(least, value - level - aside * u * u - down * v - downSquared * v * v);
    }
  }

  private static final Cue DARKNESS =
      new Cue(0.10, 1.54, 0.17, -0.75, 3.9, Double.NEGATIVE_INFINITY);
  private static final Cue PALENESS = new Cue(0.01, -0.14, -0.17, 0.34, 25.5, 0);
  private static final Cue ROUGHNESS =
      new Cue(0.69, 1.13, -1.38, -0.10, 2.1, Double.NEGATIVE_INFINITY);
  private static final double BIAS = -2.2;

  /** Beyond these places, in face boxes, shade is no longer known. */
  private static final double MAX_ASIDE = 0.36;

  private static final double MAX_DOWN = 0.48;

  /**
   * Mean evidence of a moustache, and of one beside a sure beard; shaven lips have 1.2 or less, or
   * they smile and are without any on one side.
   */
  private static final double MIN_MOUSTACHE = 1.4;

  private static final double FAINT_MOUSTACHE = 0.3;

  /** Of a chin below a moustache, of one between hairy jaws, and of one alone. */
  private static final double MIN_CHIN_BELOW_MOUSTACHE = 1;

  private static final double MIN_CHIN_BETWEEN_JAWS = 2.4;
  private static final double MIN_CHIN = 3;

  /** Of the less hairy of the jaws. */
  private static final double MIN_JAW = 1;

  private static final double SURE_JAW = 2;

  private static final double MOST_BURNT = 0.3;

  /** A band thinner than this is left out, px of the window. */
  private static final double MIN_HEIGHT_PX = 6;

  private static final int MAX_GAP_PX = 8;
  private static final int MIN_WIDTH_PX = 24;
  private static final double BORDER_SIGMA_PX = 4;

  private final FaceMesh mesh;
  private final Affine toCrop;
  private final GrayImage evidence;

  private BeardHair(FaceMesh mesh, Affine toCrop, GrayImage evidence) {
    this.mesh = mesh;
    this.toCrop = toCrop;
    this.evidence = evidence;
  }

  /**
   * Hair between two borders, from left to right, crop px.
   *
   * @param moustache whether it grows above the mouth, sideways, or else downwards
   * @param darkness mean evidence
   */
  record Band(boolean moustache, List<Point> top, List<Point> bottom, double darkness) {}

  static BeardHair of(FaceMesh mesh, Box face, RgbImage crop) {
    double scale = face.width() / PX_PER_FACE;
    Affine toCrop =
        Affine.translation(PX_PER_FACE * WINDOW.x(), PX_PER_FACE * WINDOW.y())
            .then(Affine.scaling(scale))
            .then(Affine.translation(face.centre().x(), face.centre().y()));
    RgbImage window =
        Resampling.window(
            crop,
            toCrop,
            (int) (PX_PER_FACE * WINDOW.width()),
            (int) (PX_PER_FACE * WINDOW.height()),
            Resampling.Border.REPLICATE);
    FaceMesh there = mesh.transformed(toCrop.inverse());
    return new BeardHair(there, toCrop, evidence(window, there).blurred(EVIDENCE_SIGMA_PX));
  }

  /**
   * The hair that nobody doubts, moustache first.
   *
   * @param burntShare share of the face whose light the camera could not tell; where that is much,
   *     the cheeks are no measure
   */
  List<Band> bands(double burntShare) {
    if (burntShare > MOST_BURNT) {
      return List.of();
    }
    List<Band> bands = new ArrayList<>();
    double lip = mean(MOUSTACHE);
    double chin = mean(CHIN);
    double jaw = Math.min(mean(LEFT_JAW), mean(RIGHT_JAW));
    boolean moustache =
        lip >= MIN_MOUSTACHE && mean(LEFT_MOUSTACHE) > 0 && mean(RIGHT_MOUSTACHE) > 0;
    boolean beard =
        chin >= MIN_CHIN
            || (moustache && chin >= MIN_CHIN_BELOW_MOUSTACHE)
            || (jaw >= SURE_JAW && chin >= MIN_CHIN_BETWEEN_JAWS);
    if (moustache || (beard && lip >= FAINT_MOUSTACHE)) {
      bands.addAll(moustache());
    }
    if (beard) {
      bands.addAll(beard(jaw >= MIN_JAW));
    }
    return bands;
  }

  private static GrayImage evidence(RgbImage window, FaceMesh mesh) {
    int width = window.width();
    int height = window.height();
    RgbImage soft = window.blurred(COLOUR_SIGMA_PX);
    GrayImage rough = rough(window.luma());
    double[] left = skin(soft, rough, mesh, LEFT_CHEEK);
    double[] right = skin(soft, rough, mesh, RIGHT_CHEEK);
    float[] evidence = new float[width * height];
    for (int i = 0; i < evidence.length; i++) {
      int x = i % width;
      int y = i / width;
      double share = Math.clamp((x - left[0]) / Math.max(1, right[0] - left[0]), 0, 1);
      double u = Math.min(MAX_ASIDE, Math.abs((x + 0.5) / PX_PER_FACE + WINDOW.x()));
      double v = Math.min(MAX_DOWN, (y + 0.5) / PX_PER_FACE + WINDOW.y());
      double[] here = look(soft, rough, x, y);
      double darkness = mix(left[1], right[1], share) - here[1];
      double paleness = mix(left[2], right[2], share) - here[2];
      double skin = Math.min(MOST_ROUGH_SKIN, mix(left[3], right[3], share));
      double roughness = Math.log((here[3] + NOISE) / (skin + NOISE));
      evidence[i] =
          (float)
              (BIAS
                  + DARKNESS.evidence(darkness, u, v)
                  + PALENESS.evidence(paleness, u, v)
                  + ROUGHNESS.evidence(roughness, u, v));
    }
    return new GrayImage(width, height, evidence);
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }

  /** Contrast of the finest detail, as a share of the light. */
  private static GrayImage rough(GrayImage luma) {
    GrayImage below = luma.blurred(ROUGH_BELOW_PX);
    float[] squared = new float[luma.width() * luma.height()];
    for (int i = 0; i < squared.length; i++) {
      int row = i / luma.width();
      float light = below.at(i % luma.width(), row);
      double contrast = (luma.at(i % luma.width(), row) - light) / (light + 0.05);
      squared[i] = (float) (contrast * contrast);
    }
    return new GrayImage(luma.width(), luma.height(), squared).blurred(ROUGH_SIGMA_PX);
  }

  /** Column, logarithm of light, of red by green, and roughness. */
  private static double[] look(RgbImage soft, GrayImage rough, int x, int y) {
    double red = soft.at(x, y, 0) + DARK_LEVELS;
    double green = soft.at(x, y, 1) + DARK_LEVELS;
    double blue = soft.at(x, y, 2) + DARK_LEVELS;
    return new double[] {
      x,
      Math.log(0.3 * red + 0.59 * green + 0.11 * blue),
      Math.log(red / green),
      Math.sqrt(rough.at(x, y))
    };
  }

  /** The median look of some places. */
  private static double[] skin(RgbImage soft, GrayImage rough, FaceMesh mesh, int[] vertices) {
    double[][] looks = new double[4][vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      Point at = mesh.point(vertices[i]);
      double[] look =
          look(
              soft,
              rough,
              Math.clamp((int) at.x(), 0, soft.width() - 1),
              Math.clamp((int) at.y(), 0, soft.height() - 1));
      for (int k = 0; k < look.length; k++) {
        looks[k][i] = look[k];
      }
    }
    return Arrays.stream(looks).mapToDouble(BeardHair::median).toArray();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private double mean(int[] vertices) {
    return Arrays.stream(vertices)
        .mapToDouble(vertex -> evidence.sample(mesh.point(vertex)))
        .average()
        .orElseThrow();
  }

  /** Between the nose and the upper lip, and a little beyond the corners of the mouth. */
  private List<Band> moustache() {
    Polyline above = mesh.line(216, 206, 203, 98, 97, 2, 326, 327, 423, 426, 436);
    Polyline below = mesh.line(212, 57, 185, 40, 39, 37, 0, 267, 269, 270, 409, 287, 432);
    return bands(above, below, false);
  }

  /** From the cheeks to the jaw and, under the mouth, from the lower lip to the chin. */
  private List<Band> beard(boolean jaws) {
    Polyline above =
        jaws
            ? mesh.line(
                177, 147, 187, 207, 216, 57, 61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 287,
                436, 427, 411, 376, 401)
            : mesh.line(
                204, 43, 57, 61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 287, 273, 424);
    return bands(above, new Polyline(chinwards()), true);
  }

  /** The border of the face below the ears, from left to right. */
  private List<Point> chinwards() {
    return mesh.line(
            93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361,
            323)
        .points();
  }

  /**
   * The hair between two lines, column by column.
   *
   * @param standing whether it stands on the lower line, or else hangs anywhere between
   */
  private List<Band> bands(Polyline above, Polyline below, boolean standing) {
    int width = evidence.width();
    double[] from = heights(above, width);
    double[] to = heights(below, width);
    double[] top = new double[width];
    double[] bottom = new double[width];
    boolean[] hairy = new boolean[width];
    for (int x = 0; x < width; x++) {
      top[x] = bottom[x] = Double.NaN;
      if (Double.isNaN(from[x]) || Double.isNaN(to[x])) {
        continue;
      }
      int first = -1;
      int last = -1;
      int lastY = Math.min(evidence.height() - 1, (int) to[x]);
      for (int y = lastY; y >= Math.max(0, (int) from[x]); y--) {
        if (evidence.at(x, y) > 0) {
          last = last < 0 ? y : last;
          first = y;
        } else if (last >= 0 && first - y > 3) {
          break;
        }
      }
      hairy[x] = last >= 0 && last - first >= MIN_HEIGHT_PX && (!standing || lastY - last < 12);
      top[x] = first;
      bottom[x] = standing ? lastY : last;
    }
    List<Band> bands = new ArrayList<>();
    for (int x = 0; x < width; x++) {
      if (hairy[x]) {
        int end = x;
        for (int k = x; k < width && k - end <= MAX_GAP_PX; k++) {
          end = hairy[k] ? k : end;
        }
        if (end - x >= MIN_WIDTH_PX) {
          bands.add(band(!standing, x, end, top, bottom, hairy));
        }
        x = end;
      }
    }
    return bands;
  }

  private Band band(
      boolean moustache, int first, int last, double[] top, double[] bottom, boolean[] hairy) {
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    double sum = 0;
    int n = 0;
    for (int x = first; x <= last; x++) {
      double t = smooth(top, hairy, first, last, x);
      double b = smooth(bottom, hairy, first, last, x);
      upper.add(toCrop.apply(new Point(x + 0.5, t + 0.5)));
      lower.add(toCrop.apply(new Point(x + 0.5, Math.max(t, b) + 0.5)));
      for (int y = (int) t; y <= b; y++) {
        sum += evidence.atClamped(x, y);
        n++;
      }
    }
    return new Band(moustache, upper, lower, sum / Math.max(1, n));
  }

  private static double smooth(double[] values, boolean[] valid, int first, int last, int x) {
    double sum = 0;
    double weights = 0;
    for (int k = first; k <= last; k++) {
      double far = (k - x) / BORDER_SIGMA_PX;
      double weight = valid[k] ? Math.exp(-far * far / 2) : 0;
      sum += weight == 0 ? 0 : weight * values[k];
      weights += weight;
    }
    return sum / weights;
  }

  /** Height of a line over every column, the lower one where it lies there twice. */
  private static double[] heights(Polyline line, int width) {
    double[] heights = new double[width];
    Arrays.fill(heights, Double.NaN);
    for (Point point : line.resampled(0.5)) {
      int x = (int) point.x();
      if (x >= 0 && x < width) {
        double y = point.y();
        heights[x] = Double.isNaN(heights[x]) ? y : Math.max(heights[x], y);
      }
    }
    return heights;
  }
}
