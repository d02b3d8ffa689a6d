package silverpoint.picture.stroke;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import silverpoint.foundation.geometry.Point;

/**
 * Drops points that lie nearly on the line between their neighbours (Ramer 1972; Douglas and
 * Peucker 1973).
 */
public final class Simplification {
  private Simplification() {}

  /** The points without those that lie within the tolerance of the simplified line. */
  public static List<Point> simplify(List<Point> points, double tolerance) {
    return simplify(points, tolerance, Set.of());
  }

  /**
   * @param tolerance the most that a dropped point lies off the simplified line
   * @param anchors points that stay, besides both ends
   */
  public static List<Point> simplify(List<Point> points, double tolerance, Set<Point> anchors) {
    BitSet kept = new BitSet(points.size());
    kept.set(0);
    kept.set(points.size() - 1);
    for (int i = 0; i < points.size(); i++) {
      if (anchors.contains(points.get(i))) {
        kept.set(i);
      }
    }
    // a closed curve has no chord of its own: hold it at its farthest point too
    if (points.getFirst().equals(points.getLast())) {
      kept.set(farthest(points, 0, points.size() - 1));
    }
    int from = 0;
    for (int to = kept.nextSetBit(1); to >= 0; to = kept.nextSetBit(to + 1)) {
      split(points, from, to, tolerance, kept);
      from = to;
    }
    List<Point> simple = new ArrayList<>(kept.cardinality());
    kept.stream().forEach(i -> simple.add(points.get(i)));
    return simple;
  }

  private static void split(List<Point> points, int from, int to, double tolerance, BitSet kept) {
    if (to - from < 2) {
      return;
    }
    int worst = farthest(points, from, to);
    if (points.get(worst).distanceToSegment(points.get(from), points.get(to)) > tolerance) {
      kept.set(worst);
      split(points, from, worst, tolerance, kept);
      split(points, worst, to, tolerance, kept);
    }
  }

  private static int farthest(List<Point> points, int from, int to) {
    int worst = Math.min(from + 1, to);
    double most = -1;
    for (int i = from + 1; i < to; i++) {
      double off = points.get(i).distanceToSegment(points.get(from), points.get(to));
      if (off > most) {
        most = off;
        worst = i;
      }
    }
    return worst;
  }
}
