package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

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

  /**
   * The shortest line over whole pieces in any order and direction, by the set of pieces drawn so
   * far and the end reached (Held and Karp 1962).
   */
  static double lineMm(List<Polyline> pieces, Point home) {
    int count = pieces.size();
    List<Polyline> ways = new ArrayList<>(pieces);
    pieces.forEach(piece -> ways.add(piece.reversed()));
    double[][] best = new double[1 << count][2 * count];
    for (double[] row : best) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int w = 0; w < 2 * count; w++) {
      Polyline way = ways.get(w);
      best[1 << w % count][w] = home.distanceTo(way.start()) + way.length();
    }
    for (int set = 1; set < best.length; set++) {
      for (int last = 0; last < 2 * count; last++) {
        for (int w = 0; w < 2 * count && best[set][last] < Double.POSITIVE_INFINITY; w++) {
          if ((set >> w % count & 1) == 0) {
            Polyline way = ways.get(w);
            int next = set | 1 << w % count;
            double mm =
                best[set][last] + ways.get(last).end().distanceTo(way.start()) + way.length();
            best[next][w] = Math.min(best[next][w], mm);
          }
        }
      }
    }
    return Arrays.stream(best[best.length - 1]).min().orElse(0);
  }
}
