package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Ways to travel between vertices, each at its price, and the cheapest of them (Dijkstra 1959). */
final class TravelGraph {
  private static final int NONE = Dijkstra.NONE;

  private final List<Chain> chains;
  private final double[] prices;
  private final int[][] incident;
  private final Charge charge;
  private final double[] knownCharges;
  private final Search search;

  /** The ways over {@code chains}; a charge for each end of a walk comes on top of their prices. */
  TravelGraph(int vertexCount, List<Chain> chains, TravelCost cost, Charge charge) {
    this.charge = charge;
    knownCharges = new double[2 * chains.size()];
    Arrays.fill(knownCharges, Double.NaN);
    this.chains = List.copyOf(chains);
    this.prices = chains.stream().mapToDouble(cost::of).toArray();
    int[] degrees = new int[vertexCount];
    for (Chain chain : chains) {
      degrees[chain.from()]++;
      degrees[chain.to()]++;
    }
    incident = new int[vertexCount][];
    Arrays.setAll(incident, v -> new int[degrees[v]]);
    for (int c = 0; c < chains.size(); c++) {
      Chain chain = chains.get(c);
      incident[chain.from()][--degrees[chain.from()]] = c;
      incident[chain.to()][--degrees[chain.to()]] = c;
    }
    search = new Search();
  }

  /** The cheapest way from one vertex to another as chain indices, and its price. */
  record Walk(int from, int to, double price, List<Integer> way) {}

  Chain chain(int index) {
    return chains.get(index);
  }

  /** What leaving a vertex over a chain costs at the end of a walk. */
  interface Charge {
    Charge NONE = (vertex, chain) -> 0;

    double of(int vertex, Chain chain);
  }

  /**
   * The cheapest walks from a vertex to others that are targets, with the charges at both ends: all
   * that are seen until {@code count} targets are passed.
   */
  List<Walk> cheapest(int from, IntPredicate target, int count) {
    search.restart();
    search.begin(from);
    Map<Integer, Walk> walks = new LinkedHashMap<>();
    int passed = 0;
    for (int v = search.next(); v != NONE && passed < count; v = search.next()) {
      if (v != from && target.test(v)) {
        passed++;
      }
      for (int c : incident[v]) {
        int to = chains.get(c).other(v);
        if (to != from && target.test(to)) {
          double price = search.onwards(v, c) + charge(to, c);
          Walk known = walks.get(to);
          if (known == null || price < known.price()) {
            List<Integer> way = new ArrayList<>(search.wayTo(v));
            way.add(c);
            walks.put(to, new Walk(from, to, price, way));
          }
        }
      }
    }
    return List.copyOf(walks.values());
  }

  /**
   * For every two sources whose regions share a border, the walk over each chain that crosses it. A
   * vertex belongs to the region of the source that is cheapest to reach; these walks contain a
   * minimum spanning tree of the sources (Mehlhorn 1988).
   */
  List<Walk> acrossBorders(List<Integer> sources) {
    search.restart();
    sources.forEach(search::begin);
    while (search.next() != NONE) {
      // runs through the whole graph
    }
    List<Walk> walks = new ArrayList<>();
    for (int c = 0; c < prices.length; c++) {
      int from = chains.get(c).from();
      int to = chains.get(c).to();
      if (search.origin[from] != search.origin[to]) {
        List<Integer> way = new ArrayList<>(search.wayTo(from));
        way.add(c);
        way.addAll(search.wayTo(to).reversed());
        double price = search.onwards(from, c) - prices[c] + search.onwards(to, c);
        walks.add(new Walk(search.origin[from], search.origin[to], price, way));
      }
    }
    return walks;
  }

  private double charge(int vertex, int c) {
    int end = 2 * c + (chains.get(c).from() == vertex ? 0 : 1);
    if (Double.isNaN(knownCharges[end])) {
      knownCharges[end] = charge.of(vertex, chains.get(c));
    }
    return knownCharges[end];
  }

  /** One run outwards from its sources, a vertex at a time in the order of price. */
  private final class Search {
    private final Dijkstra reached = new Dijkstra(incident.length);
    private final int[] origin = new int[incident.length];

    void restart() {
      reached.restart();
    }

    void begin(int source) {
      if (reached.reach(source, 0, NONE)) {
        origin[source] = source;
      }
    }

    /** The next vertex, from which the search has gone on by now; none at the end. */
    int next() {
      int v = reached.next();
      if (v != NONE) {
        for (int c : incident[v]) {
          int to = chains.get(c).other(v);
          if (reached.reach(to, onwards(v, c), c)) {
            origin[to] = origin[v];
          }
        }
      }
      return v;
    }

    /** The price of going on from a vertex over a chain. */
    double onwards(int v, int chain) {
      double leaving = reached.before(v) == NONE ? charge(v, chain) : 0;
      return reached.price(v) + leaving + prices[chain];
    }

    List<Integer> wayTo(int v) {
      List<Integer> way = new ArrayList<>();
      int at = v;
      while (reached.before(at) != NONE) {
        way.add(reached.before(at));
        at = chains.get(reached.before(at)).other(at);
      }
      return way.reversed();
    }
  }
}
