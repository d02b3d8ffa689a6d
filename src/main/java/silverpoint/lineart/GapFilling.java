package silverpoint.lineart;

import java.util.ArrayList;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * Keeps the parts of a line that no other line is near to: what is already drawn is not drawn
 * twice.
 */
final class GapFilling {
  private static final double SPACING_PX = 1;

  private GapFilling() {}

  /**
   * @param distanceToInk px to the nearest line, of every pixel
   * @param nearPx a point this close to a line counts as drawn
   * @param minLengthPx shorter gaps stay
   */
  static List<Polyline> gaps(
      Polyline line, GrayImage distanceToInk, double nearPx, double minLengthPx) {
    List<Polyline> gaps = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : line.resampled(SPACING_PX)) {
      if (distanceToInk.sample(point) > nearPx) {
        run.add(point);
      } else {
        close(run, minLengthPx, gaps);
      }
    }
    close(run, minLengthPx, gaps);
    return gaps;
  }

  private static void close(List<Point> run, double minLengthPx, List<Polyline> gaps) {
    if ((run.size() - 1) * SPACING_PX >= Math.max(minLengthPx, SPACING_PX)) {
      gaps.add(new Polyline(run));
    }
    run.clear();
  }
}
