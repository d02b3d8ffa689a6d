package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/** Ways to travel between vertices, each at its price, and the cheapest of them (Dijkstra 1959). */
final class TravelGraph {
  private static final int NONE = -1;

  private final List<Chain> chains;
  private final double[] prices;
  private final int[][] incident;

  TravelGraph(int vertexCount, List<Chain> chains, ToDoubleFunction<Chain> price) {
    this.chains = List.copyOf(chains);
    this.prices = chains.stream().mapToDouble(price).toArray();
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
  }

  /** The cheapest way from one vertex to another as chain indices, and its price. */
  record Trip(int from, int to, double price, List<Integer> way) {}

  Chain chain(int index) {
    return chains.get(index);
  }

  /** The cheapest trips from a vertex to others that are targets, at most {@code count}. */
  List<Trip> cheapest(int from, IntPredicate target, int count) {
    Search search = new Search();
    search.reach(from, 0, NONE, from);
    List<Trip> trips = new ArrayList<>();
    for (int v = search.next(); v != NONE && trips.size() < count; v = search.next()) {
      if (v != from && target.test(v)) {
        trips.add(new Trip(from, v, search.best[v], search.wayTo(v)));
      }
    }
    return trips;
  }

  /**
   * For every two sources whose territories share a border, the trip over each chain that crosses
   * it. A vertex belongs to the territory of the source that is cheapest to reach; these trips
   * contain a minimum spanning tree of the sources (Mehlhorn 1988).
   */
  List<Trip> acrossBorders(List<Integer> sources) {
    Search search = new Search();
    sources.forEach(source -> search.reach(source, 0, NONE, source));
    while (search.next() != NONE) {
      // runs through the whole graph
    }
    List<Trip> trips = new ArrayList<>();
    for (int c = 0; c < prices.length; c++) {
      int from = chains.get(c).from();
      int to = chains.get(c).to();
      if (search.origin[from] != search.origin[to]) {
        List<Integer> way = new ArrayList<>(search.wayTo(from));
        way.add(c);
        way.addAll(search.wayTo(to).reversed());
        double price = search.best[from] + prices[c] + search.best[to];
        trips.add(new Trip(search.origin[from], search.origin[to], price, way));
      }
    }
    return trips;
  }

  /** One run outwards from its sources, a vertex at a time in the order of price. */
  private final class Search {
    private final double[] best = new double[incident.length];
    private final int[] arrival = new int[incident.length];
    private final int[] origin = new int[incident.length];
    private final PriorityQueue<Entry> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Entry::price).thenComparingInt(Entry::vertex));

    private record Entry(double price, int vertex) {}

    Search() {
      Arrays.fill(best, Double.POSITIVE_INFINITY);
    }

    void reach(int v, double price, int chain, int source) {
      if (price < best[v]) {
        best[v] = price;
        arrival[v] = chain;
        origin[v] = source;
        queue.add(new Entry(price, v));
      }
    }

    /** The next vertex, from which the search has gone on by now; none at the end. */
    int next() {
      while (!queue.isEmpty()) {
        Entry entry = queue.remove();
        int v = entry.vertex;
        if (entry.price == best[v]) {
          for (int c : incident[v]) {
            reach(chains.get(c).other(v), entry.price + prices[c], c, origin[v]);
          }
          return v;
        }
      }
      return NONE;
    }

    List<Integer> wayTo(int v) {
      List<Integer> way = new ArrayList<>();
      for (int at = v; arrival[at] != NONE; at = chains.get(arrival[at]).other(at)) {
        way.add(arrival[at]);
      }
      return way.reversed();
    }
  }
}
