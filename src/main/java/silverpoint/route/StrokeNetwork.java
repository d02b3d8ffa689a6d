package silverpoint.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

/**
 * The ink as a graph in the plane: every stroke point is a node, equal points are one node, and
 * every segment of a stroke is an edge. A segment that two strokes share is one segment, since ink
 * is drawn once. Home is a node too. A node with no ink, which is a dot or home, has a segment of
 * no length to itself, so that every component has a segment that must be visited.
 */
final class StrokeNetwork {
  /** A straight piece of ink between two nodes; {@code from <= to}. */
  record Segment(int from, int to) {
    static Segment between(int a, int b) {
      return new Segment(Math.min(a, b), Math.max(a, b));
    }
  }

  /** A place on a segment. */
  record Site(int segment, Point pointMm) {
    /** The place on segment {@code ab} of index {@code s} that is nearest to a point. */
    static Site nearest(int s, Point point, Point a, Point b) {
      Point along = b.minus(a);
      double squared = along.dot(along);
      double t = squared == 0 ? 0 : point.minus(a).dot(along) / squared;
      return new Site(s, t <= 0 ? a : t >= 1 ? b : a.towards(b, t));
    }
  }

  private final List<Point> nodesMm;
  private final List<Segment> segments;
  private final BitSet dark;
  private final Map<Point, Integer> nodeAt;

  private StrokeNetwork(
      List<Point> nodesMm, List<Segment> segments, BitSet dark, Map<Point, Integer> nodeAt) {
    this.nodesMm = List.copyOf(nodesMm);
    this.segments = List.copyOf(segments);
    this.dark = dark;
    this.nodeAt = Map.copyOf(nodeAt);
  }

  static StrokeNetwork of(Drawing drawing, Point startMm) {
    Builder builder = new Builder();
    builder.node(startMm);
    for (Stroke stroke : drawing.strokes()) {
      List<Point> points = stroke.pathMm().points();
      int previous = builder.node(points.getFirst());
      for (Point point : points) {
        int next = builder.node(point);
        builder.segment(previous, next, stroke.isDark());
        previous = next;
      }
    }
    return builder.build();
  }

  /** This network with a node at every one of {@code sites}; the ink stays the same. */
  StrokeNetwork splitAt(List<Site> sites) {
    Map<Integer, List<Point>> splits = new TreeMap<>();
    for (Site site : sites) {
      splits.computeIfAbsent(site.segment(), s -> new ArrayList<>()).add(site.pointMm());
    }
    Builder builder = new Builder();
    nodesMm.forEach(builder::node);
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      Point start = nodesMm.get(segment.from());
      List<Point> inside = splits.getOrDefault(s, List.of());
      int previous = segment.from();
      for (Point point :
          inside.stream().sorted(Comparator.comparingDouble(start::distanceTo)).toList()) {
        int next = builder.node(point);
        builder.segment(previous, next, isDark(s));
        previous = next;
      }
      builder.segment(previous, segment.to(), isDark(s));
    }
    return builder.build();
  }

  int nodeCount() {
    return nodesMm.size();
  }

  /** The node where the line starts, home in here, is 0. */
  int home() {
    return 0;
  }

  Point pointMm(int node) {
    return nodesMm.get(node);
  }

  int nodeAt(Point pointMm) {
    Integer node = nodeAt.get(pointMm);
    if (node == null) {
      throw new IllegalArgumentException("no node at " + pointMm);
    }
    return node;
  }

  List<Segment> segments() {
    return segments;
  }

  /** Whether a segment is of a dark stroke. */
  boolean isDark(int segment) {
    return dark.get(segment);
  }

  double lengthMm(Segment segment) {
    return pointMm(segment.from()).distanceTo(pointMm(segment.to()));
  }

  double inkMm() {
    return segments.stream().mapToDouble(this::lengthMm).sum();
  }

  /** Number of segment ends at every node. */
  int[] degrees() {
    int[] degrees = new int[nodeCount()];
    for (Segment segment : segments) {
      degrees[segment.from()]++;
      degrees[segment.to()]++;
    }
    return degrees;
  }

  /** The segments of every component, as indices into {@link #segments}. */
  List<List<Integer>> components() {
    DisjointSets sets = new DisjointSets(nodeCount());
    segments.forEach(segment -> sets.union(segment.from(), segment.to()));
    Map<Integer, List<Integer>> components = new TreeMap<>();
    for (int s = 0; s < segments.size(); s++) {
      int root = sets.find(segments.get(s).from());
      components.computeIfAbsent(root, r -> new ArrayList<>()).add(s);
    }
    return List.copyOf(components.values());
  }

  private static final class Builder {
    private final List<Point> nodesMm = new ArrayList<>();
    private final Map<Point, Integer> nodeAt = new HashMap<>();
    private final SequencedMap<Segment, Boolean> segments = new LinkedHashMap<>();

    int node(Point pointMm) {
      return nodeAt.computeIfAbsent(
          pointMm,
          point -> {
            nodesMm.add(point);
            return nodesMm.size() - 1;
          });
    }

    void segment(int a, int b, boolean isDark) {
      if (a != b) {
        segments.merge(Segment.between(a, b), isDark, Boolean::logicalOr);
      }
    }

    StrokeNetwork build() {
      boolean[] hasInk = new boolean[nodesMm.size()];
      for (Segment segment : segments.keySet()) {
        hasInk[segment.from()] = true;
        hasInk[segment.to()] = true;
      }
      for (int node = 0; node < hasInk.length; node++) {
        if (!hasInk[node]) {
          segments.put(new Segment(node, node), false);
        }
      }
      BitSet dark = new BitSet();
      List<Boolean> isDark = List.copyOf(segments.values());
      for (int s = 0; s < isDark.size(); s++) {
        dark.set(s, isDark.get(s));
      }
      return new StrokeNetwork(nodesMm, List.copyOf(segments.keySet()), dark, nodeAt);
    }
  }
}
