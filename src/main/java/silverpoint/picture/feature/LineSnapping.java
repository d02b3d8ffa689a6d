package silverpoint.picture.feature;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;

/**
 * Moves a guide line sideways onto the ink beside it: of all smooth ways the one with the most ink,
 * by dynamic programming (Amini, Weymouth and Jain 1990). Where there is no ink the guide stays.
 *
 * @param reachPx the farthest that a point is moved
 */
public record LineSnapping(GrayImage ink, double reachPx) {
  private static final double SPACING_PX = 1;
  private static final double STEP_PX = 0.5;

  /** What moving to the end of the reach costs, in ink. */
  private static final double DISTANCE_COST = 0.25;

  /** What a change of the sideways move by a step costs from point to point. */
  private static final double BEND_COST = 0.12;

  public Polyline snap(Polyline guide) {
    List<Point> points = guide.resampled(SPACING_PX);
    int offsets = 2 * (int) Math.round(reachPx / STEP_PX) + 1;
    int n = points.size();
    double[][] cost = new double[n][offsets];
    int[][] from = new int[n][offsets];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < offsets; k++) {
        cost[i][k] = own(points, i, k, offsets) + cheapestWay(cost, from, i, k);
      }
    }
    int best = 0;
    for (int k = 1; k < offsets; k++) {
      best = cost[n - 1][k] < cost[n - 1][best] ? k : best;
    }
    List<Point> snapped = new ArrayList<>(points);
    for (int i = n - 1; i >= 0; i--) {
      snapped.set(i, moved(points, i, best, offsets));
      best = from[i][best];
    }
    return new Polyline(snapped);
  }

  private double own(List<Point> points, int i, int k, int offsets) {
    double off = offsets == 1 ? 0 : Math.abs(2.0 * k / (offsets - 1) - 1);
    return DISTANCE_COST * off - ink.sample(moved(points, i, k, offsets));
  }

  private static double cheapestWay(double[][] cost, int[][] from, int i, int k) {
    if (i == 0) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int before = 0; before < cost[i].length; before++) {
      double way = cost[i - 1][before] + BEND_COST * (k - before) * (k - before);
      if (way < least) {
        least = way;
        from[i][k] = before;
      }
    }
    return least;
  }

  private static Point moved(List<Point> points, int i, int k, int offsets) {
    Point along =
        points.get(Math.min(i + 1, points.size() - 1)).minus(points.get(Math.max(i - 1, 0)));
    double length = along.norm();
    double offPx = (k - (offsets - 1) / 2) * STEP_PX;
    return length == 0
        ? points.get(i)
        : points.get(i).plus(new Point(-along.y(), along.x()).times(offPx / length));
  }
}
