package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Point;

/**
 * Joins branches that go straight on through a junction to strokes, so that a line which another
 * one touches is smoothed as one line. At every node the straightest pair of ends is joined first.
 */
final class ThroughStrokes {
  /** Directions are taken this many points away from the node. */
  private static final int LOOK_AHEAD = 6;

  /** Ends that turn more than this are no continuation: cosine of 45 degrees. */
  private static final double MIN_STRAIGHTNESS = Math.cos(Math.PI / 4);

  private record End(int branch, boolean atStart) {
    End other() {
      return new End(branch, !atStart);
    }
  }

  private record Pair(End a, End b, double straightness) {}

  private ThroughStrokes() {}

  static List<List<Point>> of(SkeletonGraph graph) {
    Map<End, End> onward = new HashMap<>();
    for (Pair pair : pairs(graph)) {
      if (!onward.containsKey(pair.a) && !onward.containsKey(pair.b)) {
        onward.put(pair.a, pair.b);
        onward.put(pair.b, pair.a);
      }
    }
    List<List<Point>> traces = new ArrayList<>();
    boolean[] used = new boolean[graph.branches().size()];
    for (boolean loops : new boolean[] {false, true}) {
      for (int i = 0; i < used.length; i++) {
        for (End end : List.of(new End(i, true), new End(i, false))) {
          if (!used[i] && (loops || !onward.containsKey(end))) {
            traces.add(trace(graph, end, onward, used));
          }
        }
      }
    }
    return traces;
  }

  private static List<Point> trace(
      SkeletonGraph graph, End start, Map<End, End> onward, boolean[] used) {
    List<Point> points = new ArrayList<>();
    @Nullable End end = start;
    while (end != null && !used[end.branch]) {
      used[end.branch] = true;
      SkeletonGraph.Branch branch = graph.branches().get(end.branch);
      SkeletonGraph.Branch forward = end.atStart ? branch : branch.reversed();
      if (points.isEmpty()) {
        points.addAll(forward.pointsPx);
      } else {
        points.addAll(forward.pointsPx.subList(1, forward.pointsPx.size()));
      }
      end = onward.get(end.other());
    }
    return points;
  }

  private static List<Pair> pairs(SkeletonGraph graph) {
    List<List<End>> endsAt = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      endsAt.add(new ArrayList<>());
    }
    for (int i = 0; i < graph.branches().size(); i++) {
      endsAt.get(graph.branches().get(i).from).add(new End(i, true));
      endsAt.get(graph.branches().get(i).to).add(new End(i, false));
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<End> ends : endsAt) {
      for (int a = 0; a < ends.size(); a++) {
        for (int b = 0; b < a; b++) {
          double straightness = -direction(graph, ends.get(a)).dot(direction(graph, ends.get(b)));
          boolean sameBranch = ends.get(a).branch == ends.get(b).branch;
          if (straightness > MIN_STRAIGHTNESS && !sameBranch) {
            pairs.add(new Pair(ends.get(a), ends.get(b), straightness));
          }
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::straightness).reversed());
    return pairs;
  }

  /** Unit vector from the node into the branch. */
  private static Point direction(SkeletonGraph graph, End end) {
    List<Point> points = graph.branches().get(end.branch).pointsPx;
    List<Point> outward = end.atStart ? points : points.reversed();
    Point away = outward.get(Math.min(LOOK_AHEAD, outward.size() - 1)).minus(outward.getFirst());
    return away.norm() == 0 ? new Point(0, 0) : away.times(1 / away.norm());
  }
}
