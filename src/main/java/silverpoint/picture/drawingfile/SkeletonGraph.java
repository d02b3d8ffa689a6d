package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Mask;

/**
 * A skeleton as a graph: branches of pixels between nodes, px. Pixels are linked to their
 * neighbours, diagonally only where no orthogonal way exists; neighbouring pixels of three links or
 * more make one node at their centroid. A branch without nodes is a closed curve.
 */
final class SkeletonGraph {
  /**
   * A branch: pixel centres from node {@code from} to node {@code to}; a closed curve has the node
   * twice.
   */
  static final class Branch {
    final List<Point> pointsPx;
    final int from;
    final int to;

    Branch(List<Point> pointsPx, int from, int to) {
      this.pointsPx = List.copyOf(pointsPx);
      this.from = from;
      this.to = to;
    }

    double lengthPx() {
      double length = 0;
      for (int i = 1; i < pointsPx.size(); i++) {
        length += pointsPx.get(i - 1).distanceTo(pointsPx.get(i));
      }
      return length;
    }

    Branch reversed() {
      return new Branch(pointsPx.reversed(), to, from);
    }
  }

  private final List<Branch> branches;
  private final int nodes;

  private SkeletonGraph(List<Branch> branches, int nodes) {
    this.branches = List.copyOf(branches);
    this.nodes = nodes;
  }

  static SkeletonGraph of(Mask skeleton) {
    SkeletonTracer tracer = new SkeletonTracer(skeleton);
    return new SkeletonGraph(tracer.branches(), tracer.nodes());
  }

  List<Branch> branches() {
    return branches;
  }

  /** Nodes are numbered from 0 to below this. */
  int nodes() {
    return nodes;
  }

  /** Number of branch ends at every node. */
  int[] degrees() {
    int[] degree = new int[nodes];
    for (Branch branch : branches) {
      degree[branch.from]++;
      degree[branch.to]++;
    }
    return degree;
  }

  /**
   * Without the stubs that thinning leaves: branches shorter than {@code minPx} that hang on a
   * junction by one end, the shortest first. What is left of a junction with two branches becomes
   * one branch.
   */
  SkeletonGraph pruned(double minPx) {
    List<Branch> left = new ArrayList<>(branches);
    int[] degree = degrees();
    List<Branch> stubs =
        branches.stream()
            .filter(branch -> branch.lengthPx() < minPx)
            .sorted(Comparator.comparingDouble(Branch::lengthPx))
            .toList();
    for (Branch stub : stubs) {
      boolean hangs =
          (degree[stub.from] == 1 && degree[stub.to] >= 3)
              || (degree[stub.to] == 1 && degree[stub.from] >= 3);
      if (hangs) {
        left.remove(stub);
        degree[stub.from]--;
        degree[stub.to]--;
      }
    }
    return new SkeletonGraph(left, nodes).joined();
  }

  /** Branches that meet alone at a node become one. */
  private SkeletonGraph joined() {
    int[] degree = degrees();
    List<Branch> left = new ArrayList<>(branches);
    for (int node = 0; node < nodes; node++) {
      if (degree[node] != 2) {
        continue;
      }
      int at = node;
      List<Branch> ends = left.stream().filter(b -> b.from == at || b.to == at).toList();
      if (ends.size() == 2) {
        Branch first = ends.get(0).to == node ? ends.get(0) : ends.get(0).reversed();
        Branch second = ends.get(1).from == node ? ends.get(1) : ends.get(1).reversed();
        List<Point> points = new ArrayList<>(first.pointsPx);
        points.addAll(second.pointsPx.subList(1, second.pointsPx.size()));
        left.removeAll(ends);
        left.add(new Branch(points, first.from, second.to));
      }
    }
    return new SkeletonGraph(left, nodes);
  }
}
