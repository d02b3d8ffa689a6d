package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cheapest set of straight gaps that ties all components of a network into one, home included:
 * Kruskal's minimum spanning tree over the components. The gap of two components is computed only
 * when the least cost at the distance of their boxes comes up in the order of costs, so most never
 * are.
 */
final class GapTree {
  private GapTree() {}

  /** Two components: the least that their gap may cost until {@code gap} says it exactly. */
  private record Candidate(int a, int b, double cost, List<Gap> gap) {}

  /** The tree of least length. */
  static List<Gap> of(StrokeNetwork network) {
    List<SegmentTree> trees =
        network.components().stream().map(segments -> new SegmentTree(network, segments)).toList();
    PriorityQueue<Candidate> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::cost)
                .thenComparingInt(Candidate::a)
                .thenComparingInt(Candidate::b));
    for (int a = 0; a < trees.size(); a++) {
      for (int b = a + 1; b < trees.size(); b++) {
        double boxesMm = trees.get(a).boxDistanceMm(trees.get(b));
        queue.add(new Candidate(a, b, boxesMm, List.of()));
      }
    }
    DisjointSets joined = new DisjointSets(trees.size());
    List<Gap> chosen = new ArrayList<>();
    while (chosen.size() < trees.size() - 1) {
      Candidate next = queue.remove();
      if (joined.find(next.a) == joined.find(next.b)) {
        continue;
      }
      if (next.gap.isEmpty()) {
        Gap gap = trees.get(next.a).closestTo(trees.get(next.b));
        queue.add(new Candidate(next.a, next.b, gap.lengthMm(), List.of(gap)));
      } else {
        joined.union(next.a, next.b);
        chosen.addAll(next.gap);
      }
    }
    return chosen;
  }
}
