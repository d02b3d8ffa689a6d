package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Point;

/**
 * Where both irises are: discs of one size, cut by the lids, that are darkest against the white
 * beside them, where both eyes look the same way (Daugman 1993 seeks one such circle; here lids
 * hide the upper and the lower end of most). An eye that is shut, hidden or too dark has none.
 *
 * @param left centre in the frame of the picture's left eye, px
 * @param right in the frame of its right eye
 */
record Irises(Optional<Point> left, Optional<Point> right, double radiusPx) {
  /** Radii that are tried, widths of an eye: an iris is 11.7 mm wide, an eye 30. */
  private static final double[] RADII = {0.170, 0.185, 0.200, 0.215};

  /** Steps of the search, widths of an eye. */
  private static final double STEP = 0.02;

  private static final int SIDE_STEPS = 13;
  private static final int HEIGHT_STEPS = 5;

  /** The white is looked at beside the iris, between so many radii. */
  private static final double WHITE_FROM = 1.1;

  private static final double WHITE_TO = 1.75;
  private static final double WHITE_HEIGHT = 0.8;

  /** Darkness of the disc against the white below which there is no iris to be seen. */
  private static final double LEAST_CONTRAST = 0.15;

  /** Eyes mostly look straight ahead; what a place aside costs, for a square eye's width. */
  private static final double ASIDE = 1;

  /** What it counts that lids hide nothing. */
  private static final double WHOLE = 0.15;

  /** What it costs that the eyes look different ways, for an eye's width. */
  private static final double CROSSED = 2.5;

  /** Catch lights and glare count as no lighter than this. */
  private static final double LIGHTEST = -0.1;

  /** The eye is looked at on a grid of this step, widths of an eye, which fits into this box. */
  private static final double GRID = 0.02;

  private static final double HALF_WIDTH = 0.46;
  private static final double HALF_HEIGHT = 0.4;

  /** At least so much of a disc, and of one's area in white beside it, must be seen. */
  private static final double LEAST_DISC = 0.3;

  private static final double LEAST_WHITE = 0.15;

  private record Candidate(Point at, double score) {}

  /** What is seen between the lids, in the eye's frame. */
  private record Seen(Eye eye, List<Point> places, double[] darkness) {
    static Seen of(Eye eye, ToDoubleFunction<Point> darkness) {
      double width = eye.widthPx();
      List<Point> places = new ArrayList<>();
      for (double y = -HALF_HEIGHT * width; y < HALF_HEIGHT * width; y += GRID * width) {
        for (double x = -HALF_WIDTH * width; x < HALF_WIDTH * width; x += GRID * width) {
          if (y > eye.upperY(x) && y < eye.lowerY(x) + GRID * width) {
            places.add(new Point(x, y));
          }
        }
      }
      return new Seen(
          eye,
          places,
          places.stream()
              .mapToDouble(at -> Math.max(LIGHTEST, darkness.applyAsDouble(eye.toCrop(at))))
              .toArray());
    }
  }

  /** Darkness by place, crop px. */
  static Irises of(ToDoubleFunction<Point> darkness, Eye leftEye, Eye rightEye) {
    double width = Math.max(leftEye.widthPx(), rightEye.widthPx());
    Irises best = new Irises(Optional.empty(), Optional.empty(), 0);
    Seen left = Seen.of(leftEye, darkness);
    Seen right = Seen.of(rightEye, darkness);
    double most = 0;
    for (double radius : RADII) {
      List<Candidate> lefts = candidates(left, radius * width);
      List<Candidate> rights = candidates(right, radius * width);
      for (int l = -1; l < lefts.size(); l++) {
        for (int r = -1; r < rights.size(); r++) {
          double score = 0;
          if (l >= 0) {
            score += lefts.get(l).score;
          }
          if (r >= 0) {
            score += rights.get(r).score;
          }
          if (l >= 0 && r >= 0) {
            score -= CROSSED * lefts.get(l).at.distanceTo(rights.get(r).at) / width;
          }
          if (score > most) {
            most = score;
            best =
                new Irises(
                    l < 0 ? Optional.empty() : Optional.of(lefts.get(l).at),
                    r < 0 ? Optional.empty() : Optional.of(rights.get(r).at),
                    radius * width);
          }
        }
      }
    }
    return best;
  }

  private static List<Candidate> candidates(Seen seen, double radiusPx) {
    List<Candidate> candidates = new ArrayList<>();
    Eye eye = seen.eye;
    double width = eye.widthPx();
    double whole = Math.PI * radiusPx * radiusPx / Math.pow(GRID * width, 2);
    for (int i = -SIDE_STEPS; i <= SIDE_STEPS; i++) {
      double x = i * STEP * width;
      double middle = (eye.upperY(x) + eye.lowerY(x)) / 2;
      for (int k = -HEIGHT_STEPS; k <= HEIGHT_STEPS; k++) {
        Point centre = new Point(x, middle + k * STEP * width);
        double inside = 0;
        double white = 0;
        int insides = 0;
        int whites = 0;
        for (int n = 0; n < seen.darkness.length; n++) {
          double away = centre.distanceTo(seen.places.get(n)) / radiusPx;
          if (away < 1) {
            inside += seen.darkness[n];
            insides++;
          } else if (away > WHITE_FROM
              && away < WHITE_TO
              && Math.abs(seen.places.get(n).y() - centre.y()) < WHITE_HEIGHT * radiusPx) {
            white += seen.darkness[n];
            whites++;
          }
        }
        if (insides > LEAST_DISC * whole && whites > LEAST_WHITE * whole) {
          double contrast = inside / insides - white / whites;
          if (contrast > LEAST_CONTRAST) {
            double aside = i * STEP;
            candidates.add(
                new Candidate(centre, contrast - ASIDE * aside * aside + WHOLE * insides / whole));
          }
        }
      }
    }
    return candidates;
  }
}
