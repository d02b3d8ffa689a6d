package silverpoint.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.route.PerfectMatching.Pair;
import silverpoint.route.TravelGraph.Walk;

/**
 * The cheapest second passes and connectors after which one line can run through everything: from
 * home, with an even number of half-edges at every vertex but its ends. This is the minimum T-join
 * of the Chinese postman (Edmonds and Johnson 1973) at the prices of travel, with the far end left
 * free.
 *
 * @param passes chains to run once more
 * @param end where the line ends; home when it closes
 */
record ParityRepair(List<Chain> passes, int end) {
  private static final int NEIGHBOURS = 14;

  ParityRepair {
    passes = List.copyOf(passes);
  }

  static ParityRepair of(ChainGraph graph, TravelCost cost) {
    List<Integer> wrong = wrongParity(graph);
    List<Point> pointsMm = wrong.stream().map(graph.network()::pointMm).toList();
    int home = graph.network().home();
    HalfEdgeCharges charges =
        new HalfEdgeCharges(graph.network().nodeCount(), graph.chains(), home, cost);
    int neighbours = NEIGHBOURS;
    while (true) {
      List<Chain> chains = new ArrayList<>(graph.chains());
      addConnectors(chains, wrong, pointsMm, neighbours);
      TravelGraph travel = new TravelGraph(graph.network().nodeCount(), chains, cost, charges::of);
      Candidates candidates = Candidates.of(travel, wrong, neighbours);
      PerfectMatching matching = candidates.match(wrong, charges);
      // without a proof some always lack a mate among their neighbours, which the search mends
      if (candidates.cover(matching) || !matching.isProven()) {
        return candidates.join(matching, travel, wrong, pointsMm);
      }
      neighbours *= 2;
    }
  }

  /** The vertices where a line from home does not work out yet, but for its free end. */
  private static List<Integer> wrongParity(ChainGraph graph) {
    List<Integer> wrong = new ArrayList<>();
    int[] degrees = graph.degrees();
    for (int v = 0; v < degrees.length; v++) {
      boolean odd = degrees[v] % 2 == 1;
      if (odd != (v == graph.network().home())) {
        wrong.add(v);
      }
    }
    return wrong;
  }

  private static void addConnectors(
      List<Chain> chains, List<Integer> vertices, List<Point> pointsMm, int neighbours) {
    List<int[]> nearest = NearestNeighbours.of(pointsMm, neighbours);
    for (int a = 0; a < nearest.size(); a++) {
      for (int b : nearest.get(a)) {
        chains.add(connector(vertices.get(a), vertices.get(b), pointsMm.get(a), pointsMm.get(b)));
      }
    }
  }

  private static Chain connector(int from, int to, Point fromMm, Point toMm) {
    return new Chain(from, to, Polyline.of(fromMm, toMm), Chain.Kind.CONNECTOR);
  }

  /** The walks between vertices of wrong parity, by the ranks of their ends, lower rank first. */
  private record Candidates(Map<List<Integer>, Walk> walks) {
    static Candidates of(TravelGraph travel, List<Integer> vertices, int neighbours) {
      Map<Integer, Integer> ranks = new TreeMap<>();
      vertices.forEach(v -> ranks.put(v, ranks.size()));
      List<Walk> found = new ArrayList<>(travel.acrossBorders(vertices));
      for (int v : vertices) {
        found.addAll(travel.cheapest(v, ranks::containsKey, neighbours));
      }
      Map<List<Integer>, Walk> walks = new LinkedHashMap<>();
      for (Walk walk : found) {
        int a = Objects.requireNonNull(ranks.get(walk.from()));
        int b = Objects.requireNonNull(ranks.get(walk.to()));
        walks.merge(
            List.of(Math.min(a, b), Math.max(a, b)),
            walk,
            (one, other) -> other.price() < one.price() ? other : one);
      }
      return new Candidates(walks);
    }

    /** The cheapest matching of the ranks with the free end, whose rank is {@code count}. */
    PerfectMatching match(List<Integer> vertices, HalfEdgeCharges charges) {
      int count = vertices.size();
      double dearest = walks.values().stream().mapToDouble(Walk::price).max().orElse(0);
      List<Pair> pairs = new ArrayList<>();
      walks.forEach((ab, walk) -> pairs.add(new Pair(ab.getFirst(), ab.getLast(), walk.price())));
      for (int a = 0; a < count; a++) {
        pairs.add(new Pair(a, count, charges.ofEnd(vertices.get(a))));
        if (a % 2 == 1) {
          // a connector that makes every graph matchable, dearer than all walks
          pairs.add(new Pair(a - 1, a, 1 + 2 * dearest));
        }
      }
      return PerfectMatching.ofLeastCost(count + 1, pairs);
    }

    /** Whether all are matched by walks, save the vertex that has the free end. */
    boolean cover(PerfectMatching matching) {
      return 2 * matched(matching).size() + 2 == matching.size();
    }

    /** The walks that are matched, and straight connectors where there are none. */
    ParityRepair join(
        PerfectMatching matching,
        TravelGraph travel,
        List<Integer> vertices,
        List<Point> pointsMm) {
      BitSet used = new BitSet();
      for (Walk walk : matched(matching)) {
        // two walks over one chain cancel out
        walk.way().forEach(used::flip);
      }
      List<Chain> passes = new ArrayList<>(used.stream().mapToObj(travel::chain).toList());
      for (int a = 0; a < vertices.size(); a++) {
        int b = matching.mate(a);
        if (a < b && b < vertices.size() && !walks.containsKey(List.of(a, b))) {
          passes.add(connector(vertices.get(a), vertices.get(b), pointsMm.get(a), pointsMm.get(b)));
        }
      }
      return new ParityRepair(passes, vertices.get(matching.mate(vertices.size())));
    }

    private List<Walk> matched(PerfectMatching matching) {
      List<Walk> matched = new ArrayList<>();
      walks.forEach((ab, walk) -> {
        if (matching.mate(ab.getFirst()) == ab.getLast()) {
          matched.add(walk);
        }
      });
      return matched;
    }
  }
}
