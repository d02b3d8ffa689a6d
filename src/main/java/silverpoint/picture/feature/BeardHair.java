package silverpoint.picture.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.portrait.Sitter;

/**
 * Where a face has a moustache and a beard. It is found to be there by the evidence at places of
 * the mesh, all of which must agree: nobody is given a beard by a shadow. Its border is where the
 * evidence ends.
 */
final class BeardHair {
  /** Vertices of the mesh on the upper lip, the chin and the jaws; left is the picture's. */
  static final int[] MOUSTACHE = {164, 167, 165, 92, 393, 391, 322};

  static final int[] CHIN = {18, 83, 313, 182, 406, 200, 199, 201, 421, 208, 428};
  static final int[] LEFT_JAW = {212, 214, 192, 135, 138, 210, 202};
  static final int[] RIGHT_JAW = {432, 434, 416, 364, 367, 430, 422};

  /** Half-way to the moustache's ends, where the shadow of the nose does not reach. */
  private static final int LEFT_MOUSTACHE = 165;

  private static final int RIGHT_MOUSTACHE = 391;

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

  /**
   * Where the camera could not tell the light of so much of the face, the cheeks are no measure.
   */
  private static final double MOST_BURNT = 0.3;

  /** A band thinner than this is left out, px of the window. */
  private static final double MIN_HEIGHT_PX = 6;

  /** Bare skin within a column of hair, and below a beard. */
  private static final int MAX_BARE_PX = 3;

  private static final int MAX_ABOVE_JAW_PX = 11;

  /** Columns without hair within a band. */
  private static final int MAX_GAP_PX = 8;

  private static final int MIN_WIDTH_PX = 24;
  private static final double BORDER_SIGMA_PX = 4;

  private final BeardEvidence evidence;
  private final GrayImage odds;
  private final FaceMesh mesh;

  private BeardHair(BeardEvidence evidence) {
    this.evidence = evidence;
    odds = evidence.evidence();
    mesh = evidence.mesh();
  }

  /**
   * Hair between two borders, from left to right, crop px.
   *
   * @param moustache whether it grows above the mouth, sideways, or else downwards
   * @param darkness mean evidence
   */
  record Band(boolean moustache, List<Point> top, List<Point> bottom, double darkness) {}

  /** The hair that nobody doubts of one who has a mesh, moustache first. */
  static List<Band> of(Sitter sitter, RgbImage crop) {
    if (sitter.light().burntShare() > MOST_BURNT) {
      return List.of();
    }
    return new BeardHair(BeardEvidence.of(sitter.mesh().orElseThrow(), sitter.faceBoxPx(), crop))
        .bands();
  }

  private List<Band> bands() {
    double lip = evidence.at(MOUSTACHE);
    double chin = evidence.at(CHIN);
    double jaw = Math.min(evidence.at(LEFT_JAW), evidence.at(RIGHT_JAW));
    boolean moustache =
        lip >= MIN_MOUSTACHE
            && evidence.withoutColour(MOUSTACHE) > 0
            && evidence.at(LEFT_MOUSTACHE) > 0
            && evidence.at(RIGHT_MOUSTACHE) > 0;
    boolean beard =
        evidence.withoutColour(CHIN) > 0
            && (chin >= MIN_CHIN
                || (moustache && chin >= MIN_CHIN_BELOW_MOUSTACHE)
                || (jaw >= SURE_JAW && chin >= MIN_CHIN_BETWEEN_JAWS));
    List<Band> bands = new ArrayList<>();
    if (moustache || (beard && lip >= FAINT_MOUSTACHE)) {
      bands.addAll(moustache());
    }
    if (beard) {
      bands.addAll(beard(jaw >= MIN_JAW));
    }
    return bands;
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
    Polyline below =
        mesh.line(
            93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361,
            323);
    return bands(above, below, true);
  }

  /**
   * The hair between two lines, column by column.
   *
   * @param standing whether it stands on the lower line, or else hangs anywhere between
   */
  private List<Band> bands(Polyline above, Polyline below, boolean standing) {
    int width = odds.width();
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
      int lastY = Math.min(odds.height() - 1, (int) to[x]);
      for (int y = lastY; y >= Math.max(0, (int) from[x]); y--) {
        if (odds.at(x, y) > 0) {
          last = last < 0 ? y : last;
          first = y;
        } else if (last >= 0 && first - y > MAX_BARE_PX) {
          break;
        }
      }
      hairy[x] =
          last >= 0
              && last - first >= MIN_HEIGHT_PX
              && (!standing || lastY - last <= MAX_ABOVE_JAW_PX);
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
      upper.add(evidence.toCrop().apply(new Point(x + 0.5, t + 0.5)));
      lower.add(evidence.toCrop().apply(new Point(x + 0.5, Math.max(t, b) + 0.5)));
      for (int y = (int) t; y <= b; y++) {
        sum += odds.atClamped(x, y);
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
