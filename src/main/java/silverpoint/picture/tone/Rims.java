package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;

/**
 * The frame of glasses: where it is dark and wider than the pen it is drawn as wide as it is, since
 * people know each other by it from afar, and nothing else is drawn beside it. Widths are smoothed
 * along a rim, so that a reflex does not cut it and a brow behind it does not swell it.
 */
final class Rims {
  private static final double STEP_PX = 0.25;

  private final ToDoubleFunction<Point> darkness;
  private final double lineWidthPx;
  private final ToneSettings.Rims settings;
  private final List<Rim> rims;
  private final Box around;

  /** How much nearer than its border each place is to the frame, px; negative beside it. */
  private final GrayImage inside;

  /**
   * A rim as it is drawn.
   *
   * @param middle points along it
   * @param halfPx half widths; 0 where it is pale
   */
  private record Rim(List<Point> middle, double[] halfPx) {}

  /**
   * Where the borders of a rim are, to the left of the line that was seen and to its right, px;
   * both on the line where it is pale.
   */
  private record Section(double leftPx, double rightPx) {
    private static final Section PALE = new Section(0, 0);

    double halfPx() {
      return (leftPx + rightPx) / 2;
    }

    /** The same, so wide; the border that is farther away was that of a brow behind it. */
    Section between(double leastHalfPx, double mostHalfPx) {
      double half = Math.clamp(halfPx(), leastHalfPx, mostHalfPx);
      if (half >= halfPx()) {
        double morePx = half - halfPx();
        return new Section(leftPx + morePx, rightPx + morePx);
      }
      return leftPx < rightPx
          ? new Section(leftPx, 2 * half - leftPx)
          : new Section(2 * half - rightPx, rightPx);
    }
  }

  /**
   * @param seen lines along the rims, a point a px, crop px
   * @param darkness by place, crop px; 1 as a pupil
   */
  Rims(
      List<Polyline> seen,
      ToDoubleFunction<Point> darkness,
      double lineWidthPx,
      ToneSettings.Rims settings) {
    this.darkness = darkness;
    this.lineWidthPx = lineWidthPx;
    this.settings = settings;
    List<List<Section>> found = seen.stream().map(this::sections).toList();
    double[] dark =
        found.stream()
            .flatMap(List::stream)
            .filter(section -> section != Section.PALE)
            .mapToDouble(Section::halfPx)
            .sorted()
            .toArray();
    int all = found.stream().mapToInt(List::size).sum();
    double usualPx = dark.length == 0 ? 0 : dark[dark.length / 2];
    boolean wide =
        dark.length > settings.leastShare() * all
            && usualPx >= settings.leastHalfWidth() * lineWidthPx;
    rims =
        IntStream.range(0, wide ? found.size() : 0)
            .mapToObj(i -> rim(seen.get(i), found.get(i), usualPx))
            .toList();
    double reachPx = (settings.mostHalfWidth() + settings.clearLineWidths()) * lineWidthPx;
    around =
        wide
            ? Box.around(rims.stream().flatMap(rim -> rim.middle.stream()).toList())
                .inset(-reachPx - 1)
            : new Box(0, 0, 0, 0);
    inside = inside();
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    if (rims.isEmpty() || !around.contains(crop)) {
      return Ink.AS_SEEN;
    }
    double px = inside.sample(crop.minus(new Point(around.x(), around.y())));
    return px > 0
        ? Ink.INK
        : px > -settings.clearLineWidths() * lineWidthPx ? Ink.PAPER : Ink.AS_SEEN;
  }

  private List<Section> sections(Polyline seen) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < seen.points().size(); i++) {
      Point across = across(seen, i);
      double middlePx = darkestPx(seen.points().get(i), across);
      Point darkest = seen.points().get(i).plus(across.times(middlePx));
      double most = darkness.applyAsDouble(darkest);
      sections.add(
          most < settings.leastDarkness()
              ? Section.PALE
              : new Section(
                  borderPx(darkest, across, most) + middlePx,
                  borderPx(darkest, across.times(-1), most) - middlePx));
    }
    return sections;
  }

  private double darkestPx(Point at, Point across) {
    double reachPx = settings.reachLineWidths() * lineWidthPx;
    double darkestPx = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (double px = -reachPx; px <= reachPx; px += STEP_PX) {
      double here = darkness.applyAsDouble(at.plus(across.times(px)));
      if (here > most) {
        most = here;
        darkestPx = px;
      }
    }
    return darkestPx;
  }

  private double borderPx(Point darkest, Point across, double most) {
    double px = 0;
    while (px < 2 * settings.mostHalfWidth() * lineWidthPx
        && darkness.applyAsDouble(darkest.plus(across.times(px + STEP_PX)))
            > settings.border() * most) {
      px += STEP_PX;
    }
    return px;
  }

  /** The rim without swellings; its pale parts stay pale. */
  private Rim rim(Polyline seen, List<Section> sections, double usualPx) {
    double mostPx =
        Math.min(settings.mostHalfWidth() * lineWidthPx, settings.mostSwelling() * usualPx);
    double leastPx = Math.min(mostPx, settings.leastSwelling() * usualPx);
    List<Section> even =
        sections.stream()
            .map(section -> section == Section.PALE ? section : section.between(leastPx, mostPx))
            .toList();
    double[] left = smoothed(even.stream().mapToDouble(Section::leftPx).toArray(), seen.isClosed());
    double[] right =
        smoothed(even.stream().mapToDouble(Section::rightPx).toArray(), seen.isClosed());
    List<Point> middle = new ArrayList<>();
    double[] halfPx = new double[left.length];
    for (int i = 0; i < halfPx.length; i++) {
      halfPx[i] = (left[i] + right[i]) / 2;
      Point across = across(seen, i);
      middle.add(seen.points().get(i).plus(across.times((left[i] - right[i]) / 2)));
    }
    return new Rim(middle, halfPx);
  }

  private double[] smoothed(double[] values, boolean closed) {
    int reach = (int) Math.ceil(settings.smoothingLineWidths() * lineWidthPx);
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int k = i - reach; k <= i + reach; k++) {
        int at =
            closed
                ? Math.floorMod(k, Math.max(1, values.length - 1))
                : Math.clamp(k, 0, values.length - 1);
        sum += values[at];
      }
      smooth[i] = sum / (2 * reach + 1);
    }
    return smooth;
  }

  private static Point across(Polyline line, int i) {
    List<Point> points = line.points();
    int last = points.size() - 1;
    int before = i > 0 ? i - 1 : line.isClosed() ? last - 1 : 0;
    int after = i < last ? i + 1 : line.isClosed() ? 1 : last;
    Point along = points.get(after).minus(points.get(before));
    return new Point(-along.y(), along.x()).times(1 / Math.max(along.norm(), 1e-9));
  }

  private GrayImage inside() {
    int width = (int) Math.ceil(around.width()) + 1;
    int height = (int) Math.ceil(around.height()) + 1;
    double reachPx = (settings.mostHalfWidth() + settings.clearLineWidths()) * lineWidthPx + 1;
    float[] inside = new float[width * height];
    Arrays.fill(inside, (float) -reachPx);
    for (Rim rim : rims) {
      for (int i = 0; i < rim.halfPx.length; i++) {
        if (rim.halfPx[i] > lineWidthPx / 2) {
          Point at = rim.middle.get(i).minus(new Point(around.x(), around.y()));
          for (int y = (int) Math.max(0, at.y() - reachPx);
              y < Math.min(height, at.y() + reachPx);
              y++) {
            for (int x = (int) Math.max(0, at.x() - reachPx);
                x < Math.min(width, at.x() + reachPx);
                x++) {
              double px = rim.halfPx[i] - at.distanceTo(new Point(x + 0.5, y + 0.5));
              inside[y * width + x] = (float) Math.max(inside[y * width + x], px);
            }
          }
        }
      }
    }
    return new GrayImage(width, height, inside);
  }
}
