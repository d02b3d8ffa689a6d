package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Ways to travel between vertices, each at its price, and the cheapest of them (Dijkstra 1959). */
final class TravelGraph {
  private static final int NONE = -1;

  private final List<Chain> chains;
  private final double[] prices;
  private final int[][] incident;

  TravelGraph(int vertexCount, List<Chain> chains, TravelPrices prices) {
    this.chains = List.copyOf(chains);
    this.prices = chains.stream().mapToDouble(prices::of).toArray();
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

  Chain chain(int index) {
    return chains.get(index);
  }

  /** A vertex that can be reached, the cheapest way to it as chain indices, and its price. */
  record Trip(int from, int to, double price, List<Integer> way) {}

  /** Finds trips; keeps its tables from one search to the next. */
  final class Search {
    private final double[] best = new double[incident.length];
    private final int[] arrival = new int[incident.length];
    private final List<Integer> touched = new ArrayList<>();

    private record Entry(double price, int vertex) {}

    Search() {
      Arrays.fill(best, Double.POSITIVE_INFINITY);
    }

    /** The cheapest trips to other vertices that are targets, at most {@code count}. */
    List<Trip> cheapest(int from, IntPredicate target, int count) {
      PriorityQueue<Entry> queue =
          new PriorityQueue<>(
              Comparator.comparingDouble(Entry::price).thenComparingInt(Entry::vertex));
      reach(from, 0, NONE, queue);
      List<Trip> trips = new ArrayList<>();
      while (!queue.isEmpty() && trips.size() < count) {
        Entry next = queue.remove();
        int v = next.vertex;
        if (next.price > best[v]) {
          continue;
        }
        if (v != from && target.test(v)) {
          trips.add(new Trip(from, v, next.price, wayTo(v)));
        }
        for (int c : incident[v]) {
          reach(chains.get(c).other(v), next.price + prices[c], c, queue);
        }
      }
      touched.forEach(v -> best[v] = Double.POSITIVE_INFINITY);
      touched.clear();
      return trips;
    }

    private void reach(int v, double price, int chain, PriorityQueue<Entry> queue) {
      if (price < best[v]) {
        touched.add(v);
        best[v] = price;
        arrival[v] = chain;
        queue.add(new Entry(price, v));
      }
    }

    private List<Integer> wayTo(int v) {
      List<Integer> way = new ArrayList<>();
      for (int at = v; arrival[at] != NONE; at = chains.get(arrival[at]).other(at)) {
        way.add(arrival[at]);
      }
      return way.reversed();
    }
  }
}
