package silverpoint.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Polyline;
import silverpoint.route.EulerTrail.Step;
import silverpoint.route.TravelGraph.Trip;

/**
 * Replaces travel by cheaper travel: what the trail does between two pieces of new ink need not
 * follow the passes that made it an Euler trail (the shortcut of Christofides 1976). Travel after
 * the last new ink is dropped.
 */
final class Shortcuts {
  private static final double WORTH_IT = 1e-9;

  private final ChainGraph graph;
  private final TravelCost cost;
  private final TravelGraph travel;

  private Shortcuts(ChainGraph graph, TravelCost cost) {
    this.graph = graph;
    this.cost = cost;
    travel =
        new TravelGraph(graph.network().nodeCount(), graph.chains(), cost, TravelGraph.Charge.NONE);
  }

  static List<Step> through(List<Step> trail, ChainGraph graph, TravelCost cost) {
    Shortcuts shortcuts = new Shortcuts(graph, cost);
    List<Step> line = shortcuts.shortened(trail);
    // a new way over ink that is still to come makes travel of what was drawing
    while (shortcuts.priceOf(line) < shortcuts.priceOf(trail) - WORTH_IT) {
      trail = line;
      line = shortcuts.shortened(trail);
    }
    return line;
  }

  private List<Step> shortened(List<Step> trail) {
    Set<Chain> drawn = new HashSet<>();
    List<Step> line = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    for (Step step : trail) {
      if (!step.chain().ink() || drawn.contains(step.chain())) {
        run.add(step);
        continue;
      }
      List<Step> bridge = bridge(run);
      bridge.forEach(over -> drawn.add(over.chain()));
      drawn.add(step.chain());
      line.addAll(bridge);
      line.add(step);
      run.clear();
    }
    return line;
  }

  /** The cheapest travel from the start of {@code run} to its end. */
  private List<Step> bridge(List<Step> run) {
    if (run.size() < 2) {
      return List.copyOf(run);
    }
    int from = run.getFirst().from();
    int to = run.getLast().to();
    if (from == to) {
      return List.of();
    }
    Polyline straight = Polyline.of(graph.network().pointMm(from), graph.network().pointMm(to));
    List<Step> best = List.of(new Step(new Chain(from, to, straight, Chain.Kind.HOP), false));
    for (Trip trip : travel.cheapest(from, v -> v == to, 1)) {
      List<Step> around = steps(trip);
      best = priceOf(around) < priceOf(best) ? around : best;
    }
    return priceOf(best) < priceOf(run) - WORTH_IT ? best : List.copyOf(run);
  }

  private List<Step> steps(Trip trip) {
    List<Step> steps = new ArrayList<>();
    int at = trip.from();
    for (int index : trip.way()) {
      Chain chain = travel.chain(index);
      steps.add(new Step(chain, chain.from() != at));
      at = chain.other(at);
    }
    return steps;
  }

  private double priceOf(List<Step> steps) {
    return steps.stream().map(Step::chain).mapToDouble(cost::of).sum();
  }
}
