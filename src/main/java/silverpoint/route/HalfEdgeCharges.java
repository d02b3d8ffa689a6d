package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/**
 * What one more half-edge at a vertex of wrong parity costs in turns: after it, the half-edges
 * there can be paired, and the cheapest pairing tells the price. Of many half-edges only the new
 * one's best partner is looked for.
 */
final class HalfEdgeCharges {
  private static final int MANY = 5;

  private final TravelCost cost;
  private final List<List<Turn>> halfEdges = new ArrayList<>();

  /**
   * @param vertexCount vertices of the graph
   * @param chains all that will be passed anyway
   * @param home where the line starts, which is one more half-edge there
   */
  HalfEdgeCharges(int vertexCount, List<Chain> chains, int home, TravelCost cost) {
    this.cost = cost;
    for (int v = 0; v < vertexCount; v++) {
      halfEdges.add(new ArrayList<>(2));
    }
    for (Chain chain : chains) {
      halfEdges.get(chain.from()).add(cost.leaving(chain.pathMm().points()));
      halfEdges.get(chain.to()).add(cost.leaving(chain.pathMm().points().reversed()));
    }
    halfEdges.get(home).add(Turn.NOWHERE);
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

  private double with(int vertex, Turn halfEdge) {
    List<Turn> others = halfEdges.get(vertex);
    double best = others.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < others.size(); i++) {
      double turn = cost.ofTurn(halfEdge, others.get(i));
      boolean few = others.size() < MANY;
      best = Math.min(best, few ? turn + paired(without(others, i)) : turn);
    }
    return best;
  }

  /** The cheapest pairing of at most two half-edges. */
  private double paired(List<Turn> rest) {
    return rest.size() == 2 ? cost.ofTurn(rest.getFirst(), rest.getLast()) : 0;
  }

  private static List<Turn> without(List<Turn> halfEdges, int index) {
    List<Turn> rest = new ArrayList<>(halfEdges);
    rest.remove(index);
    return rest;
  }
}
