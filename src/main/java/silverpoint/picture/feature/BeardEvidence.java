package silverpoint.picture.feature;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * How much the lower face looks like hair, place by place, told from the skin of the cheeks:
 * darker, or less red, and rougher. A shaven face is darker there too, by the shade of chin and
 * jaw; what 333 of them show is taken off first. The weights are those of a logistic regression
 * over places in those and in 32 bearded portraits, by {@code scripts/fit-beard-model}.
 *
 * @param mesh in px of a window around the lower face, as is the evidence
 * @param toCrop from the window's px to the crop's
 * @param evidence logarithm of the odds of hair, smoothed
 * @param cues what it comes from
 */
record BeardEvidence(FaceMesh mesh, Affine toCrop, GrayImage evidence, Cues cues) {
  /** A face box has this many px in the window. */
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

  /**
   * What shaven faces show, and what hair weighs.
   *
   * @param level at the middle of the face
   * @param aside per squared face box to the side
   * @param down per face box downwards
   * @param downSquared per squared face box downwards
   * @param least what less does not count against hair: some is redder than skin
   */
  private record Weight(
      double level, double aside, double down, double downSquared, double weight, double least) {
    double evidence(double contrast, double u, double v) {
      return weight
          * Math.max(least, contrast - level - aside * u * u - down * v - downSquared * v * v);
    }
  }

  private static final Weight DARKNESS =
      new Weight(0.10, 1.55, 0.15, -0.70, 4.4, Double.NEGATIVE_INFINITY);
  private static final Weight PALENESS = new Weight(0.01, -0.14, -0.17, 0.34, 26.0, 0);
  private static final Weight ROUGHNESS =
      new Weight(0.67, 1.12, -1.34, -0.23, 1.8, Double.NEGATIVE_INFINITY);
  private static final double BIAS = -2.1;

  /** Beyond these places, in face boxes, shade is no longer known. */
  private static final double MAX_ASIDE = 0.36;

  private static final double MAX_DOWN = 0.48;

  /**
   * A place against the cheeks.
   *
   * @param aside from the middle of the face, in face boxes
   * @param down from the middle of the face, in face boxes
   * @param darkness of the logarithm of light
   * @param paleness of the logarithm of red by green
   * @param roughness of the logarithm of fine contrast
   */
  record Contrast(double aside, double down, double darkness, double paleness, double roughness) {
    double evidence() {
      double u = Math.min(MAX_ASIDE, Math.abs(aside));
      double v = Math.min(MAX_DOWN, down);
      return BIAS
          + DARKNESS.evidence(darkness, u, v)
          + PALENESS.evidence(paleness, u, v)
          + ROUGHNESS.evidence(roughness, u, v);
    }

    /** What of the evidence is not colour: red cheeks make all the rest of a face pale. */
    double evidenceWithoutColour() {
      double u = Math.min(MAX_ASIDE, Math.abs(aside));
      double v = Math.min(MAX_DOWN, down);
      return DARKNESS.evidence(darkness, u, v) + ROUGHNESS.evidence(roughness, u, v);
    }
  }

  /** Logarithm of light, of red by green, and fine contrast, at a column. */
  private record Look(double x, double light, double red, double rough) {
    /** Between two looks, by column. */
    static Look between(Look left, Look right, double x) {
      double share = Math.clamp((x - left.x) / Math.max(1, right.x - left.x), 0, 1);
      return new Look(
          x,
          left.light + share * (right.light - left.light),
          left.red + share * (right.red - left.red),
          left.rough + share * (right.rough - left.rough));
    }
  }

  /** Colour and roughness of the window, and of the skin at both cheeks. */
  static final class Cues {
    private final RgbImage soft;
    private final GrayImage rough;
    private final Look left;
    private final Look right;

    private Cues(RgbImage window, FaceMesh mesh) {
      soft = window.blurred(COLOUR_SIGMA_PX);
      rough = roughness(window.luma());
      left = skin(mesh, LEFT_CHEEK);
      right = skin(mesh, RIGHT_CHEEK);
    }

    Contrast at(Point point) {
      return at((int) point.x(), (int) point.y());
    }

    private Contrast at(int x, int y) {
      Look here = look(x, y);
      Look skin = Look.between(left, right, here.x);
      double least = Math.min(MOST_ROUGH_SKIN, skin.rough);
      return new Contrast(
          (x + 0.5) / PX_PER_FACE + WINDOW.x(),
          (y + 0.5) / PX_PER_FACE + WINDOW.y(),
          skin.light - here.light,
          skin.red - here.red,
          Math.log((here.rough + NOISE) / (least + NOISE)));
    }

    private Look look(int column, int row) {
      int x = Math.clamp(column, 0, soft.width() - 1);
      int y = Math.clamp(row, 0, soft.height() - 1);
      double red = soft.at(x, y, 0) + DARK_LEVELS;
      double green = soft.at(x, y, 1) + DARK_LEVELS;
      double blue = soft.at(x, y, 2) + DARK_LEVELS;
      return new Look(
          x,
          Math.log(0.3 * red + 0.59 * green + 0.11 * blue),
          Math.log(red / green),
          Math.sqrt(rough.at(x, y)));
    }

    /** The median look of some places. */
    private Look skin(FaceMesh mesh, int[] vertices) {
      Look[] looks = new Look[vertices.length];
      for (int i = 0; i < looks.length; i++) {
        Point at = mesh.point(vertices[i]);
        looks[i] = look((int) at.x(), (int) at.y());
      }
      return new Look(
          median(Arrays.stream(looks).mapToDouble(Look::x)),
          median(Arrays.stream(looks).mapToDouble(Look::light)),
          median(Arrays.stream(looks).mapToDouble(Look::red)),
          median(Arrays.stream(looks).mapToDouble(Look::rough)));
    }

    private static double median(DoubleStream values) {
      double[] sorted = values.sorted().toArray();
      int half = sorted.length / 2;
      return (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
    }
  }

  static BeardEvidence of(FaceMesh mesh, Box face, RgbImage crop) {
    Affine toCrop =
        Affine.translation(PX_PER_FACE * WINDOW.x(), PX_PER_FACE * WINDOW.y())
            .then(Affine.scaling(face.width() / PX_PER_FACE))
            .then(Affine.translation(face.centre().x(), face.centre().y()));
    int width = (int) (PX_PER_FACE * WINDOW.width());
    int height = (int) (PX_PER_FACE * WINDOW.height());
    RgbImage window = Resampling.window(crop, toCrop, width, height, Resampling.Border.REPLICATE);
    FaceMesh there = mesh.transformed(toCrop.inverse());
    Cues cues = new Cues(window, there);
    float[] evidence = new float[width * height];
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] = (float) cues.at(i % width, i / width).evidence();
    }
    GrayImage smooth = new GrayImage(width, height, evidence).blurred(EVIDENCE_SIGMA_PX);
    return new BeardEvidence(there, toCrop, smooth, cues);
  }

  /** Squared contrast of the finest detail, as a share of the light. */
  private static GrayImage roughness(GrayImage luma) {
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

  /** Mean evidence at some vertices of the mesh. */
  double at(int... vertices) {
    return Arrays.stream(vertices)
        .mapToDouble(vertex -> evidence.sample(mesh.point(vertex)))
        .average()
        .orElseThrow();
  }

  /** The same of what is not colour; 0 as for shaven skin. */
  double withoutColour(int... vertices) {
    return Arrays.stream(vertices)
        .mapToDouble(vertex -> cues.at(mesh.point(vertex)).evidenceWithoutColour())
        .average()
        .orElseThrow();
  }
}
