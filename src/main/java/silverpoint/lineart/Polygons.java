package silverpoint.lineart;

import java.util.List;
import silverpoint.geometry.Point;

/** Whether a point lies in a polygon: the even-odd rule. */
final class Polygons {
  private Polygons() {}

  /** The last corner is joined to the first. */
  static boolean contains(List<Point> corners, Point point) {
    boolean inside = false;
    Point a = corners.getLast();
    for (Point b : corners) {
      if ((a.y() > point.y()) != (b.y() > point.y())
          && point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) {
        inside = !inside;
      }
      a = b;
    }
    return inside;
  }
}
