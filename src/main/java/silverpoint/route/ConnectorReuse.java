package silverpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Leaves out the connectors that the line can do without: a connector that is drawn already is as
 * good to travel over as ink, so that one way into the face is also the way out. The dearest one
 * goes first; in its place the line goes back over what it draws anyway, as long as that is
 * cheaper.
 */
final class ConnectorReuse {
  private record Arrival(Step step, double price) {}

  private record Entry(int vertex, double price) {}

  private final TravelCost cost;
  private final Map<Integer, List<Chain>> chainsAt = new HashMap<>();
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

  /** The cheapest way over what is drawn anyway (Dijkstra 1959), or none below a price. */
  private List<Step> detour(Step connector, double most) {
    int from = connector.from();
    int to = connector.to();
    Map<Integer, Arrival> arrivals = new HashMap<>();
    Set<Integer> settled = new HashSet<>();
    PriorityQueue<Entry> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Entry::price).thenComparingInt(Entry::vertex));
    queue.add(new Entry(from, 0));
    while (!queue.isEmpty()) {
      Entry entry = queue.remove();
      if (entry.price >= most) {
        return List.of();
      }
      if (entry.vertex == to) {
        return way(from, to, arrivals);
      }
      if (settled.add(entry.vertex)) {
        for (Chain chain : at(entry.vertex)) {
          int next = chain.other(entry.vertex);
          double price = entry.price + again(chain);
          Arrival known = arrivals.get(next);
          if (next != from
              && !chain.equals(connector.chain())
              && (known == null || price < known.price)) {
            arrivals.put(next, new Arrival(new Step(chain, chain.from() != entry.vertex), price));
            queue.add(new Entry(next, price));
          }
        }
      }
    }
    return List.of();
  }

  private static List<Step> way(int from, int to, Map<Integer, Arrival> arrivals) {
    List<Step> way = new ArrayList<>();
    for (int at = to; at != from; at = way.getLast().from()) {
      way.add(Objects.requireNonNull(arrivals.get(at)).step);
    }
    return way.reversed();
  }

  /** The same pass; hops between the same two points are the same chain in both directions. */
  private static Step canonical(Step step) {
    Chain chain = step.chain();
    if (chain.ink() || chain.from() <= chain.to()) {
      return step;
    }
    Chain turned = new Chain(chain.to(), chain.from(), chain.pathMm().reversed(), chain.kind());
    return new Step(turned, !step.backwards());
  }
}
