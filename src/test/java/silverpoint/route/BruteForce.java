package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

/** Optima of tiny problems by trying everything. */
final class BruteForce {
  private BruteForce() {}

  /** The cost of the cheapest perfect matching, by the set of vertices matched so far. */
  static double matching(double[][] costs) {
    int size = costs.length;
    double[] best = new double[1 << size];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int set = 0; set < best.length - 1; set++) {
      int a = Integer.numberOfTrailingZeros(~set);
      for (int b = a + 1; b < size; b++) {
        if ((set >> b & 1) == 0) {
          int next = set | 1 << a | 1 << b;
          best[next] = Math.min(best[next], best[set] + costs[a][b]);
        }
      }
    }
    return best[best.length - 1];
  }

  /** The shortest line over whole pieces in any order and direction. */
  static double lineMm(List<Polyline> pieces, Point at) {
    if (pieces.isEmpty()) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pieces.size(); i++) {
      List<Polyline> others = new ArrayList<>(pieces);
      Polyline piece = others.remove(i);
      for (Polyline way : List.of(piece, piece.reversed())) {
        double first = at.distanceTo(way.start()) + way.length();
        best = Math.min(best, first + lineMm(others, way.end()));
      }
    }
    return best;
  }
}
