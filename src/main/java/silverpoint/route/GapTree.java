package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * The shortest set of straight gaps that ties all components of a network into one, home included:
 * Kruskal's minimum spanning tree over the components. Which components come next to one is asked
 * of a tree of their boxes, and only as far as the order of lengths has come; a branch whose
 * components are all tied to it by then is left out. So most gaps are never computed.
 */
final class GapTree {
  private final List<SegmentTree> trees;
  private final DisjointSets joined;
  private final PriorityQueue<Candidate> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Candidate::lengthMm)
              .thenComparingInt(Candidate::a)
              .thenComparingInt(candidate -> candidate.branch.first));

  /**
   * Component {@code a} and those of a branch: no gap between them is shorter, or the gap itself.
   */
  private record Candidate(int a, Branch branch, double lengthMm, List<Gap> gap) {}

  /** Some components that are close to each other. */
  private final class Branch {
    private final int first;
    private final Box boxMm;
    private final List<Branch> children;
    private boolean tied;

    Branch(List<Integer> components) {
      first = components.getFirst();
      boxMm = Box.around(components.stream().flatMap(c -> corners(trees.get(c).boxMm())).toList());
      tied = components.size() == 1;
      if (tied) {
        children = List.of();
      } else {
        boolean wide = boxMm.width() > boxMm.height();
        List<Integer> sorted =
            components.stream()
                .sorted(Comparator.comparingDouble(c -> middle(trees.get(c).boxMm(), wide)))
                .toList();
        int half = sorted.size() / 2;
        children =
            List.of(
                new Branch(sorted.subList(0, half)),
                new Branch(sorted.subList(half, sorted.size())));
      }
    }

    /** Whether all its components are one by now. */
    boolean isTied() {
      if (!tied) {
        tied =
            children.stream().allMatch(Branch::isTied)
                && joined.find(children.getFirst().first) == joined.find(children.getLast().first);
      }
      return tied;
    }
  }

  private GapTree(StrokeNetwork network) {
    trees =
        network.components().stream().map(segments -> new SegmentTree(network, segments)).toList();
    joined = new DisjointSets(trees.size());
  }

  static List<Gap> of(StrokeNetwork network) {
    return new GapTree(network).gaps();
  }

  private List<Gap> gaps() {
    Branch all = new Branch(IntStream.range(0, trees.size()).boxed().toList());
    for (int a = 0; a < trees.size(); a++) {
      queue.add(new Candidate(a, all, 0, List.of()));
    }
    List<Gap> chosen = new ArrayList<>();
    while (chosen.size() < trees.size() - 1) {
      Candidate next = queue.remove();
      Branch branch = next.branch;
      if (branch.isTied() && joined.find(next.a) == joined.find(branch.first)) {
        continue;
      }
      if (!next.gap.isEmpty()) {
        joined.union(next.a, branch.first);
        chosen.addAll(next.gap);
      } else if (branch.children.isEmpty()) {
        measure(next.a, branch);
      } else {
        for (Branch child : branch.children) {
          double boxesMm = SegmentTree.distanceMm(trees.get(next.a).boxMm(), child.boxMm);
          queue.add(new Candidate(next.a, child, boxesMm, List.of()));
        }
      }
    }
    return chosen;
  }

  private void measure(int a, Branch single) {
    // the other way round they come up as well
    if (a < single.first) {
      Gap gap = trees.get(a).closestTo(trees.get(single.first));
      queue.add(new Candidate(a, single, gap.lengthMm(), List.of(gap)));
    }
  }

  private static double middle(Box boxMm, boolean wide) {
    return wide ? boxMm.centre().x() : boxMm.centre().y();
  }

  private static Stream<Point> corners(Box boxMm) {
    return Stream.of(new Point(boxMm.x(), boxMm.y()), new Point(boxMm.right(), boxMm.bottom()));
  }
}
