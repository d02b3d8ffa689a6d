package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The graph that travel runs over, by its half-edges: chain c leaves the vertex at the start of its
 * path as half-edge 2c and the other one as half-edge 2c + 1. First come the chains that must be
 * drawn, whose half-edges are the ends in {@link TourCosts}; then one of no length that stands for
 * home, where no travel leads back to; then the connectors.
 */
final class HalfEdges {
  private final StrokeNetwork network;
  private final List<Chain> chains;
  private final int wanted;
  private final int atHand;
  private final int[] vertexOf;
  private final int[][] halfEdgesAt;
  private final Turn[] turns;
  private final double[] prices;

  /**
   * @param spanning connectors that hardly show and tie the wanted chains together
   * @param connectors all others
   */
  HalfEdges(
      StrokeNetwork network,
      List<Chain> wantedChains,
      List<Chain> spanning,
      List<Chain> connectors,
      TravelCost cost) {
    this.network = network;
    wanted = wantedChains.size();
    atHand = wanted + 1 + spanning.size();
    Point home = network.pointMm(network.home());
    chains = new ArrayList<>(wantedChains);
    chains.add(new Chain(network.home(), network.home(), Polyline.of(home, home), Chain.Kind.INK));
    chains.addAll(spanning);
    chains.addAll(connectors);
    vertexOf = new int[2 * chains.size()];
    turns = new Turn[2 * chains.size()];
    prices = new double[chains.size()];
    int[] degrees = new int[network.nodeCount()];
    for (int c = 0; c < prices.length; c++) {
      Chain chain = chains.get(c);
      List<Point> path = chain.pathMm().points();
      vertexOf[2 * c] = chain.from();
      vertexOf[2 * c + 1] = chain.to();
      turns[2 * c] = cost.leaving(path);
      turns[2 * c + 1] = cost.leaving(path.reversed());
      prices[c] = c < wanted ? cost.again(chain) : cost.of(chain);
      degrees[chain.from()] += c == wanted ? 0 : 1;
      degrees[chain.to()] += c == wanted ? 0 : 1;
    }
    halfEdgesAt = new int[network.nodeCount()][];
    Arrays.setAll(halfEdgesAt, v -> new int[degrees[v]]);
    for (int halfEdge = 0; halfEdge < vertexOf.length; halfEdge++) {
      if (halfEdge / 2 != wanted) {
        halfEdgesAt[vertexOf[halfEdge]][--degrees[vertexOf[halfEdge]]] = halfEdge;
      }
    }
  }

  int count() {
    return vertexOf.length;
  }

  /** The half-edge of home, after those of all wanted chains. */
  int home() {
    return 2 * wanted;
  }

  boolean isWanted(int halfEdge) {
    return halfEdge < 2 * wanted;
  }

  /** Whether it is of a chain that must be drawn, or of a connector that hardly shows. */
  boolean isAtHand(int halfEdge) {
    return halfEdge < 2 * atHand;
  }

  int vertex(int halfEdge) {
    return vertexOf[halfEdge];
  }

  Point pointMm(int halfEdge) {
    return network.pointMm(vertex(halfEdge));
  }

  int[] at(int vertex) {
    return halfEdgesAt[vertex];
  }

  Turn turn(int halfEdge) {
    return turns[halfEdge];
  }

  double price(int halfEdge) {
    return prices[halfEdge / 2];
  }

  /** The pass that begins with a half-edge. */
  Step step(int halfEdge) {
    return new Step(chains.get(halfEdge / 2), halfEdge % 2 == 1);
  }
}
