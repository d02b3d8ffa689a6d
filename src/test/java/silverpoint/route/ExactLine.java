package silverpoint.route;

import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The cheapest line over whole strokes with straight connectors in any order and direction, turns
 * included, by the set of strokes drawn so far and the half-edge that the line came out of (Held
 * and Karp 1962): an exact solution of the open rural postman problem for up to about 12 strokes.
 */
final class ExactLine {
  private final Polyline[] strokes;
  private final Point home;
  private final TravelCost cost;
  private final Turn[] leaving;

  private ExactLine(List<Polyline> strokes, Point home, TravelCost cost) {
    this.strokes = strokes.toArray(Polyline[]::new);
    this.home = home;
    this.cost = cost;
    leaving = new Turn[2 * this.strokes.length];
    for (int end = 0; end < leaving.length; end++) {
      leaving[end] = cost.leaving(path(end));
    }
  }

  /** What the cheapest line costs, the ink included. */
  static double cost(List<Polyline> strokes, Point home, TravelCost cost) {
    return new ExactLine(strokes, home, cost).cheapest();
  }

  private double cheapest() {
    int ends = leaving.length;
    double inkS = 0;
    for (Polyline stroke : strokes) {
      inkS += cost.of(new Chain(0, 1, stroke, Chain.Kind.INK));
    }
    double[][] links = new double[ends][ends];
    double[][] best = new double[1 << strokes.length][ends];
    for (double[] row : best) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int entry = 0; entry < ends; entry++) {
      for (int exit = 0; exit < ends; exit++) {
        links[exit][entry] = link(point(exit), leaving[exit], entry);
      }
      best[1 << entry / 2][entry ^ 1] = link(home, Turn.NOWHERE, entry);
    }
    for (int set = 1; set < best.length; set++) {
      for (int exit = 0; exit < ends; exit++) {
        for (int entry = 0; entry < ends && best[set][exit] < Double.POSITIVE_INFINITY; entry++) {
          if ((set >> entry / 2 & 1) == 0) {
            double[] next = best[set | 1 << entry / 2];
            next[entry ^ 1] = Math.min(next[entry ^ 1], best[set][exit] + links[exit][entry]);
          }
        }
      }
    }
    return inkS + Arrays.stream(best[best.length - 1]).min().orElse(0);
  }

  private double link(Point from, Turn in, int entry) {
    return cost.ofLink(in, from, point(entry), leaving[entry]);
  }

  private List<Point> path(int end) {
    List<Point> points = strokes[end / 2].points();
    return end % 2 == 0 ? points : points.reversed();
  }

  private Point point(int end) {
    return path(end).getFirst();
  }
}
