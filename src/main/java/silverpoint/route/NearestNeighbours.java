package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * The nearest neighbours of every point of a set by straight distance. A grid of squares holds the
 * points, some two in each; around a point, rings of squares are looked through until none farther
 * out can hold a nearer point.
 */
final class NearestNeighbours {
  private static final double POINTS_PER_SQUARE = 2;

  private final List<Point> points;
  private final Box box;
  private final double squareMm;
  private final int columns;
  private final int rows;

  /** The points of square i are {@code order[starts[i]]} up to {@code order[starts[i + 1] - 1]}. */
  private final int[] starts;

  private final int[] order;

  NearestNeighbours(List<Point> points) {
    this.points = points;
    box = Box.around(points);
    double side = Math.max(box.width(), box.height());
    double perSide = Math.ceil(Math.sqrt(points.size() / POINTS_PER_SQUARE));
    squareMm = side > 0 ? side / perSide : 1;
    columns = 1 + (int) (box.width() / squareMm);
    rows = 1 + (int) (box.height() / squareMm);
    starts = new int[columns * rows + 1];
    points.forEach(point -> starts[square(point) + 1]++);
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    order = new int[points.size()];
    for (int i = 0; i < order.length; i++) {
      order[next[square(points.get(i))]++] = i;
    }
  }

  /**
   * For every point the indices of the {@code count} nearest others, the nearest first, or of all
   * others when there are fewer.
   */
  static List<int[]> of(List<Point> points, int count) {
    if (points.isEmpty()) {
      return List.of();
    }
    NearestNeighbours grid = new NearestNeighbours(points);
    int kept = Math.min(count, points.size() - 1);
    List<int[]> neighbours = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      neighbours.add(grid.nearest(i, kept));
    }
    return neighbours;
  }

  /** The indices of all others that are no farther from a point than that. */
  int[] within(int i, double reachMm) {
    Point centre = points.get(i);
    int left = column(centre.x() - reachMm);
    int right = column(centre.x() + reachMm);
    int bottom = row(centre.y() + reachMm);
    IntStream.Builder near = IntStream.builder();
    for (int y = row(centre.y() - reachMm); y <= bottom; y++) {
      for (int k = starts[y * columns + left]; k < starts[y * columns + right + 1]; k++) {
        if (order[k] != i && points.get(order[k]).distanceTo(centre) <= reachMm) {
          near.add(order[k]);
        }
      }
    }
    return near.build().toArray();
  }

  /** The indices of so many nearest others, the nearest first. */
  int[] nearest(int i, int kept) {
    int[] nearest = new int[kept];
    if (kept == 0) {
      return nearest;
    }
    double[] distances = new double[kept];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int column = column(points.get(i).x());
    int row = row(points.get(i).y());
    for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
      // what lies in this ring is at least so far away
      double leastMm = Math.max(0, ring - 1) * squareMm;
      if (distances[kept - 1] < leastMm * leastMm) {
        break;
      }
      for (int y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y++) {
        int step = Math.abs(y - row) == ring || ring == 0 ? 1 : 2 * ring;
        for (int x = column - ring; x <= column + ring; x += step) {
          if (x >= 0 && x < columns) {
            look(y * columns + x, i, nearest, distances);
          }
        }
      }
    }
    return nearest;
  }

  /** Takes in the points of a square that are nearer than those known. */
  private void look(int square, int i, int[] nearest, double[] distances) {
    for (int k = starts[square]; k < starts[square + 1]; k++) {
      int j = order[k];
      Point step = points.get(j).minus(points.get(i));
      double distance = step.dot(step);
      int slot = nearest.length - 1;
      if (j == i || !isNearer(distance, j, distances[slot], nearest[slot])) {
        continue;
      }
      while (slot > 0 && isNearer(distance, j, distances[slot - 1], nearest[slot - 1])) {
        distances[slot] = distances[slot - 1];
        nearest[slot] = nearest[slot - 1];
        slot--;
      }
      distances[slot] = distance;
      nearest[slot] = j;
    }
  }

  /** Of equally near ones the lower index comes first. */
  private static boolean isNearer(double distance, int index, double thanDistance, int thanIndex) {
    return distance < thanDistance || (distance == thanDistance && index < thanIndex);
  }

  private int square(Point point) {
    return row(point.y()) * columns + column(point.x());
  }

  private int column(double x) {
    return (int) Math.clamp((x - box.x()) / squareMm, 0, columns - 1.0);
  }

  private int row(double y) {
    return (int) Math.clamp((y - box.y()) / squareMm, 0, rows - 1.0);
  }
}
