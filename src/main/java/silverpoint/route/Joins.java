package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The connectors that may tie the components of the ink together, and the cheapest of them. */
final class Joins {
  /** Between the same two: one to come, and one to leave elsewhere. */
  private static final int PER_PAIR = 2;

  private static final double APART_MM = 8;
  private static final double DEARER = 2;

  private Joins() {}

  /**
   * The shortest gaps and, where travel should hide, the geodesics between neighbours; together
   * they tie all components.
   *
   * @param gaps straight ones that tie all components
   */
  static List<Join> of(StrokeNetwork network, List<Gap> gaps, TravelCost cost) {
    Paper paper = cost.paper();
    List<Join> joins = new ArrayList<>();
    gaps.forEach(gap -> joins.add(Join.straight(gap, paper)));
    if (cost.hides() && !gaps.isEmpty()) {
      joins.addAll(new VoronoiRegions(network, paper).joins(PER_PAIR, APART_MM, DEARER));
    }
    return joins;
  }

  /** Of {@code joins} the cheapest ones that tie all components (Kruskal 1956). */
  static List<Join> tree(StrokeNetwork network, List<Join> joins) {
    DisjointSets joined = new DisjointSets(network.nodeCount());
    network.segments().forEach(segment -> joined.union(segment.from(), segment.to()));
    List<Join> tree = new ArrayList<>();
    for (Join join : joins.stream().sorted(Comparator.comparingDouble(Join::price)).toList()) {
      int a = network.segments().get(join.from().segment()).from();
      int b = network.segments().get(join.to().segment()).from();
      if (joined.union(a, b)) {
        tree.add(join);
      }
    }
    return tree;
  }
}
