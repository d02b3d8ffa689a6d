package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.PerfectMatching.Pair;

/**
 * A length that no continuous line from home through all strokes can undercut: the ink, plus the
 * greater of two needs for more. Cut the line where it leaves the strokes; the rest of it is the
 * extra line.
 *
 * <ul>
 *   <li>Parity: a line has an odd number of half-edges only at its two ends, so extra line must end
 *       at every vertex where the strokes alone have it wrong. It can be taken apart into paths
 *       between such vertices, each at least as long as straight, of which the one at the free end
 *       is not counted: at least a minimum perfect matching at straight distance with one partner
 *       for nothing.
 *   <li>Connection: following the line, extra pieces lead from component to component and tie all
 *       of them to home, each at least as long as the gap: at least their minimum spanning tree.
 * </ul>
 *
 * Strokes count once where they share whole segments; they must not overlap in other ways.
 */
final class LowerBound {
  private static final int NEIGHBOURS = 8;

  private LowerBound() {}

  static double mm(StrokeNetwork network, List<Gap> gaps) {
    double connectionMm = gaps.stream().mapToDouble(Gap::lengthMm).sum();
    return network.inkMm() + Math.max(parityMm(network), connectionMm);
  }

  /**
   * The matching starts from near pairs and takes in those that its dual solution asks for, until
   * it is proven to be the minimum over all pairs (price and repair, Applegate and Cook 1993). With
   * too many for a proof a simpler solution of the same dual problem is the bound.
   */
  private static double parityMm(StrokeNetwork network) {
    List<Point> oddMm = new ArrayList<>();
    int[] degrees = network.degrees();
    for (int node = 0; node < degrees.length; node++) {
      boolean odd = degrees[node] % 2 == 1;
      if (odd != (node == network.home())) {
        oddMm.add(network.pointMm(node));
      }
    }
    int free = oddMm.size();
    List<Pair> pairs = new ArrayList<>();
    List<int[]> neighbours = NearestNeighbours.of(oddMm, NEIGHBOURS);
    NearestNeighbours near = new NearestNeighbours(oddMm);
    PerfectMatching.CostOfPair costs = (a, b) -> oddMm.get(a).distanceTo(oddMm.get(b));
    // the free end's pairs are all among them
    PerfectMatching.Within within = (a, mostMm) -> a == free ? new int[0] : near.within(a, mostMm);
    for (int a = 0; a < free; a++) {
      pairs.add(new Pair(a, free, 0));
      for (int b : neighbours.get(a)) {
        pairs.add(new Pair(a, b, costs.of(a, b)));
      }
      // these alone are a perfect matching
      if (a % 2 == 1) {
        pairs.add(new Pair(a - 1, a, costs.of(a - 1, a)));
      }
    }
    PerfectMatching matching = PerfectMatching.ofLeastCost(free + 1, pairs);
    while (matching.isProven()) {
      List<Pair> missing = matching.improving(costs, within);
      if (missing.isEmpty()) {
        return matching.cost();
      }
      pairs.addAll(missing);
      matching = PerfectMatching.ofLeastCost(free + 1, pairs);
    }
    return halfWaysMm(oddMm, neighbours);
  }

  /** Half the way to the nearest other vertex for each of them but the one that is farthest off. */
  static double halfWaysMm(List<Point> pointsMm, List<int[]> neighbours) {
    double sumMm = 0;
    double farthestMm = 0;
    for (int a = 0; a < pointsMm.size(); a++) {
      double halfMm = pointsMm.get(a).distanceTo(pointsMm.get(neighbours.get(a)[0])) / 2;
      sumMm += halfMm;
      farthestMm = Math.max(farthestMm, halfMm);
    }
    return sumMm - farthestMm;
  }
}
