package silverpoint.stroke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

/**
 * Closes the small gaps that an eye would close: a free end that nearly touches another stroke is
 * led onto it, and the point where they meet becomes a point of both. Fewer pieces make a shorter
 * single line.
 *
 * @param reachMm the widest gap that is closed
 */
record StrokeJoining(double reachMm) {
  /** A meeting point this close to a point of the stroke is that point. */
  private static final double SAME_POINT_MM = 0.05;

  /** Where on a stroke a gap would be closed. */
  private record Touch(int stroke, int segment, Point at, double gapMm) {}

  List<Stroke> join(List<Stroke> strokes) {
    List<List<Point>> paths = new ArrayList<>();
    for (Stroke stroke : strokes) {
      paths.add(new ArrayList<>(stroke.pathMm().points()));
    }
    for (int i = 0; i < paths.size(); i++) {
      for (boolean atStart : new boolean[] {true, false}) {
        List<Point> path = paths.get(i);
        Point end = atStart ? path.getFirst() : path.getLast();
        if (!isJoined(paths, i, end)) {
          nearest(paths, i, end)
              .map(touch -> meetAt(paths.get(touch.stroke), touch))
              .ifPresent(atStart ? path::addFirst : path::addLast);
        }
      }
    }
    List<Stroke> joined = new ArrayList<>();
    for (int i = 0; i < strokes.size(); i++) {
      joined.add(strokes.get(i).along(new Polyline(paths.get(i))));
    }
    return joined;
  }

  private static boolean isJoined(List<List<Point>> paths, int stroke, Point end) {
    List<Point> own = paths.get(stroke);
    if (own.getFirst().equals(own.getLast())) {
      return true;
    }
    for (int i = 0; i < paths.size(); i++) {
      if (i != stroke && paths.get(i).contains(end)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Touch> nearest(List<List<Point>> paths, int stroke, Point end) {
    Optional<Touch> best = Optional.empty();
    for (int i = 0; i < paths.size(); i++) {
      List<Point> path = paths.get(i);
      for (int k = 1; i != stroke && k < path.size(); k++) {
        Point a = path.get(k - 1);
        Point b = path.get(k);
        double gap = end.distanceToSegment(a, b);
        if (gap <= best.map(Touch::gapMm).orElse(reachMm)) {
          Point along = b.minus(a);
          double squared = along.dot(along);
          double t = squared == 0 ? 0 : Math.clamp(end.minus(a).dot(along) / squared, 0, 1);
          best = Optional.of(new Touch(i, k, a.towards(b, t), gap));
        }
      }
    }
    return best;
  }

  /** The point of the stroke to meet at, put in when there is none yet. */
  private static Point meetAt(List<Point> path, Touch touch) {
    for (int k : new int[] {touch.segment - 1, touch.segment}) {
      if (path.get(k).distanceTo(touch.at) <= SAME_POINT_MM) {
        return path.get(k);
      }
    }
    path.add(touch.segment, touch.at);
    return touch.at;
  }
}
