package silverpoint.stroke;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silverpoint.geometry.Point;

/**
 * Takes the staircase out of traced strokes and keeps them joined: every stroke is smoothed along
 * its arc, moved by no more than a bound, and pinned where a longer stroke has already settled a
 * junction.
 *
 * @param sigmaPoints of the Gaussian, in points, which lie a pixel apart
 * @param maxShift the most that a point moves, in the unit of the points
 */
record Smoothing(double sigmaPoints, double maxShift) {
  /** A pinned junction pulls its neighbours along over this many points. */
  private static final int PIN_REACH = 6;

  /** Smoothed strokes with exactly equal points at shared nodes, in the order of {@code traces}. */
  List<List<Point>> smooth(List<ThroughStrokes.Trace> traces) {
    List<Integer> longestFirst = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      longestFirst.add(i);
    }
    longestFirst.sort(
        Comparator.comparingDouble((Integer i) -> traces.get(i).lengthPx()).reversed());
    Map<Integer, Point> settled = new HashMap<>();
    List<List<Point>> smooth = new ArrayList<>(traces.stream().map(t -> t.pointsPx()).toList());
    for (int i : longestFirst) {
      smooth.set(i, smooth(traces.get(i), settled));
    }
    return smooth;
  }

  private List<Point> smooth(ThroughStrokes.Trace trace, Map<Integer, Point> settled) {
    List<Point> raw = trace.pointsPx();
    int n = raw.size();
    boolean closed = raw.getFirst().equals(raw.getLast()) && n > 3;
    Point[] points = new Point[n];
    for (int i = 0; i < n; i++) {
      Point shift = mean(raw, i, closed).minus(raw.get(i));
      double length = shift.norm();
      points[i] = raw.get(i).plus(length > maxShift ? shift.times(maxShift / length) : shift);
    }
    if (closed) {
      points[n - 1] = points[0];
    }
    trace
        .nodeAtIndex()
        .forEach((index, node) -> {
          Point pin = settled.get(node);
          if (pin != null) {
            pull(points, index, pin.minus(points[index]));
          }
        });
    trace
        .nodeAtIndex()
        .forEach((index, node) ->
            points[index] = settled.computeIfAbsent(node, absent -> points[index]));
    return List.of(points);
  }

  private Point mean(List<Point> raw, int i, boolean closed) {
    int n = raw.size();
    int reach = (int) Math.ceil(3 * sigmaPoints);
    int window = closed ? Math.min(reach, (n - 2) / 2) : Math.min(reach, Math.min(i, n - 1 - i));
    double x = 0;
    double y = 0;
    double total = 0;
    for (int k = -window; k <= window; k++) {
      Point p = raw.get(closed ? Math.floorMod(i + k, n - 1) : i + k);
      double weight = Math.exp(-k * k / (2 * sigmaPoints * sigmaPoints));
      x += weight * p.x();
      y += weight * p.y();
      total += weight;
    }
    return new Point(x / total, y / total);
  }

  private static void pull(Point[] points, int index, Point shift) {
    for (int k = -PIN_REACH; k <= PIN_REACH; k++) {
      int i = index + k;
      if (i >= 0 && i < points.length) {
        points[i] = points[i].plus(shift.times(1 - Math.abs(k) / (PIN_REACH + 1.0)));
      }
    }
  }
}
