package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/** The outlines of the basic shapes of SVG 1.1, in their own units; curves become short pieces. */
final class SvgShape {
  private static final int ELLIPSE_PIECES = 96;

  private SvgShape() {}

  /** None where the element is no shape. */
  static List<List<Point>> lines(SvgElement element) {
    return switch (element.name()) {
      case "path" -> SvgPath.lines(element.attribute("d"));
      case "polyline" -> List.of(points(element));
      case "polygon" -> List.of(closed(points(element)));
      case "line" ->
          List.of(
              List.of(
                  new Point(element.number("x1"), element.number("y1")),
                  new Point(element.number("x2"), element.number("y2"))));
      case "circle" -> ellipse(element, element.number("r"), element.number("r"));
      case "ellipse" -> ellipse(element, element.number("rx"), element.number("ry"));
      case "rect" -> rectangle(element);
      default -> List.of();
    };
  }

  private static List<List<Point>> rectangle(SvgElement element) {
    double x = element.number("x");
    double y = element.number("y");
    double right = x + element.number("width");
    double bottom = y + element.number("height");
    if (!(right > x && bottom > y)) {
      return List.of();
    }
    Point corner = new Point(x, y);
    return List.of(
        closed(
            List.of(corner, new Point(right, y), new Point(right, bottom), new Point(x, bottom))));
  }

  private static List<List<Point>> ellipse(SvgElement element, double rx, double ry) {
    if (!(rx > 0 && ry > 0)) {
      return List.of();
    }
    double x = element.number("cx");
    double y = element.number("cy");
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < ELLIPSE_PIECES; i++) {
      double angle = 2 * Math.PI * i / ELLIPSE_PIECES;
      points.add(new Point(x + rx * Math.cos(angle), y + ry * Math.sin(angle)));
    }
    return List.of(closed(points));
  }

  private static List<Point> closed(List<Point> points) {
    List<Point> closed = new ArrayList<>(points);
    if (!points.isEmpty()) {
      closed.add(points.getFirst());
    }
    return closed;
  }

  private static List<Point> points(SvgElement element) {
    SvgNumbers numbers = new SvgNumbers(element.attribute("points"));
    List<Point> points = new ArrayList<>();
    while (numbers.hasNext()) {
      points.add(new Point(numbers.next(), numbers.next()));
    }
    return points;
  }
}
