package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * Looks for the cheapest line. It starts with a spanning tree of connectors, the matching that
 * mends the parity and the Euler trail over both; the order in which that draws the ink is a tour,
 * which {@link TourSearch} then makes cheaper against the whole cost. There every connector and
 * second pass is only one way among others from one piece of the line to the next, so that
 * connection, parity and turns are weighed together. The connectors of the tree show once, however
 * often the line runs over them; {@link ConnectorReuse} leaves out what it can do without.
 */
final class LineSearch {
  /** A connector that costs so many times its ink runs over open paper. */
  private static final double SHOWS = 3;

  private static final int NEAREST_CONNECTORS = 10;
  private static final int ROUNDS_PER_CHAIN = 10;

  private static final int LEAST_ROUNDS = 3_000;

  /** Bounds the time, not by a clock. */
  private static final int MOST_ROUNDS = 40_000;

  private final TravelCost cost;
  private final ChainGraph graph;

  /**
   * What the line must draw: the ink, and where travel shows the connectors, so that each shows
   * once.
   */
  private final List<Chain> wanted;

  private final HalfEdges halfEdges;
  private final Map<Chain, Integer> indices = new HashMap<>();

  LineSearch(StrokeNetwork strokes, List<Gap> gaps, TravelCost cost) {
    this.cost = cost;
    List<Connector> candidates = Connectors.of(strokes, gaps, cost);
    StrokeNetwork network =
        strokes.splitAt(
            candidates.stream()
                .flatMap(connector -> Stream.of(connector.from(), connector.to()))
                .toList());
    List<Chain> spanning = chains(Connectors.tree(strokes, candidates), network);
    graph = ChainGraph.of(network, spanning);
    wanted =
        graph.chains().stream()
            .filter(chain -> chain.ink() ? !isHome(chain) : shows(chain))
            .toList();
    List<Chain> hidden = spanning.stream().filter(connector -> !shows(connector)).toList();
    List<Chain> connectors = new ArrayList<>(chains(candidates, network));
    connectors.addAll(straight());
    halfEdges = new HalfEdges(network, wanted, hidden, connectors, cost);
    for (int c = 0; c < wanted.size(); c++) {
      indices.put(wanted.get(c), c);
    }
    List<Chain> others = new ArrayList<>(hidden);
    others.addAll(connectors);
    for (int h = 0; h < others.size(); h++) {
      indices.putIfAbsent(others.get(h), wanted.size() + 1 + h);
    }
  }

  /**
   * The cheapest line found; the same for the same seed.
   *
   * @param early strokes that should come in the first half of the ink
   * @param tolerance for that the line may cost so much more than the cheapest, 0.1 for a tenth
   */
  List<Step> cheapest(long seed, List<Polyline> early, double tolerance) {
    Walks walks = new Walks(halfEdges, cost);
    Tour tour = start(walks);
    SplittableRandom random = new SplittableRandom(seed);
    search(walks, tour, random);
    if (!early.isEmpty() && tolerance > 0) {
      tour = earlier(new FaceFirst(wanted, early), walks, tour, random, tolerance);
    }
    List<Step> line = new ArrayList<>();
    int at = walks.home();
    for (int next = tour.mate(at); next != walks.free(); next = tour.mate(at)) {
      line.addAll(walks.way(at, next));
      line.add(halfEdges.step(next));
      at = next ^ 1;
    }
    return ConnectorReuse.of(line, cost);
  }

  private boolean shows(Chain connector) {
    return cost.hides() && cost.of(connector) > SHOWS * cost.again(connector);
  }

  /** Makes a tour cheaper for as long as is worth it. */
  static void search(TourCosts costs, Tour tour, SplittableRandom random) {
    TourSearch search = new TourSearch(costs, tour);
    search.improve();
    search.perturb(random, Math.clamp(ROUNDS_PER_CHAIN * tour.size(), LEAST_ROUNDS, MOST_ROUNDS));
  }

  /** The cheapest tour that is early enough, or else the earliest, within the tolerance. */
  private Tour earlier(
      FaceFirst faceFirst, Walks walks, Tour cheapest, SplittableRandom random, double tolerance) {
    double least = new TourSearch(walks, cheapest).cost();
    double most = least + tolerance * (least + wanted.stream().mapToDouble(cost::again).sum());
    Comparator<Tour> better =
        Comparator.comparingDouble((Tour tour) -> faceFirst.lateness(tour, walks.home()))
            .thenComparingDouble(tour -> new TourSearch(walks, tour).cost());
    Tour best = cheapest;
    for (boolean[] first : faceFirst.parts()) {
      Tour tour = new Tour(cheapest.entriesFrom(walks.home()));
      walks.divide(first, most);
      search(walks, tour, random);
      walks.divide(first, 0);
      boolean within = new TourSearch(walks, tour).cost() <= most;
      best = within && better.compare(tour, best) < 0 ? tour : best;
    }
    return best;
  }

  private static List<Chain> chains(List<Connector> candidates, StrokeNetwork network) {
    List<Chain> chains = new ArrayList<>();
    for (Connector connector : candidates) {
      int from = network.nodeAt(connector.from().pointMm());
      int to = network.nodeAt(connector.to().pointMm());
      if (from != to) {
        chains.add(new Chain(from, to, new Polyline(connector.pathMm()), Chain.Kind.CONNECTOR));
      }
    }
    return chains;
  }

  private static Chain connector(StrokeNetwork network, int from, int to) {
    Polyline path = Polyline.of(network.pointMm(from), network.pointMm(to));
    return new Chain(from, to, path, Chain.Kind.CONNECTOR);
  }

  private boolean isHome(Chain chain) {
    return chain.from() == graph.network().home() && chain.lengthMm() == 0;
  }

  /** Straight connectors from every vertex to the nearest others. */
  private List<Chain> straight() {
    int[] degrees = graph.degrees();
    List<Integer> vertices = new ArrayList<>();
    for (int v = 0; v < degrees.length; v++) {
      if (degrees[v] > 0) {
        vertices.add(v);
      }
    }
    List<Point> pointsMm = vertices.stream().map(graph.network()::pointMm).toList();
    List<int[]> nearest = NearestNeighbours.of(pointsMm, NEAREST_CONNECTORS);
    Set<Long> known = new HashSet<>();
    List<Chain> straight = new ArrayList<>();
    for (int a = 0; a < nearest.size(); a++) {
      for (int b : nearest.get(a)) {
        if (known.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
          straight.add(connector(graph.network(), vertices.get(a), vertices.get(b)));
        }
      }
    }
    return straight;
  }

  /** The order of an Euler trail over the ink, the connectors, and what mends the parity. */
  private Tour start(Walks walks) {
    StrokeNetwork network = graph.network();
    ParityRepair repair = ParityRepair.of(graph, cost);
    List<Chain> passes = new ArrayList<>(graph.chains());
    passes.addAll(repair.passes());
    boolean[] drawn = new boolean[wanted.size()];
    int[] entries = new int[wanted.size() + 1];
    int count = 0;
    int at = walks.home();
    List<Integer> way = new ArrayList<>();
    boolean known = true;
    for (Step step :
        EulerTrail.over(passes, network.home(), repair.end(), network.nodeCount(), cost)) {
      if (isHome(step.chain())) {
        continue;
      }
      Integer chain = indices.get(step.chain());
      known &= chain != null;
      int halfEdge = 2 * (chain == null ? 0 : chain) + (step.backwards() ? 1 : 0);
      if (chain != null && chain < drawn.length && !drawn[chain]) {
        if (known) {
          walks.add(at, halfEdge, way.stream().mapToInt(i -> i).toArray());
        }
        drawn[chain] = true;
        entries[count++] = halfEdge;
        at = halfEdge ^ 1;
        way.clear();
        known = true;
      } else {
        way.add(halfEdge);
      }
    }
    entries[count] = walks.free();
    return new Tour(entries);
  }
}
