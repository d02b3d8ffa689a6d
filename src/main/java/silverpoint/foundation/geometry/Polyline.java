package silverpoint.foundation.geometry;

import java.util.ArrayList;
import java.util.List;

/** Joined points, at least two; consecutive points may coincide. */
public record Polyline(List<Point> points) {
  public Polyline {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a polyline needs two points, got " + points.size());
    }
  }

  public static Polyline of(Point... points) {
    return new Polyline(List.of(points));
  }

  public Point start() {
    return points.getFirst();
  }

  public Point end() {
    return points.getLast();
  }

  public boolean isClosed() {
    return start().equals(end());
  }

  public double length() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += points.get(i - 1).distanceTo(points.get(i));
    }
    return sum;
  }

  public Polyline reversed() {
    return new Polyline(points.reversed());
  }

  public Polyline transformed(Affine map) {
    return new Polyline(points.stream().map(map::apply).toList());
  }

  /** Points at equal arc length, at most {@code spacing} apart, both ends included. */
  public List<Point> resampled(double spacing) {
    if (!(spacing > 0)) {
      throw new IllegalArgumentException("spacing must be positive: " + spacing);
    }
    double length = length();
    int intervals = Math.max(1, (int) Math.ceil(length / spacing));
    List<Point> samples = new ArrayList<>(intervals + 1);
    samples.add(start());
    int segment = 1;
    double passed = 0;
    for (int i = 1; i < intervals; i++) {
      double target = length * i / intervals;
      double segmentLength = points.get(segment - 1).distanceTo(points.get(segment));
      while (passed + segmentLength < target && segment < points.size() - 1) {
        passed += segmentLength;
        segment++;
        segmentLength = points.get(segment - 1).distanceTo(points.get(segment));
      }
      double t = segmentLength == 0 ? 0 : Math.clamp((target - passed) / segmentLength, 0, 1);
      samples.add(points.get(segment - 1).towards(points.get(segment), t));
    }
    samples.add(end());
    return samples;
  }

  /**
   * This polyline resampled at {@code spacing} and smoothed along its arc by a Gaussian; both ends
   * stay where they are, a closed one is smoothed all around.
   *
   * @param sigma of the Gaussian, in units of length; 0 smooths nothing
   */
  public Polyline smoothed(double sigma, double spacing) {
    List<Point> samples = resampled(spacing);
    int n = samples.size();
    double step = length() / (n - 1);
    if (n < 3 || step == 0 || sigma == 0) {
      return new Polyline(samples);
    }
    int reach = (int) Math.ceil(3 * sigma / step);
    double[] kernel = new double[reach + 1];
    for (int k = 0; k <= reach; k++) {
      double offset = k * step / sigma;
      kernel[k] = Math.exp(-offset * offset / 2);
    }
    boolean closed = isClosed();
    List<Point> smooth = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      // an open end shrinks the window evenly on both sides, so that it stays in place and straight
      int window = closed ? Math.min(reach, (n - 1) / 2) : Math.min(reach, Math.min(i, n - 1 - i));
      double x = 0;
      double y = 0;
      double total = 0;
      for (int k = -window; k <= window; k++) {
        Point p = samples.get(closed ? Math.floorMod(i + k, n - 1) : i + k);
        double weight = kernel[Math.abs(k)];
        x += weight * p.x();
        y += weight * p.y();
        total += weight;
      }
      smooth.add(new Point(x / total, y / total));
    }
    if (closed) {
      smooth.set(n - 1, smooth.getFirst());
    }
    return new Polyline(smooth);
  }

  /** A centripetal Catmull-Rom spline through the points, sampled at about {@code spacing}. */
  public Polyline splined(double spacing) {
    List<Point> curve = new ArrayList<>();
    curve.add(start());
    for (int i = 1; i < points.size(); i++) {
      Point b = points.get(i - 1);
      Point c = points.get(i);
      Point a = i > 1 ? points.get(i - 2) : b.plus(b.minus(c));
      Point d = i + 1 < points.size() ? points.get(i + 1) : c.plus(c.minus(b));
      int steps = Math.max(1, (int) Math.ceil(b.distanceTo(c) / spacing));
      for (int k = 1; k < steps; k++) {
        curve.add(catmullRom(a, b, c, d, (double) k / steps));
      }
      curve.add(c);
    }
    return new Polyline(curve);
  }

  /** Barry and Goldman's pyramid with knots at the square roots of the distances. */
  private static Point catmullRom(Point a, Point b, Point c, Point d, double t) {
    double tb = knot(a, b);
    double tc = tb + knot(b, c);
    double td = tc + knot(c, d);
    double at = tb + (tc - tb) * t;
    Point ab = a.towards(b, at / tb);
    Point bc = b.towards(c, (at - tb) / (tc - tb));
    Point cd = c.towards(d, (at - tc) / (td - tc));
    Point abc = ab.towards(bc, at / tc);
    Point bcd = bc.towards(cd, (at - tb) / (td - tb));
    return abc.towards(bcd, (at - tb) / (tc - tb));
  }

  private static double knot(Point from, Point to) {
    return Math.max(1e-6, Math.sqrt(from.distanceTo(to)));
  }
}
