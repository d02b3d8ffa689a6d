package silverpoint.foundation.geometry;

/** An affine map of the plane: {@code x' = a x + c y + e}, {@code y' = b x + d y + f}. */
public record Affine(double a, double b, double c, double d, double e, double f) {
  public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

  public static Affine translation(double x, double y) {
    return new Affine(1, 0, 0, 1, x, y);
  }

  public static Affine scaling(double factor) {
    return new Affine(factor, 0, 0, factor, 0, 0);
  }

  /** Turns by {@code radians}, clockwise on the page (x towards y). */
  public static Affine rotation(double radians) {
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    return new Affine(cos, sin, -sin, cos, 0, 0);
  }

  public Point apply(Point p) {
    return new Point(a * p.x() + c * p.y() + e, b * p.x() + d * p.y() + f);
  }

  /** This map first, then {@code next}. */
  public Affine then(Affine next) {
    return new Affine(
        next.a * a + next.c * b,
        next.b * a + next.d * b,
        next.a * c + next.c * d,
        next.b * c + next.d * d,
        next.a * e + next.c * f + next.e,
        next.b * e + next.d * f + next.f);
  }

  public Affine inverse() {
    double det = a * d - b * c;
    if (det == 0 || !Double.isFinite(det)) {
      throw new IllegalStateException("the map cannot be inverted: " + this);
    }
    return new Affine(
        d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det);
  }

  /** The factor by which lengths grow: exact for similarities, the geometric mean otherwise. */
  public double scale() {
    return Math.sqrt(Math.abs(a * d - b * c));
  }
}
