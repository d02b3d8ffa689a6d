package silverpoint.geometry;

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
}
