package silverpoint.kiosk.takehome;

import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.Leg;

/**
 * A line as the dots of a receipt printer: as large as the paper is wide, its width in the same
 * scale. A dot is black when its middle lies under the pen, so that every stroke has clean edges
 * and one width in all directions; nothing is dithered.
 */
final class LineDots {
  /** A narrower pen would miss dots and leave gaps in slanted lines. */
  private static final double LEAST_PEN_DOTS = 1.5;

  /** Of the paper's width; a line that is higher is drawn smaller. */
  private static final double HIGHEST = 1.6;

  private LineDots() {}

  /**
   * The line without what runs over ink.
   *
   * @param penMm width of the line
   */
  static DotImage of(List<Leg> legs, double penMm, int widthDots) {
    List<List<Point>> paths =
        legs.stream()
            .filter(leg -> !(leg instanceof Leg.Retrace))
            .map(leg -> leg.pathMm().points())
            .toList();
    if (paths.isEmpty()) {
      return new DotImage(widthDots, 1);
    }
    double left = least(paths, true) - penMm;
    double top = least(paths, false) - penMm;
    double widthMm = most(paths, true) + penMm - left;
    double heightMm = most(paths, false) + penMm - top;
    double dotsPerMm = Math.min(widthDots / widthMm, HIGHEST * widthDots / heightMm);
    double indent = (widthDots - widthMm * dotsPerMm) / 2;
    DotImage image = new DotImage(widthDots, (int) Math.ceil(heightMm * dotsPerMm));
    double radius = Math.max(LEAST_PEN_DOTS, penMm * dotsPerMm) / 2;
    for (List<Point> path : paths) {
      for (int i = 1; i < path.size(); i++) {
        Point a = path.get(i - 1).minus(new Point(left, top)).times(dotsPerMm);
        Point b = path.get(i).minus(new Point(left, top)).times(dotsPerMm);
        stroke(image, a.plus(new Point(indent, 0)), b.plus(new Point(indent, 0)), radius);
      }
    }
    return image;
  }

  private static double least(List<List<Point>> paths, boolean x) {
    return paths.stream()
        .flatMap(List::stream)
        .mapToDouble(point -> x ? point.x() : point.y())
        .min()
        .orElseThrow();
  }

  private static double most(List<List<Point>> paths, boolean x) {
    return paths.stream()
        .flatMap(List::stream)
        .mapToDouble(point -> x ? point.x() : point.y())
        .max()
        .orElseThrow();
  }

  /** All dots whose middle is no farther from the way than the radius. */
  private static void stroke(DotImage image, Point a, Point b, double radius) {
    int top = (int) Math.floor(Math.min(a.y(), b.y()) - radius);
    int bottom = (int) Math.ceil(Math.max(a.y(), b.y()) + radius);
    int left = (int) Math.floor(Math.min(a.x(), b.x()) - radius);
    int right = (int) Math.ceil(Math.max(a.x(), b.x()) + radius);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        if (new Point(x + 0.5, y + 0.5).distanceToSegment(a, b) <= radius) {
          image.blacken(x, y);
        }
      }
    }
  }
}
