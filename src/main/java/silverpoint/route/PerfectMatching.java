package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.interfaces.MatchingAlgorithm.Matching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * A perfect matching of least cost (JGraphT's Blossom V, Kolmogorov 2009) with the dual solution
 * that proves it. Costs are rounded down to a hundred thousandth: whole numbers keep the algorithm
 * exact, and it may not end on others.
 */
final class PerfectMatching {
  /** Two vertices that may be matched, and the cost of it, at least 0. */
  record Pair(int a, int b, double cost) {}

  private static final double UNITS = 1e5;

  private final int[] mates;
  private final double cost;
  private final List<Map.Entry<Set<Integer>, Double>> duals;

  private PerfectMatching(int[] mates, double cost, List<Map.Entry<Set<Integer>, Double>> duals) {
    this.mates = mates;
    this.cost = cost;
    this.duals = duals;
  }

  /**
   * The cheapest matching of the vertices below {@code size}.
   *
   * @param pairs must contain some perfect matching; of equal pairs the cheapest counts
   */
  static PerfectMatching ofLeastCost(int size, List<Pair> pairs) {
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    for (int v = 0; v < size; v++) {
      graph.addVertex(v);
    }
    for (Pair pair : pairs) {
      // even, so that halves in the duals stay whole
      double weight = 2 * Math.floor(pair.cost * UNITS);
      DefaultWeightedEdge edge = graph.addEdge(pair.a, pair.b);
      if (edge != null) {
        graph.setEdgeWeight(edge, weight);
      } else {
        DefaultWeightedEdge twin = graph.getEdge(pair.a, pair.b);
        graph.setEdgeWeight(twin, Math.min(weight, graph.getEdgeWeight(twin)));
      }
    }
    var algorithm = new KolmogorovWeightedPerfectMatching<>(graph);
    Matching<Integer, DefaultWeightedEdge> matching = algorithm.getMatching();
    int[] mates = new int[size];
    for (DefaultWeightedEdge edge : matching.getEdges()) {
      mates[graph.getEdgeSource(edge)] = graph.getEdgeTarget(edge);
      mates[graph.getEdgeTarget(edge)] = graph.getEdgeSource(edge);
    }
    var duals = List.copyOf(algorithm.getDualSolution().getDualVariables().entrySet());
    return new PerfectMatching(mates, matching.getWeight() / 2 / UNITS, duals);
  }

  int size() {
    return mates.length;
  }

  int mate(int v) {
    return mates[v];
  }

  double cost() {
    return cost;
  }

  /**
   * The pairs of the complete graph with these costs that could make the matching cheaper, which
   * are those of negative reduced cost; none when the matching is optimal among all pairs.
   */
  List<Pair> improving(CostOfPair costs) {
    int size = mates.length;
    double[] potential = new double[size];
    List<Map.Entry<Set<Integer>, Double>> blossoms = new ArrayList<>();
    for (Map.Entry<Set<Integer>, Double> dual : duals) {
      dual.getKey().forEach(v -> potential[v] += dual.getValue() / 2 / UNITS);
      if (dual.getKey().size() > 1) {
        blossoms.add(dual);
      }
    }
    List<Pair> improving = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        double cost = costs.of(a, b);
        // a blossom around both ends has no say, and its dual is at least 0
        if (cost >= potential[a] + potential[b]) {
          continue;
        }
        double dual = potential[a] + potential[b];
        for (Map.Entry<Set<Integer>, Double> blossom : blossoms) {
          if (blossom.getKey().contains(a) && blossom.getKey().contains(b)) {
            dual -= blossom.getValue() / UNITS;
          }
        }
        if (cost < dual - 2 / UNITS) {
          improving.add(new Pair(a, b, cost));
        }
      }
    }
    return improving;
  }

  /** Cost of matching two vertices. */
  @FunctionalInterface
  interface CostOfPair {
    double of(int a, int b);
  }
}
