package silverpoint.route;

import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.StrokeNetwork.Segment;

/**
 * A tree of boxes around segments, split at the median of the longer side, for the closest approach
 * of two sets of segments by branch and bound (the depth-first search of Roussopoulos, Kelley and
 * Vincent 1995, run on both trees at once).
 */
final class SegmentTree {
  private static final int LEAF_SIZE = 4;

  private final StrokeNetwork network;
  private final Box boxMm;
  private final List<Integer> leaf;
  private final List<SegmentTree> children;

  /** The tree of the given segments of {@code network}, of which there must be one. */
  SegmentTree(StrokeNetwork network, List<Integer> segments) {
    this.network = network;
    boxMm = boxAround(network, segments);
    if (segments.size() <= LEAF_SIZE) {
      leaf = List.copyOf(segments);
      children = List.of();
    } else {
      boolean wide = boxMm.width() > boxMm.height();
      List<Integer> sorted =
          segments.stream()
              .sorted(Comparator.comparingDouble(s -> middle(network, s, wide)))
              .toList();
      int half = sorted.size() / 2;
      leaf = List.of();
      children =
          List.of(
              new SegmentTree(network, sorted.subList(0, half)),
              new SegmentTree(network, sorted.subList(half, sorted.size())));
    }
  }

  /** Holds all segments. */
  Box boxMm() {
    return boxMm;
  }

  /** The closest approach, from this tree's ink to the other's. */
  Gap closestTo(SegmentTree other) {
    int s = anySegment();
    int t = other.anySegment();
    return search(other, between(s, t));
  }

  /** No point of one tree is closer to the other than this, mm. */
  double boxDistanceMm(SegmentTree other) {
    return distanceMm(boxMm, other.boxMm);
  }

  /** How far two boxes are apart, mm. */
  static double distanceMm(Box a, Box b) {
    double dx = Math.max(0, Math.max(a.x() - b.right(), b.x() - a.right()));
    double dy = Math.max(0, Math.max(a.y() - b.bottom(), b.y() - a.bottom()));
    return Math.sqrt(dx * dx + dy * dy);
  }

  private Gap search(SegmentTree other, Gap best) {
    if (boxDistanceMm(other) >= best.lengthMm()) {
      return best;
    }
    if (children.isEmpty() && other.children.isEmpty()) {
      for (int s : leaf) {
        for (int t : other.leaf) {
          Gap gap = between(s, t);
          best = gap.lengthMm() < best.lengthMm() ? gap : best;
        }
      }
      return best;
    }
    boolean splitThis =
        other.children.isEmpty() || (!children.isEmpty() && boxMm.area() >= other.boxMm.area());
    SegmentTree parent = splitThis ? this : other;
    SegmentTree still = splitThis ? other : this;
    SegmentTree near = parent.children.getFirst();
    SegmentTree far = parent.children.getLast();
    if (far.boxDistanceMm(still) < near.boxDistanceMm(still)) {
      SegmentTree swap = near;
      near = far;
      far = swap;
    }
    best = splitThis ? near.search(other, best) : search(near, best);
    return splitThis ? far.search(other, best) : search(far, best);
  }

  private Gap between(int s, int t) {
    Segment a = network.segments().get(s);
    Segment b = network.segments().get(t);
    return Gap.between(
        s,
        network.pointMm(a.from()),
        network.pointMm(a.to()),
        t,
        network.pointMm(b.from()),
        network.pointMm(b.to()));
  }

  private int anySegment() {
    return children.isEmpty() ? leaf.getFirst() : children.getFirst().anySegment();
  }

  private static double middle(StrokeNetwork network, int s, boolean wide) {
    Segment segment = network.segments().get(s);
    Point sum = network.pointMm(segment.from()).plus(network.pointMm(segment.to()));
    return wide ? sum.x() : sum.y();
  }

  private static Box boxAround(StrokeNetwork network, List<Integer> segments) {
    List<Point> points =
        segments.stream()
            .map(network.segments()::get)
            .flatMap(segment ->
                List.of(network.pointMm(segment.from()), network.pointMm(segment.to())).stream())
            .toList();
    return Box.around(points);
  }
}
