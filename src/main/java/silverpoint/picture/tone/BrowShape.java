package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.face.FaceMesh;

/**
 * The shape of one brow: where the photo is darkest from its end at the nose to the one at the
 * temple, as thick as the photo shows it, with smooth borders. How dark it must be is its own
 * affair, so that brown and blond brows keep their form; a pale one is drawn thinner.
 *
 * <p>The brow is measured in cross sections of a frame of its own: x along it as the picture shows
 * it, 0 at the mesh's left end, y downwards, px.
 */
final class BrowShape {
  /** The brow of a side of the picture, and its borders in the mesh: upper and lower by turns. */
  enum Side {
    LEFT(70, 46, 63, 53, 105, 52, 66, 65, 107, 55),
    RIGHT(336, 285, 296, 295, 334, 282, 293, 283, 300, 276);

    private final int[] vertices;

    Side(int... vertices) {
      this.vertices = vertices;
    }
  }

  /** A brow goes on beyond the mesh's, lengths of a brow. */
  private static final double BEYOND = 0.14;

  /** Cross sections of a brow, and places of each. */
  private static final int SECTIONS = 48;

  private static final int PLACES = 41;

  /** The mesh's middle is rounded to points so far from each other. */
  private static final double SPACING_PX = 0.5;

  /** A brow lies no farther from the mesh's than this, face widths. */
  private static final double REACH = 0.085;

  /** Darkness that it costs to lie at the reach. */
  private static final double UNUSUAL = 0.25;

  /** And towards the eye: the shade of its hollow is no brow. */
  private static final double TOWARDS_EYE = 0.8;

  /** Darkness that it costs to leave the direction by a place between two sections. */
  private static final double BEND = 0.02;

  /** The border of a brow lies where this share of its darkness is left. */
  private static final double BORDER = 0.5;

  /** The share of sections, lightest first, that tells how dark a brow is. */
  private static final double QUANTILE = 0.75;

  /** A brow has this share of that darkness from end to end. */
  private static final double END = 0.4;

  /** Sections that may be missing: light on a brow. */
  private static final int GAP = 6;

  /** A shorter one cannot be drawn as a shape, line widths. */
  private static final double SHORTEST_LINE_WIDTHS = 8;

  /** A brow is at least this share of its mesh's length. */
  private static final double SHORTEST = 0.5;

  /** The end at the nose is rounded over this share of a brow, from this share of its thickness. */
  private static final double INNER_TAPER = 0.2;

  private static final double INNER_START = 0.25;

  /** The end at the temple is pointed over this share, down to this share of its thickness. */
  private static final double OUTER_TAPER = 0.4;

  private static final double END_THICKNESS = 0.4;

  private final Side side;
  private final double length;
  private final Affine toCrop;
  private final double stepPx;
  private final double[] x = new double[SECTIONS];
  private final double[] y = new double[SECTIONS];
  private final double[][] dark = new double[SECTIONS][PLACES];

  /** Darkness by place, crop px. */
  BrowShape(FaceMesh mesh, Side side, ToDoubleFunction<Point> darkness) {
    this.side = side;
    List<Point> middle = new ArrayList<>();
    for (int i = 0; i < side.vertices.length; i += 2) {
      Polyline across = mesh.line(side.vertices[i], side.vertices[i + 1]);
      middle.add(across.start().towards(across.end(), 0.5));
    }
    Point along = middle.getLast().minus(middle.getFirst());
    Affine fromCrop =
        Affine.translation(-middle.getFirst().x(), -middle.getFirst().y())
            .then(Affine.rotation(-Math.atan2(along.y(), along.x())));
    toCrop = fromCrop.inverse();
    length = along.norm();
    stepPx = 2 * REACH * FaceDarkness.faceWidthPx(mesh) / (PLACES - 1);
    Polyline usual = new Polyline(middle).transformed(fromCrop).splined(SPACING_PX);
    for (int i = 0; i < SECTIONS; i++) {
      x[i] = length * (-BEYOND + (1 + 2 * BEYOND) * i / (SECTIONS - 1));
      y[i] = Eye.yAt(usual, x[i]);
      for (int k = 0; k < PLACES; k++) {
        dark[i][k] = darkness.applyAsDouble(toCrop.apply(new Point(x[i], place(i, k))));
      }
    }
  }

  /**
   * A brow that is seen.
   *
   * @param area crop px
   * @param darkness how much darker it is than the skin above and below, of the face's contrast
   */
  record Outline(Polygon area, double darkness) {}

  /** Empty where there is no brow to be seen, not even beside another one. */
  Optional<Outline> outline(double contrast, double lineWidthPx, ToneSettings.Brows settings) {
    int[] ridge = ridge();
    Section[] sections = new Section[SECTIONS];
    Arrays.setAll(sections, i -> section(i, ridge[i]));
    double[] sorted = Arrays.stream(sections).mapToDouble(Section::height).sorted().toArray();
    double darkness = sorted[(int) (QUANTILE * (SECTIONS - 1))];
    if (length < SHORTEST_LINE_WIDTHS * lineWidthPx
        || darkness < settings.leastBesideAnother() * contrast) {
      return Optional.empty();
    }
    double end = END * darkness;
    double peak = median(sections, end, Section::peak);
    double thickness = median(sections, end, Section::thickness);
    int[] run = longestRun(sections, section -> section.isBrow(end, settings.likeOthers() * peak));
    int from = run[0];
    int to = run[run.length - 1];
    if (x[to] - x[from] < SHORTEST * length) {
      return Optional.empty();
    }
    double share = Math.clamp(darkness / (settings.solid() * contrast), settings.thinnest(), 1);
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    for (int i : run) {
      Section section = sections[i].noThickerThan(settings.thickerThanOthers() * thickness);
      double t = (double) (i - from) / Math.max(1, to - from);
      double seen = share * taper(side == Side.LEFT ? 1 - t : t) * section.thickness() / 2;
      double half = Math.max(settings.leastHalfWidth() * lineWidthPx, seen);
      upper.add(new Point(x[i], section.centre() - half));
      lower.add(new Point(x[i], section.centre() + half));
    }
    double smoothing = settings.smoothing() * lineWidthPx;
    List<Point> corners = new ArrayList<>(new Polyline(upper).smoothed(smoothing, 1).points());
    corners.addAll(new Polyline(lower).smoothed(smoothing, 1).points().reversed());
    Polygon area = new Polygon(corners.stream().map(toCrop::apply).toList());
    return Optional.of(new Outline(area, darkness / contrast));
  }

  /**
   * A brow in one cross section.
   *
   * @param peak its darkness
   * @param above how much darker it is than the skin above
   * @param below and below, which may be the dark hollow of the eye
   */
  private record Section(double peak, double above, double below, double top, double bottom) {
    double height() {
      return Math.min(above, below);
    }

    /** Between a dark hollow and the forehead a brow is as dark as its other sections are. */
    boolean isBrow(double least, double peakOfOthers) {
      return height() >= least || (above >= least && peak >= peakOfOthers);
    }

    /** As thick as the others where the hollow of the eye hides its lower border. */
    Section noThickerThan(double most) {
      return new Section(peak, above, below, top, Math.min(bottom, top + most));
    }

    double centre() {
      return (top + bottom) / 2;
    }

    double thickness() {
      return bottom - top;
    }
  }

  private Section section(int i, int ridge) {
    double peak = dark[i][ridge];
    double above = least(i, 0, ridge);
    double below = least(i, ridge, PLACES - 1);
    return new Section(
        peak,
        peak - above,
        peak - below,
        edge(i, ridge, -1, peak - (1 - BORDER) * (peak - above)),
        edge(i, ridge, 1, peak - (1 - BORDER) * (peak - below)));
  }

  /** Of the sections that are surely brow. */
  private static double median(Section[] sections, double least, ToDoubleFunction<Section> of) {
    double[] sorted =
        Arrays.stream(sections)
            .filter(section -> section.height() >= least)
            .mapToDouble(of)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  /** The sections of the longest piece that is dark enough, small gaps left out. */
  private static int[] longestRun(Section[] sections, Predicate<Section> isBrow) {
    int from = 0;
    int to = -1;
    int begin = -1;
    int last = -1;
    for (int i = 0; i < SECTIONS; i++) {
      if (isBrow.test(sections[i])) {
        begin = begin < 0 || i - last > GAP ? i : begin;
        last = i;
        if (last - begin > to - from) {
          from = begin;
          to = last;
        }
      }
    }
    return IntStream.rangeClosed(from, Math.max(from, to))
        .filter(i -> isBrow.test(sections[i]))
        .toArray();
  }

  private double place(int section, double place) {
    return y[section] + (place - PLACES / 2) * stepPx;
  }

  /** The share of its thickness that a brow has, from the nose, 0, to the temple, 1. */
  private static double taper(double t) {
    double inner = Math.sin(Math.PI / 2 * Math.clamp(INNER_START + t / INNER_TAPER, 0, 1));
    double outer = Math.clamp((1 - t) / OUTER_TAPER, 0, 1);
    return inner * (END_THICKNESS + (1 - END_THICKNESS) * outer);
  }

  /** The darkest smooth way from end to end (dynamic programming over the sections). */
  private int[] ridge() {
    double[][] best = new double[SECTIONS][PLACES];
    int[][] before = new int[SECTIONS][PLACES];
    for (int i = 0; i < SECTIONS; i++) {
      for (int k = 0; k < PLACES; k++) {
        double aside = (k - PLACES / 2) / (PLACES / 2.0);
        double here = dark[i][k] - (aside > 0 ? TOWARDS_EYE : UNUSUAL) * aside * aside;
        double most = i == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int from = Math.max(0, k - 2); i > 0 && from <= Math.min(PLACES - 1, k + 2); from++) {
          double sum = best[i - 1][from] - BEND * Math.abs(from - k);
          if (sum > most) {
            most = sum;
            before[i][k] = from;
          }
        }
        best[i][k] = here + most;
      }
    }
    int[] ridge = new int[SECTIONS];
    for (int k = 1; k < PLACES; k++) {
      ridge[SECTIONS - 1] =
          best[SECTIONS - 1][k] > best[SECTIONS - 1][ridge[SECTIONS - 1]] ? k : ridge[SECTIONS - 1];
    }
    for (int i = SECTIONS - 1; i > 0; i--) {
      ridge[i - 1] = before[i][ridge[i]];
    }
    return ridge;
  }

  private double least(int section, int from, int to) {
    return Arrays.stream(dark[section], from, to + 1).min().orElseThrow();
  }

  /** Where a section falls below a level on the way up, -1, or down, 1. */
  private double edge(int section, int from, int way, double level) {
    int k = from;
    while (k + way >= 0 && k + way < PLACES && dark[section][k + way] > level) {
      k += way;
    }
    if (k + way < 0 || k + way >= PLACES) {
      return place(section, k);
    }
    double here = dark[section][k];
    double next = dark[section][k + way];
    return place(section, k + way * (here <= next ? 0 : (here - level) / (here - next)));
  }
}
