package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

final class LineSearch {
  static int HOPS = Integer.getInteger("hops", 8);
  static int ROUNDS = Integer.getInteger("rounds", 30);
  static boolean VERBOSE = Boolean.getBoolean("verbose");

  private final StrokeNetwork strokes;
  private final TravelCost cost;

  LineSearch(StrokeNetwork strokes, TravelCost cost) {
    this.strokes = strokes;
    this.cost = cost;
  }

  List<Step> cheapest(long seed) {
    long t0 = System.nanoTime();
    List<Gap> gaps = GapTree.of(strokes, cost::of, cost::atLeast);
    StrokeNetwork network =
        strokes.splitAt(gaps.stream().flatMap(gap -> Stream.of(gap.from(), gap.to())).toList());
    List<Chain> ties = new ArrayList<>();
    for (Gap gap : gaps) {
      int from = network.nodeAt(gap.from().pointMm());
      int to = network.nodeAt(gap.to().pointMm());
      if (from != to) {
        ties.add(new Chain(from, to, Polyline.of(network.pointMm(from), network.pointMm(to)), Chain.Kind.HOP));
      }
    }
    ChainGraph graph = ChainGraph.of(network, ties);
    List<Chain> ink = graph.chains().stream().filter(c -> c.ink() && !(c.from() == network.home() && c.lengthMm() == 0)).toList();
    List<Chain> chains = new ArrayList<>(ink);
    chains.addAll(ties);
    List<Integer> vertices = new ArrayList<>();
    int[] degrees = graph.degrees();
    for (int v = 0; v < degrees.length; v++) if (degrees[v] > 0) vertices.add(v);
    List<Point> points = vertices.stream().map(network::pointMm).toList();
    List<int[]> nearest = NearestNeighbours.of(points, HOPS);
    for (int a = 0; a < nearest.size(); a++)
      for (int b : nearest.get(a))
        if (a < b || Arrays.stream(nearest.get(b)).noneMatch(z -> z == a0(nearest, b, z)))
          chains.add(new Chain(vertices.get(a), vertices.get(b), Polyline.of(points.get(a), points.get(b)), Chain.Kind.HOP));
    long t1 = System.nanoTime();
    Trips trips = new Trips(network, chains, ink.size(), cost);
    long t2 = System.nanoTime();
    Tour tour = new Tour(Boolean.getBoolean("greedy") ? greedy(trips, ink.size()) : euler(trips, graph, ink, chains));
    TourSearch search = new TourSearch(trips, tour, 50_000);
    double c0 = search.cost();
    search.improve();
    double c1 = search.cost();
    long t3 = System.nanoTime();
    search.perturb(new SplittableRandom(seed), ROUNDS * tour.size());
    long t4 = System.nanoTime();
    if (VERBOSE) System.out.printf("  chains %d hops %d: %.1f -> %.1f -> %.1f s; ms prep %d trips %d ls %d ils %d%n", ink.size(), chains.size()-ink.size(), c0, c1, search.cost(), (t1-t0)/1000000,(t2-t1)/1000000,(t3-t2)/1000000,(t4-t3)/1000000);
    return steps(trips, tour, chains, network);
  }
  static int a0(List<int[]> n, int b, int z) { return -1; }

  private static List<Step> steps(Trips trips, Tour tour, List<Chain> chains, StrokeNetwork network) {
    List<Step> steps = new ArrayList<>();
    int at = trips.home();
    boolean exitHome = tour.isExit(at);
    while (true) {
      int next = tour.mate(at);
      if (next == trips.free()) break;
      int[] way = trips.way(at, next);
      if (way.length == 1 && way[0] < 0) {
        int from = trips.vertex(at), to = trips.vertex(next);
        if (from != to)
          steps.add(new Step(new Chain(from, to, Polyline.of(network.pointMm(from), network.pointMm(to)), Chain.Kind.HOP), false));
      } else {
        for (int arm : way) steps.add(new Step(chains.get(arm / 2), arm % 2 == 1));
      }
      steps.add(new Step(chains.get(next / 2), next % 2 == 1));
      at = next ^ 1;
    }
    return steps;
  }

  private int[] euler(Trips trips, ChainGraph graph, List<Chain> ink, List<Chain> chains) {
    StrokeNetwork network = graph.network();
    ParityRepair repair = ParityRepair.of(graph, cost);
    List<Chain> passes = new ArrayList<>(graph.chains());
    passes.addAll(repair.passes());
    List<Step> trail = EulerTrail.over(passes, network.home(), repair.end(), network.nodeCount(), cost);
    java.util.Map<Chain, Integer> index = new java.util.HashMap<>();
    for (int c = 0; c < chains.size(); c++) index.putIfAbsent(chains.get(c), c);
    boolean[] drawn = new boolean[ink.size()];
    int[] entries = new int[ink.size() + 1];
    int count = 0;
    int at = trips.home();
    List<Integer> way = new ArrayList<>();
    boolean known = true;
    for (Step step : trail) {
      Integer c = index.get(step.chain());
      if (c == null) { known = false; continue; }
      int arm = 2 * c + (step.backwards() ? 1 : 0);
      if (c < ink.size() && !drawn[c]) {
        drawn[c] = true;
        if (known) trips.add(at, arm, way.stream().mapToInt(i -> i).toArray());
        entries[count++] = arm;
        at = arm ^ 1;
        way.clear();
        known = true;
      } else way.add(arm);
    }
    entries[count] = trips.free();
    return entries;
  }

  private int[] greedy(Trips trips, int wanted) {
    record Link(int a, int b, double cost) {}
    List<Link> links = new ArrayList<>();
    for (int a = 0; a <= trips.home(); a++) {
      int[] near = trips.nearest(a);
      for (int i = 0; i < near.length; i++) if (a < near[i]) links.add(new Link(a, near[i], trips.nearestCosts(a)[i]));
    }
    links.sort(Comparator.comparingDouble(Link::cost).thenComparingInt(Link::a).thenComparingInt(Link::b));
    int[] mate = new int[2 * wanted + 2];
    Arrays.fill(mate, -1);
    DisjointSets sets = new DisjointSets(wanted + 1);
    for (Link link : links)
      if (mate[link.a] < 0 && mate[link.b] < 0 && sets.union(link.a / 2, link.b / 2)) {
        mate[link.a] = link.b;
        mate[link.b] = link.a;
      }
    int[] entries = new int[wanted + 1];
    boolean[] done = new boolean[wanted + 1];
    int at = trips.home();
    for (int i = 0; i < wanted; i++) {
      int next = mate[at];
      if (next < 0) {
        double best = Double.POSITIVE_INFINITY;
        for (int b = 0; b < 2 * wanted; b++)
          if (mate[b] < 0 && !done[b / 2]) {
            double d = trips.distance(at, b);
            if (d < best) { best = d; next = b; }
          }
      }
      done[next / 2] = true;
      entries[i] = next;
      at = next ^ 1;
    }
    entries[wanted] = trips.free();
    return entries;
  }
}
