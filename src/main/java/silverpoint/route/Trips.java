package silverpoint.route;

import java.util.Arrays;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

/**
 * The cheapest ways between the ends of the chains that must be drawn: over ink, over hops, or
 * straight. Found by Dijkstra's algorithm (1959) on the arms of the graph, so that every turn on
 * the way has its price.
 *
 * <p>Chain c has the ends 2c, where its path starts, and 2c + 1; an end is also the arm that leaves
 * there along the chain. The two ends after those of all wanted chains are {@link #home}, where the
 * line starts, and {@link #free}, where it ends: free of charge anywhere.
 */
final class Trips {
  private static final int NEAREST = 9;
  private static final int CACHE = 1 << 16;
  private static final int NONE = -1;

  private final List<Chain> chains;
  private final int wanted;
  private final StrokeNetwork network;
  private final TravelCost cost;
  private final int[] vertexOf;
  private final int[][] armsAt;
  private final Turn[] turns;
  private final double[] prices;

  private final int[][] nearest;
  private final double[][] costs;
  private final int[][][] ways;

  private final long[] straightKeys = new long[CACHE];
  private final double[] straightCosts = new double[CACHE];

  /**
   * @param chains those to draw, then hops
   * @param wanted how many are to be drawn
   */
  Trips(StrokeNetwork network, List<Chain> chains, int wanted, TravelCost cost) {
    this.chains = chains;
    this.wanted = wanted;
    this.network = network;
    this.cost = cost;
    int arms = 2 * chains.size();
    vertexOf = new int[arms];
    turns = new Turn[arms];
    prices = new double[chains.size()];
    int[] degrees = new int[network.nodeCount()];
    for (int c = 0; c < chains.size(); c++) {
      Chain chain = chains.get(c);
      List<Point> path = chain.pathMm().points();
      vertexOf[2 * c] = chain.from();
      vertexOf[2 * c + 1] = chain.to();
      turns[2 * c] = cost.leaving(path);
      turns[2 * c + 1] = cost.leaving(path.reversed());
      prices[c] = cost.of(chain);
      degrees[chain.from()]++;
      degrees[chain.to()]++;
    }
    armsAt = new int[network.nodeCount()][];
    Arrays.setAll(armsAt, v -> new int[degrees[v]]);
    for (int arm = arms - 1; arm >= 0; arm--) {
      armsAt[vertexOf[arm]][--degrees[vertexOf[arm]]] = arm;
    }
    Arrays.fill(straightKeys, NONE);
    nearest = new int[free() + 1][];
    costs = new double[free() + 1][];
    ways = new int[free() + 1][][];
    find();
  }

  int home() {
    return 2 * wanted;
  }

  int free() {
    return 2 * wanted + 1;
  }

  /** The ends that are cheapest to reach from an end, the cheapest first. */
  int[] nearest(int end) {
    return nearest[end];
  }

  /** What reaching each of {@link #nearest} costs. */
  double[] nearestCosts(int end) {
    return costs[end];
  }

  /** What going on from one end at the other costs. */
  double cost(int a, int b) {
    if (a == free() || b == free()) {
      return 0;
    }
    int[] near = nearest[a];
    for (int i = 0; i < near.length; i++) {
      if (near[i] == b) {
        return costs[a][i];
      }
    }
    long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 48);
    if (straightKeys[slot] != key) {
      straightKeys[slot] = key;
      straightCosts[slot] = straight(a, b);
    }
    return straightCosts[slot];
  }

  private double straight(int a, int b) {
    Point from = network.pointMm(vertex(a));
    Point to = network.pointMm(vertex(b));
    if (from.equals(to)) {
      return turn(a).timeS(turn(b), cost.pace()) * cost.turns();
    }
    Polyline hop = Polyline.of(from, to);
    return cost.ofTurn(turn(a), cost.leaving(hop.points()))
        + cost.hop(from, to)
        + cost.ofTurn(cost.leaving(hop.points().reversed()), turn(b));
  }

  /** The way from one end to the other: arms, each followed to the other end of its chain. */
  int[] way(int a, int b) {
    for (int i = 0; i < nearest[a].length; i++) {
      if (nearest[a][i] == b) {
        return ways[a][i];
      }
    }
    return new int[] {NONE};
  }

  /** Adds a way that is known from elsewhere. */
  void add(int a, int b, int[] way) {
    if (a == free() || b == free()) {
      return;
    }
    double price = 0;
    Turn in = turn(a);
    for (int arm : way) {
      price += cost.ofTurn(in, turns[arm]) + prices[arm / 2];
      in = turns[arm ^ 1];
    }
    price += cost.ofTurn(in, turn(b));
    if (price < cost(a, b)) {
      insert(a, b, price, way);
      int[] back = new int[way.length];
      for (int i = 0; i < way.length; i++) {
        back[i] = way[way.length - 1 - i] ^ 1;
      }
      insert(b, a, price, back);
    }
  }

  private void insert(int a, int b, double price, int[] way) {
    int at = nearest[a].length;
    for (int i = 0; i < at; i++) if (nearest[a][i] == b) { costs[a][i] = price; ways[a][i] = way; return; }
    while (at > 0 && costs[a][at - 1] > price) at--;
    int n = nearest[a].length;
    int[] ends = new int[n + 1]; double[] prices2 = new double[n + 1]; int[][] ways2 = new int[n + 1][];
    for (int i = 0, k = 0; i <= n; i++) {
      if (i == at) { ends[i] = b; prices2[i] = price; ways2[i] = way; }
      else { ends[i] = nearest[a][k]; prices2[i] = costs[a][k]; ways2[i] = ways[a][k]; k++; }
    }
    nearest[a] = ends; costs[a] = prices2; ways[a] = ways2;
  }

  int vertex(int end) {
    return end < vertexOf.length && end < home() ? vertexOf[end] : network.home();
  }

  double distance(int a, int b) {
    return network.pointMm(vertex(a)).distanceTo(network.pointMm(vertex(b)));
  }

  private Turn turn(int end) {
    return end < home() ? turns[end] : Turn.NOWHERE;
  }

  private void find() {
    Search search = new Search();
    int[][] found = new int[home() + 1][];
    double[][] foundCosts = new double[home() + 1][];
    int[][][] foundWays = new int[home() + 1][][];
    for (int end = 0; end <= home(); end++) {
      search.from(end);
      found[end] = search.targets();
      foundCosts[end] = search.targetCosts();
      foundWays[end] = search.ways();
    }
    Symmetric.fill(this, found, foundCosts, foundWays);
  }

  /** Makes the lists of both ends hold every trip that was found from one of them. */
  private static final class Symmetric {
    static void fill(Trips trips, int[][] found, double[][] costs, int[][][] ways) {
      int ends = trips.home() + 1;
      List<List<Entry>> all = new java.util.ArrayList<>();
      for (int i = 0; i < ends; i++) {
        all.add(new java.util.ArrayList<>());
      }
      for (int a = 0; a < ends; a++) {
        for (int i = 0; i < found[a].length; i++) {
          int b = found[a][i];
          all.get(a).add(new Entry(b, costs[a][i], ways[a][i]));
          all.get(b).add(new Entry(a, costs[a][i], reversed(ways[a][i])));
        }
      }
      trips.nearest[trips.free()] = new int[0];
      trips.costs[trips.free()] = new double[0];
      for (int a = 0; a < ends; a++) {
        List<Entry> entries = all.get(a);
        entries.sort(
            java.util.Comparator.comparingDouble(Entry::cost).thenComparingInt(Entry::end));
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        entries.removeIf(entry -> !seen.add(entry.end));
        trips.nearest[a] = entries.stream().mapToInt(Entry::end).toArray();
        trips.costs[a] = entries.stream().mapToDouble(Entry::cost).toArray();
        trips.ways[a] = entries.stream().map(Entry::way).toArray(int[][]::new);
      }
    }

    private record Entry(int end, double cost, int[] way) {}

    private static int[] reversed(int[] way) {
      int[] back = new int[way.length];
      for (int i = 0; i < way.length; i++) {
        back[i] = way[way.length - 1 - i] ^ 1;
      }
      return back;
    }
  }

  /** One run outwards from an end, an arm at a time in the order of cost. */
  private final class Search {
    private final double[] best = new double[2 * chains.size()];
    private final int[] before = new int[2 * chains.size()];
    private final int[] touched = new int[2 * chains.size()];
    private int touchedCount;
    private final java.util.PriorityQueue<Label> queue =
        new java.util.PriorityQueue<>(
            java.util.Comparator.comparingDouble(Label::cost).thenComparingInt(Label::arm));
    private final double[] reach = new double[2 * wanted + 2];
    private final int[] last = new int[2 * wanted + 2];
    private final int[] targets = new int[2 * wanted + 2];
    private int targetCount;
    private int source;

    private record Label(double cost, int arm) {}

    Search() {
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      Arrays.fill(reach, Double.POSITIVE_INFINITY);
    }

    void from(int end) {
      for (int i = 0; i < touchedCount; i++) {
        best[touched[i]] = Double.POSITIVE_INFINITY;
      }
      for (int i = 0; i < targetCount; i++) {
        reach[targets[i]] = Double.POSITIVE_INFINITY;
      }
      touchedCount = 0;
      targetCount = 0;
      queue.clear();
      source = end;
      arrive(vertex(end), end, turn(end), 0, NONE);
      int settled = 0;
      double bound = Double.POSITIVE_INFINITY;
      while (!queue.isEmpty()) {
        Label label = queue.remove();
        if (label.cost > best[label.arm]) {
          continue;
        }
        if (label.cost > bound) {
          break;
        }
        settled++;
        int back = label.arm ^ 1;
        arrive(vertexOf[back], back, turns[back], label.cost, label.arm);
        if (targetCount >= NEAREST && settled % 4 == 0) {
          bound = kth();
        }
      }
      keepNearest();
    }

    private double kth() {
      double[] known = targetCosts();
      Arrays.sort(known);
      return known[Math.min(NEAREST, known.length) - 1];
    }

    /** Goes on from a vertex that was reached over {@code over}. */
    private void arrive(int vertex, int over, Turn in, double cost0, int way) {
      boolean afterHop = way != NONE && !chains.get(way / 2).ink();
      for (int arm : armsAt[vertex]) {
        double turned = cost0 + cost.ofTurn(in, turns[arm]);
        boolean ink = arm < 2 * wanted;
        if (ink && arm != source && turned < reach[arm]) {
          if (reach[arm] == Double.POSITIVE_INFINITY) {
            targets[targetCount++] = arm;
          }
          reach[arm] = turned;
          last[arm] = way;
        }
        if ((way != NONE && arm == over) || (afterHop && !ink)) {
          continue;
        }
        double onwards = turned + prices[arm / 2];
        if (onwards < best[arm]) {
          if (best[arm] == Double.POSITIVE_INFINITY) {
            touched[touchedCount++] = arm;
          }
          best[arm] = onwards;
          before[arm] = way;
          queue.add(new Label(onwards, arm));
        }
      }
    }

    private void keepNearest() {
      if (targetCount <= NEAREST) {
        return;
      }
      double bound = kth();
      int kept = 0;
      for (int i = 0; i < targetCount; i++) {
        if (reach[targets[i]] <= bound) {
          targets[kept++] = targets[i];
        } else {
          reach[targets[i]] = Double.POSITIVE_INFINITY;
        }
      }
      targetCount = kept;
    }

    int[] targets() {
      return Arrays.copyOf(targets, targetCount);
    }

    double[] targetCosts() {
      double[] known = new double[targetCount];
      for (int i = 0; i < targetCount; i++) {
        known[i] = reach[targets[i]];
      }
      return known;
    }

    int[][] ways() {
      int[][] found = new int[targetCount][];
      for (int i = 0; i < targetCount; i++) {
        int length = 0;
        for (int arm = last[targets[i]]; arm != NONE; arm = before[arm]) {
          length++;
        }
        int[] way = new int[length];
        for (int arm = last[targets[i]]; arm != NONE; arm = before[arm]) {
          way[--length] = arm;
        }
        found[i] = way;
      }
      return found;
    }
  }
}
