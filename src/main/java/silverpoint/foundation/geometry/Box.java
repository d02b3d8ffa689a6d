package silverpoint.foundation.geometry;

import java.util.Collection;

/** An upright rectangle: its top left corner and its size, which may be zero but not negative. */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "bad box: " + x + ", " + y + ", " + width + " x " + height);
    }
  }

  /** The smallest box around {@code points}, of which there must be one. */
  public static Box around(Collection<Point> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no points to put a box around");
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double area() {
    return width * height;
  }

  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  public boolean contains(Point point) {
    return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
  }

  /** Intersection over union, 0 for boxes that do not touch, 1 for equal ones. */
  public double overlap(Box other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }

  /** This box moved inwards by {@code margin} on all sides. */
  public Box inset(double margin) {
    return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
  }
}
