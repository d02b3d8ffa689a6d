package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The connectors that may tie the components of the ink together, and the cheapest of them. */
final class Connectors {
  /** Between the same two: one to come, and one to leave elsewhere. */
  private static final int PER_PAIR = 2;

  private static final double APART_MM = 8;
  private static final double DEARER = 2;

  private Connectors() {}

  /**
   * The shortest gaps and, where travel should hide, the geodesics between neighbours; together
   * they tie all components.
   *
   * @param gaps straight ones that tie all components
   */
  static List<Connector> of(StrokeNetwork network, List<Gap> gaps, TravelCost cost) {
    Paper paper = cost.paper();
    List<Connector> candidates = new ArrayList<>();
    gaps.forEach(gap -> candidates.add(Connector.straight(gap, paper)));
    if (cost.hides() && !gaps.isEmpty()) {
      candidates.addAll(new VoronoiRegions(network, paper).connectors(PER_PAIR, APART_MM, DEARER));
    }
    return candidates;
  }

  /** Of {@code candidates} the cheapest ones that tie all components (Kruskal 1956). */
  static List<Connector> tree(StrokeNetwork network, List<Connector> candidates) {
    DisjointSets joined = new DisjointSets(network.nodeCount());
    network.segments().forEach(segment -> joined.union(segment.from(), segment.to()));
    List<Connector> tree = new ArrayList<>();
    for (Connector connector :
        candidates.stream().sorted(Comparator.comparingDouble(Connector::price)).toList()) {
      int a = network.segments().get(connector.from().segment()).from();
      int b = network.segments().get(connector.to().segment()).from();
      if (joined.union(a, b)) {
        tree.add(connector);
      }
    }
    return tree;
  }
}
