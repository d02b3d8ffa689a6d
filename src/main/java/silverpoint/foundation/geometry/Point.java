package silverpoint.foundation.geometry;

/** A point or vector of the plane; finite. */
public record Point(double x, double y) {
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("point is not finite: " + x + ", " + y);
    }
  }

  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  public Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  public Point times(double factor) {
    return new Point(x * factor, y * factor);
  }

  /** The point at {@code t} of the way to {@code other}: 0 is this point, 1 the other. */
  public Point towards(Point other, double t) {
    return new Point(x + (other.x - x) * t, y + (other.y - y) * t);
  }

  public double dot(Point other) {
    return x * other.x + y * other.y;
  }

  /** Z component of the cross product: positive when {@code other} lies clockwise on the page. */
  public double cross(Point other) {
    return x * other.y - y * other.x;
  }

  public double norm() {
    return Math.hypot(x, y);
  }

  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** Distance to the closed segment from {@code a} to {@code b}. */
  public double distanceToSegment(Point a, Point b) {
    Point along = b.minus(a);
    double squared = along.dot(along);
    double t = squared == 0 ? 0 : Math.clamp(minus(a).dot(along) / squared, 0, 1);
    return distanceTo(a.towards(b, t));
  }
}
