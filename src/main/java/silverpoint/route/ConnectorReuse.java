package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out the connectors that the line can do without: a connector that is drawn already is as
 * good to travel over as ink, so that one way into the face is also the way out. The dearest one
 * goes first; in its place the line goes back over what it draws anyway, as long as that is
 * cheaper.
 */
final class ConnectorReuse {
  private final TravelCost cost;
  private final Map<Integer, List<Chain>> chainsAt = new HashMap<>();
  private final Dijkstra reached;
  private final Step[] arrivals;
  private final Map<Chain, Integer> passes = new LinkedHashMap<>();
  private final List<List<Step>> line = new ArrayList<>();

  private ConnectorReuse(List<Step> steps, TravelCost cost) {
    this.cost = cost;
    Set<Chain> known = new HashSet<>();
    for (Step step : steps) {
      Step forward = canonical(step);
      line.add(List.of(forward));
      passes.merge(forward.chain(), 1, Integer::sum);
      if (known.add(forward.chain())) {
        at(forward.from()).add(forward.chain());
        at(forward.to()).add(forward.chain());
      }
    }
    int vertices = 1 + chainsAt.keySet().stream().mapToInt(v -> v).max().orElse(-1);
    reached = new Dijkstra(vertices);
    arrivals = new Step[vertices];
  }

  private List<Chain> at(int vertex) {
    return chainsAt.computeIfAbsent(vertex, v -> new ArrayList<>());
  }

  /** The same line with fewer connectors; it draws the same ink. */
  static List<Step> of(List<Step> line, TravelCost cost) {
    return new ConnectorReuse(line, cost).fewer();
  }

  private List<Step> fewer() {
    List<Integer> connectors = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (!line.get(i).getFirst().chain().ink()) {
        connectors.add(i);
      }
    }
    connectors.sort(
        Comparator.comparingDouble((Integer i) -> -cost.of(line.get(i).getFirst().chain())));
    for (int i : connectors) {
      leaveOut(i);
    }
    return line.stream().flatMap(List::stream).toList();
  }

  private void leaveOut(int i) {
    Step connector = line.get(i).getFirst();
    if (passes.getOrDefault(connector.chain(), 0) > 1) {
      return;
    }
    double most = cost.of(connector.chain());
    List<Step> detour = detour(connector, most);
    if (!detour.isEmpty()
        && price(i, detour) < price(i, List.of(connector)) + most - again(connector.chain())) {
      passes.remove(connector.chain());
      at(connector.from()).remove(connector.chain());
      at(connector.to()).remove(connector.chain());
      detour.forEach(step -> passes.merge(step.chain(), 1, Integer::sum));
      line.set(i, detour);
    }
  }

  /** With the turns at both ends, all of it as if it were drawn. */
  private double price(int i, List<Step> way) {
    List<Step> steps = new ArrayList<>(way);
    if (i > 0 && !line.get(i - 1).isEmpty()) {
      steps.addFirst(line.get(i - 1).getLast());
    }
    if (i + 1 < line.size()) {
      steps.addLast(line.get(i + 1).getFirst());
    }
    double sum = 0;
    Turn in = Turn.NOWHERE;
    for (Step step : steps) {
      sum += cost.ofTurn(in, cost.leaving(step.pathMm())) + again(step.chain());
      in = cost.leaving(step.pathMm().reversed()).after(in);
    }
    return sum;
  }

  private double again(Chain chain) {
    return cost.again(chain);
  }

  /** The cheapest way over what is drawn anyway, or none below a price. */
  private List<Step> detour(Step connector, double most) {
    int from = connector.from();
    int to = connector.to();
    reached.restart();
    reached.reach(from, 0, Dijkstra.NONE);
    for (int v = reached.next(); v != Dijkstra.NONE; v = reached.next()) {
      if (reached.price(v) >= most) {
        return List.of();
      }
      if (v == to) {
        return way(from, to);
      }
      for (Chain chain : at(v)) {
        int next = chain.other(v);
        if (!chain.equals(connector.chain())
            && reached.reach(next, reached.price(v) + again(chain), v)) {
          arrivals[next] = new Step(chain, chain.from() != v);
        }
      }
    }
    return List.of();
  }

  private List<Step> way(int from, int to) {
    List<Step> way = new ArrayList<>();
    for (int at = to; at != from; at = reached.before(at)) {
      way.add(arrivals[at]);
    }
    return way.reversed();
  }

  /**
   * The same pass; connectors between the same two points are the same chain in both directions.
   */
  private static Step canonical(Step step) {
    Chain chain = step.chain();
    if (chain.ink() || chain.from() <= chain.to()) {
      return step;
    }
    Chain turned = new Chain(chain.to(), chain.from(), chain.pathMm().reversed(), chain.kind());
    return new Step(turned, !step.backwards());
  }
}
