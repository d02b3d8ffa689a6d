package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The swings of one coordinate along a line. A swing counts only when it is larger than {@code
 * least}; smaller ones are noise on the way to the next turning point.
 */
final class Swings {
  private Swings() {}

  /**
   * The turning points between the counted swings, as indices in rising order; neither the first
   * nor the last point is one.
   */
  static List<Integer> turningPoints(double[] along, double least) {
    List<Integer> turns = new ArrayList<>();
    int low = 0;
    int high = 0;
    int sense = 0;
    for (int i = 1; i < along.length; i++) {
      high = along[i] > along[high] ? i : high;
      low = along[i] < along[low] ? i : low;
      if (sense <= 0 && along[i] - along[low] > least) {
        addTurn(turns, low);
        sense = 1;
        high = i;
      } else if (sense >= 0 && along[high] - along[i] > least) {
        addTurn(turns, high);
        sense = -1;
        low = i;
      }
    }
    return turns;
  }

  private static void addTurn(List<Integer> turns, int index) {
    if (index > 0) {
      turns.add(index);
    }
  }

  /**
   * The coordinate without its small swings: between two turning points it runs one way, halfway
   * between the highest so far and the lowest yet to come (the isotonic fit of least greatest
   * deviation, Barlow et al. 1972). It moves by no more than half of {@code least}; turning points
   * and both ends stay.
   */
  static double[] flattened(double[] along, double least) {
    double[] flat = along.clone();
    List<Integer> ends = new ArrayList<>(turningPoints(along, least));
    ends.add(farthest(along, ends.isEmpty() ? 0 : ends.getLast()));
    ends.add(along.length - 1);
    int from = 0;
    for (int to : ends) {
      boolean rising = along[to] >= along[from];
      if (Math.abs(along[to] - along[from]) > least) {
        flatten(along, flat, from, to, rising ? 1 : -1);
      } else {
        level(flat, from, to);
      }
      from = to;
    }
    return flat;
  }

  /** The point after {@code from} where the line is farthest from where it was there. */
  private static int farthest(double[] along, int from) {
    int farthest = from;
    for (int i = from; i < along.length; i++) {
      boolean farther = Math.abs(along[i] - along[from]) > Math.abs(along[farthest] - along[from]);
      farthest = farther ? i : farthest;
    }
    return farthest;
  }

  /** Before its first large swing and after its last the line has no sense. */
  private static void level(double[] flat, int from, int to) {
    double lowest = flat[from];
    double highest = flat[from];
    for (int i = from; i <= to; i++) {
      lowest = Math.min(lowest, flat[i]);
      highest = Math.max(highest, flat[i]);
    }
    Arrays.fill(flat, Math.min(from + 1, to), to, (lowest + highest) / 2);
  }

  private static void flatten(double[] along, double[] flat, int from, int to, int sense) {
    double floor = along[from];
    double ceiling = along[to];
    double soFar = floor;
    for (int i = from; i <= to; i++) {
      soFar = sense * along[i] > sense * soFar ? along[i] : soFar;
      flat[i] = sense * soFar > sense * ceiling ? ceiling : soFar;
    }
    double yetToCome = ceiling;
    for (int i = to; i >= from; i--) {
      yetToCome = sense * along[i] < sense * yetToCome ? along[i] : yetToCome;
      double bound = sense * yetToCome < sense * floor ? floor : yetToCome;
      flat[i] = (flat[i] + bound) / 2;
    }
  }
}
