package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.geometry.Point;

/** The nearest neighbours of every point of a set by straight distance, by direct comparison. */
final class NearestNeighbours {
  private NearestNeighbours() {}

  /**
   * For every point the indices of the {@code count} nearest others, the nearest first, or of all
   * others when there are fewer.
   */
  static List<int[]> of(List<Point> points, int count) {
    int kept = Math.min(count, points.size() - 1);
    List<int[]> neighbours = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      int[] nearest = new int[kept];
      double[] distances = new double[kept];
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
      for (int j = 0; j < points.size(); j++) {
        Point step = points.get(j).minus(points.get(i));
        double distance = step.dot(step);
        if (j == i || kept == 0 || distance >= distances[kept - 1]) {
          continue;
        }
        int slot = kept - 1;
        while (slot > 0 && distances[slot - 1] > distance) {
          distances[slot] = distances[slot - 1];
          nearest[slot] = nearest[slot - 1];
          slot--;
        }
        distances[slot] = distance;
        nearest[slot] = j;
      }
      neighbours.add(nearest);
    }
    return neighbours;
  }
}
