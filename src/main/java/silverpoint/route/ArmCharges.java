package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/**
 * What one more arm at a vertex of wrong parity costs in turns: after it, the arms there can be
 * paired, and the cheapest pairing tells the price. Of many arms only the new one's best partner is
 * looked for.
 */
final class ArmCharges {
  private static final int MANY = 5;

  private final TravelCost cost;
  private final List<List<Turn>> arms = new ArrayList<>();

  /**
   * @param vertexCount vertices of the graph
   * @param chains all that will be passed anyway
   * @param home where the line starts, which is one more arm there
   */
  ArmCharges(int vertexCount, List<Chain> chains, int home, TravelCost cost) {
    this.cost = cost;
    for (int v = 0; v < vertexCount; v++) {
      arms.add(new ArrayList<>(2));
    }
    for (Chain chain : chains) {
      arms.get(chain.from()).add(cost.leaving(chain.pathMm().points()));
      arms.get(chain.to()).add(cost.leaving(chain.pathMm().points().reversed()));
    }
    arms.get(home).add(Turn.NOWHERE);
  }

  /** The charge for leaving {@code vertex} over {@code chain} once more. */
  double of(int vertex, Chain chain) {
    List<Point> path = chain.pathMm().points();
    return with(vertex, cost.leaving(chain.from() == vertex ? path : path.reversed()));
  }

  /** The charge for ending the line at {@code vertex}. */
  double ofEnd(int vertex) {
    return with(vertex, Turn.NOWHERE);
  }

  private double with(int vertex, Turn arm) {
    List<Turn> others = arms.get(vertex);
    double best = others.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < others.size(); i++) {
      double turn = cost.ofTurn(arm, others.get(i));
      boolean few = others.size() < MANY;
      best = Math.min(best, few ? turn + paired(without(others, i)) : turn);
    }
    return best;
  }

  /** The cheapest pairing of at most two arms. */
  private double paired(List<Turn> rest) {
    return rest.size() == 2 ? cost.ofTurn(rest.getFirst(), rest.getLast()) : 0;
  }

  private static List<Turn> without(List<Turn> arms, int index) {
    List<Turn> rest = new ArrayList<>(arms);
    rest.remove(index);
    return rest;
  }
}
