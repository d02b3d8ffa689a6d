package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import silverpoint.geometry.Polyline;
import silverpoint.route.EulerTrail.Step;

/**
 * Looks for the cheapest line. The ties start as a spanning tree; a hop that mends the parity may
 * tie components too, so ties on a circle through it are dropped, the dearest first, and the parity
 * is mended anew as long as the line gets cheaper (the drop step of Hertz, Laporte and Nanchen
 * 1999). All of it is tried again at costs that are a little wrong, since the cheapest tree need
 * not make the cheapest line (the noising method of Charon and Hudry 1993).
 */
final class LineSearch {
  private static final int TRIALS = 4;

  /** Odd vertices that are looked at in all trials together; bounds the time, not by a clock. */
  private static final int WORK = 300;

  private static final int DROPS = 3;
  private static final double NOISE = 0.15;

  private final StrokeNetwork strokes;
  private final TravelCost exact;

  private record Line(StrokeNetwork network, List<Step> steps, List<Chain> hops, double cost) {}

  LineSearch(StrokeNetwork strokes, TravelCost exact) {
    this.strokes = strokes;
    this.exact = exact;
  }

  /** The cheapest line found; the same for the same seed. */
  List<Step> cheapest(long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    Line best = tied(exact);
    int trials = Math.min(TRIALS, WORK / (1 + oddVertices()));
    for (int trial = 1; trial < trials; trial++) {
      Line line = tied(exact.with(new Noise(seeds.nextLong(), NOISE)));
      best = line.cost < best.cost ? line : best;
    }
    if (exact.byLength()) {
      return shorter(best.steps, Reordering.ofGreedy(best.steps, best.network));
    }
    return best.steps;
  }

  private int oddVertices() {
    int odd = 0;
    for (int degree : strokes.degrees()) {
      odd += degree % 2;
    }
    return odd;
  }

  private Line tied(TravelCost cost) {
    List<Gap> gaps = GapTree.of(strokes, cost::of, cost::atLeast);
    StrokeNetwork network =
        strokes.splitAt(gaps.stream().flatMap(gap -> Stream.of(gap.from(), gap.to())).toList());
    List<Chain> ties = new ArrayList<>();
    for (Gap gap : gaps) {
      int from = network.nodeAt(gap.from().pointMm());
      int to = network.nodeAt(gap.to().pointMm());
      if (from != to) {
        ties.add(tie(network, from, to));
      }
    }
    Line best = line(network, ties, cost);
    // hidden hops stay beside ink of one component
    int drops = exact.byLength() ? DROPS : 0;
    for (int drop = 0; drop < drops; drop++) {
      List<Chain> needed = needed(network, ties, best.hops, cost);
      if (needed.equals(ties)) {
        break;
      }
      Line line = line(network, needed, cost);
      if (line.cost >= best.cost) {
        break;
      }
      ties = needed;
      best = line;
    }
    return best;
  }

  /** The hops that tie components, and of the ties those that the hops leave needed. */
  private static List<Chain> needed(
      StrokeNetwork network, List<Chain> ties, List<Chain> hops, TravelCost cost) {
    DisjointSets tied = new DisjointSets(network.nodeCount());
    network.segments().forEach(segment -> tied.union(segment.from(), segment.to()));
    List<Chain> tying = hops.stream().filter(hop -> tied.union(hop.from(), hop.to())).toList();
    List<Chain> stillNeeded =
        ties.stream()
            .sorted(Comparator.comparingDouble((Chain tie) -> cost.of(tie)))
            .filter(tie -> tied.union(tie.from(), tie.to()))
            .toList();
    List<Chain> needed = new ArrayList<>(ties);
    needed.retainAll(stillNeeded);
    tying.forEach(hop -> needed.add(tie(network, hop.from(), hop.to())));
    return needed;
  }

  private static Chain tie(StrokeNetwork network, int from, int to) {
    Polyline hop = Polyline.of(network.pointMm(from), network.pointMm(to));
    return new Chain(from, to, hop, Chain.Kind.TIE);
  }

  private Line line(StrokeNetwork network, List<Chain> ties, TravelCost cost) {
    ChainGraph graph = ChainGraph.of(network, ties);
    ParityRepair repair = ParityRepair.of(graph, cost);
    List<Chain> passes = new ArrayList<>(graph.chains());
    passes.addAll(repair.passes());
    List<Step> trail =
        EulerTrail.over(passes, network.home(), repair.end(), network.nodeCount(), cost);
    List<Step> steps = reordered(Shortcuts.through(trail, graph, cost), network);
    List<Chain> hops =
        repair.passes().stream().filter(pass -> pass.kind() == Chain.Kind.HOP).toList();
    return new Line(network, steps, hops, exact.of(steps));
  }

  /** Hidden travel goes over ink, which depends on the order; straight travel can be reordered. */
  private List<Step> reordered(List<Step> steps, StrokeNetwork network) {
    if (!exact.byLength()) {
      return steps;
    }
    return shorter(steps, Reordering.of(steps, network));
  }

  private List<Step> shorter(List<Step> one, List<Step> other) {
    return exact.of(other) < exact.of(one) ? other : one;
  }
}
