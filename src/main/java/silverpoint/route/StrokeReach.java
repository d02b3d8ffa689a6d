package silverpoint.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Stroke;

/** What lies within a distance of some strokes, found by their points in square cells. */
final class StrokeReach {
  private static final double SAMPLE_PER_REACH = 0.2;

  private record Cell(long x, long y) {}

  private final double reachMm;
  private final Map<Cell, List<Point>> strokePoints = new HashMap<>();

  StrokeReach(List<Stroke> strokes, double reachMm) {
    this.reachMm = reachMm;
    for (Stroke stroke : strokes) {
      for (Point point : stroke.pathMm().resampled(reachMm * SAMPLE_PER_REACH)) {
        strokePoints.computeIfAbsent(cell(point), absent -> new ArrayList<>()).add(point);
      }
    }
  }

  /** Length of the part of a path within reach, mm. */
  double lengthWithinMm(Polyline pathMm) {
    return lengthMm(pathMm, true);
  }

  /** Length of the part of a path out of reach, mm; 0 when all of it is within. */
  double lengthBeyondMm(Polyline pathMm) {
    return lengthMm(pathMm, false);
  }

  private double lengthMm(Polyline pathMm, boolean within) {
    double lengthMm = 0;
    List<Point> samples = pathMm.resampled(reachMm * SAMPLE_PER_REACH);
    for (int i = 1; i < samples.size(); i++) {
      Point a = samples.get(i - 1);
      Point b = samples.get(i);
      if (reaches(a.towards(b, 0.5)) == within) {
        lengthMm += a.distanceTo(b);
      }
    }
    return lengthMm;
  }

  private boolean reaches(Point point) {
    Cell home = cell(point);
    for (long x = home.x - 1; x <= home.x + 1; x++) {
      for (long y = home.y - 1; y <= home.y + 1; y++) {
        for (Point near : strokePoints.getOrDefault(new Cell(x, y), List.of())) {
          if (near.distanceTo(point) <= reachMm) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Cell cell(Point point) {
    return new Cell((long) Math.floor(point.x() / reachMm), (long) Math.floor(point.y() / reachMm));
  }
}
