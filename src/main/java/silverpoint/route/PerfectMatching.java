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
 * that proves it; of very many pairs a nearly cheapest one without a proof ({@link
 * GreedyMatching}).
 *
 * <p>JGraphT's algorithm compares sums of costs with fixed thresholds: it may not end when rounding
 * hides progress, and takes a matching that costs too much for none. So costs become whole numbers
 * that even a sum over all vertices keeps exact and below its threshold, and equal costs are told
 * apart by a little that follows from the pair alone.
 */
final class PerfectMatching {
  /** Two vertices that may be matched, and the cost of it, at least 0. */
  record Pair(int a, int b, double cost) {}

  /**
   * Of more vertices no proof is asked for: its time grows with their square, and these take some
   * seconds. Portraits have a tenth of them.
   */
  private static final int MOST_PROVEN_VERTICES = 6_000;

  /** Of more pairs neither: it would take too much memory. */
  private static final int MOST_PROVEN_PAIRS = 300_000;

  private static final double MOST_UNITS = 1e5;

  /**
   * Equal costs differ by less than this many parts of a unit, two of them to keep halves whole.
   */
  private static final int PARTS = 8;

  private final int[] mates;
  private final Weights weights;
  private final double weight;
  private final boolean proven;
  private final List<Map.Entry<Set<Integer>, Double>> duals;

  private PerfectMatching(
      int[] mates,
      Weights weights,
      double weight,
      boolean proven,
      List<Map.Entry<Set<Integer>, Double>> duals) {
    this.mates = mates;
    this.weights = weights;
    this.weight = weight;
    this.proven = proven;
    this.duals = duals;
  }

  /** Whole numbers for costs, rounded down. */
  private record Weights(double units) {
    static Weights of(int size, List<Pair> pairs) {
      double dearest = pairs.stream().mapToDouble(Pair::cost).max().orElse(0);
      double most = KolmogorovWeightedPerfectMatching.NO_PERFECT_MATCHING_THRESHOLD / PARTS;
      return new Weights(Math.min(MOST_UNITS, most / (size * Math.max(1e-9, dearest))));
    }

    double of(int a, int b, double cost) {
      int mixed = (Math.min(a, b) * 0x9E3779B9 ^ Math.max(a, b)) * 0x85EBCA6B;
      return PARTS * Math.floor(cost * units) - 2 * (mixed >>> 30);
    }

    /** No pair that costs more weighs less. */
    double mostCost(double weight) {
      return (weight / PARTS + 2) / units;
    }

    double cost(double weight) {
      return Math.max(0, weight / PARTS / units);
    }
  }

  /**
   * The cheapest matching of the vertices below {@code size}.
   *
   * @param pairs must contain some perfect matching; of equal pairs the cheapest counts
   */
  static PerfectMatching ofLeastCost(int size, List<Pair> pairs) {
    return ofLeastCost(size, pairs, MOST_PROVEN_PAIRS);
  }

  /**
   * The cheapest matching of the vertices below {@code size}, or with more than {@code
   * mostProvenPairs} a nearly cheapest one.
   */
  static PerfectMatching ofLeastCost(int size, List<Pair> pairs, int mostProvenPairs) {
    Weights weights = Weights.of(size, pairs);
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    for (int v = 0; v < size; v++) {
      graph.addVertex(v);
    }
    for (Pair pair : pairs) {
      double weight = weights.of(pair.a, pair.b, pair.cost);
      DefaultWeightedEdge edge = graph.addEdge(pair.a, pair.b);
      if (edge != null) {
        graph.setEdgeWeight(edge, weight);
      } else {
        DefaultWeightedEdge twin = graph.getEdge(pair.a, pair.b);
        graph.setEdgeWeight(twin, Math.min(weight, graph.getEdgeWeight(twin)));
      }
    }
    boolean proven = size <= MOST_PROVEN_VERTICES && pairs.size() <= mostProvenPairs;
    var blossom = new KolmogorovWeightedPerfectMatching<>(graph);
    Matching<Integer, DefaultWeightedEdge> matching =
        proven ? blossom.getMatching() : new GreedyMatching<>(graph).getMatching();
    int[] mates = new int[size];
    for (DefaultWeightedEdge edge : matching.getEdges()) {
      mates[graph.getEdgeSource(edge)] = graph.getEdgeTarget(edge);
      mates[graph.getEdgeTarget(edge)] = graph.getEdgeSource(edge);
    }
    List<Map.Entry<Set<Integer>, Double>> duals =
        proven ? List.copyOf(blossom.getDualSolution().getDualVariables().entrySet()) : List.of();
    return new PerfectMatching(mates, weights, matching.getWeight(), proven, duals);
  }

  int size() {
    return mates.length;
  }

  int mate(int v) {
    return mates[v];
  }

  /** Not above what the pairs cost together; when proven, not above any matching of the pairs. */
  double cost() {
    return weights.cost(weight);
  }

  /** Whether no matching of the pairs is cheaper. */
  boolean isProven() {
    return proven;
  }

  /**
   * The pairs that could make a proven matching cheaper, which are those of negative reduced cost;
   * none when the matching is optimal among all pairs. What a vertex may pay goes by its dual, so
   * only those around it are looked at.
   *
   * @param costs of all pairs
   * @param within the vertices that one may be matched with at a cost; it may leave out pairs that
   *     were among those of the matching
   */
  List<Pair> improving(CostOfPair costs, Within within) {
    int size = mates.length;
    double[] potential = new double[size];
    List<List<Map.Entry<Set<Integer>, Double>>> blossomsAround = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      blossomsAround.add(new ArrayList<>(0));
    }
    for (Map.Entry<Set<Integer>, Double> dual : duals) {
      for (int v : dual.getKey()) {
        potential[v] += dual.getValue();
        if (dual.getKey().size() > 1) {
          blossomsAround.get(v).add(dual);
        }
      }
    }
    List<Pair> improving = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      for (int b : within.of(a, weights.mostCost(2 * potential[a]))) {
        // each pair at the one that may pay more
        if (a == b || potential[b] > potential[a] || (potential[b] == potential[a] && b < a)) {
          continue;
        }
        double cost = costs.of(a, b);
        double weight = weights.of(a, b, cost);
        // a blossom around both ends has no say, and its dual is at least 0
        if (weight >= potential[a] + potential[b]) {
          continue;
        }
        double dual = potential[a] + potential[b];
        for (Map.Entry<Set<Integer>, Double> blossom : blossomsAround.get(a)) {
          if (blossom.getKey().contains(b)) {
            dual -= 2 * blossom.getValue();
          }
        }
        if (weight < dual - 0.01) {
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

  /** The vertices that one may be matched with for no more than a cost. */
  @FunctionalInterface
  interface Within {
    int[] of(int vertex, double cost);
  }
}
