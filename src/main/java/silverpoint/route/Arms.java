package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The graph that travel runs over, by its arms: chain c leaves the vertex at the start of its path
 * as arm 2c and the other one as arm 2c + 1. First come the chains that must be drawn, whose arms
 * are the ends in {@link Trips}; then one of no length that stands for home, where no travel leads
 * back to; then the hops.
 */
final class Arms {
  private final StrokeNetwork network;
  private final List<Chain> chains;
  private final int wanted;
  private final int tied;
  private final int[] vertexOf;
  private final int[][] armsAt;
  private final Turn[] turns;
  private final double[] prices;

  /**
   * @param ties connectors that hardly show and tie the wanted chains together
   * @param hops all others
   */
  Arms(
      StrokeNetwork network,
      List<Chain> wantedChains,
      List<Chain> ties,
      List<Chain> hops,
      TravelCost cost) {
    this.network = network;
    wanted = wantedChains.size();
    tied = wanted + 1 + ties.size();
    Point home = network.pointMm(network.home());
    chains = new ArrayList<>(wantedChains);
    chains.add(new Chain(network.home(), network.home(), Polyline.of(home, home), Chain.Kind.INK));
    chains.addAll(ties);
    chains.addAll(hops);
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
    armsAt = new int[network.nodeCount()][];
    Arrays.setAll(armsAt, v -> new int[degrees[v]]);
    for (int arm = 0; arm < vertexOf.length; arm++) {
      if (arm / 2 != wanted) {
        armsAt[vertexOf[arm]][--degrees[vertexOf[arm]]] = arm;
      }
    }
  }

  int count() {
    return vertexOf.length;
  }

  /** The arm of home, after those of all wanted chains. */
  int home() {
    return 2 * wanted;
  }

  boolean isWanted(int arm) {
    return arm < 2 * wanted;
  }

  /** Whether it is of a chain that must be drawn, or of a tie that hardly shows. */
  boolean isAtHand(int arm) {
    return arm < 2 * tied;
  }

  int vertex(int arm) {
    return vertexOf[arm];
  }

  Point pointMm(int arm) {
    return network.pointMm(vertex(arm));
  }

  int[] at(int vertex) {
    return armsAt[vertex];
  }

  Turn turn(int arm) {
    return turns[arm];
  }

  double price(int arm) {
    return prices[arm / 2];
  }

  /** The pass that begins with an arm. */
  Step step(int arm) {
    return new Step(chains.get(arm / 2), arm % 2 == 1);
  }
}
