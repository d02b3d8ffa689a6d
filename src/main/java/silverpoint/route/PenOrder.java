package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The order and direction in which a machine that lifts its pen draws strokes, for the shortest way
 * with the pen up. It begins with the nearest end each time; {@link TourSearch} makes that shorter.
 *
 * @param strokesMm in drawing order, each in its direction
 * @param travelMm how far the lifted pen goes from its start to the last stroke
 */
public record PenOrder(List<Polyline> strokesMm, double travelMm) {
  private static final int NEAREST_ENDS = 10;

  public PenOrder {
    strokesMm = List.copyOf(strokesMm);
  }

  /** Strokes as they come. */
  public static PenOrder asGiven(List<Polyline> strokesMm, Point startMm) {
    double travelMm = 0;
    Point at = startMm;
    for (Polyline stroke : strokesMm) {
      travelMm += at.distanceTo(stroke.start());
      at = stroke.end();
    }
    return new PenOrder(strokesMm, travelMm);
  }

  /**
   * The shortest order found; the same for the same strokes.
   *
   * @param startMm where the pen waits
   */
  public static PenOrder of(List<Polyline> strokesMm, Point startMm) {
    if (strokesMm.isEmpty()) {
      return asGiven(strokesMm, startMm);
    }
    PenTravel travel = new PenTravel(strokesMm, startMm);
    Tour tour = new Tour(travel.nearestFirst());
    LineSearch.search(travel, tour, new SplittableRandom(1));
    List<Polyline> ordered = new ArrayList<>();
    for (int entry : tour.entriesFrom(travel.home())) {
      if (entry != travel.free()) {
        Polyline stroke = strokesMm.get(entry / 2);
        ordered.add(entry % 2 == 0 ? stroke : stroke.reversed());
      }
    }
    return asGiven(ordered, startMm);
  }

  /** Straight ways between the ends of strokes. */
  private static final class PenTravel implements TourCosts {
    private final List<Point> endsMm = new ArrayList<>();
    private final int[][] nearest;
    private final double[][] costs;

    PenTravel(List<Polyline> strokesMm, Point startMm) {
      for (Polyline stroke : strokesMm) {
        endsMm.add(stroke.start());
        endsMm.add(stroke.end());
      }
      endsMm.add(startMm);
      nearest = new int[free() + 1][];
      costs = new double[free() + 1][];
      List<int[]> near = NearestNeighbours.of(endsMm, NEAREST_ENDS);
      for (int end = 0; end <= home(); end++) {
        int from = end;
        nearest[end] = near.get(end);
        costs[end] = Arrays.stream(nearest[end]).mapToDouble(to -> cost(from, to)).toArray();
      }
      nearest[free()] = new int[0];
      costs[free()] = new double[0];
    }

    @Override
    public int home() {
      return endsMm.size() - 1;
    }

    @Override
    public int free() {
      return endsMm.size();
    }

    @Override
    public int[] nearest(int end) {
      return nearest[end];
    }

    @Override
    public double[] nearestCosts(int end) {
      return costs[end];
    }

    @Override
    public double cost(int a, int b) {
      return a == free() || b == free() ? 0 : endsMm.get(a).distanceTo(endsMm.get(b));
    }

    /**
     * The ends at which strokes are begun when the next is always the nearest, and the free end.
     */
    int[] nearestFirst() {
      int[] entries = new int[home() / 2 + 1];
      boolean[] drawn = new boolean[home() / 2];
      int at = home();
      for (int i = 0; i < drawn.length; i++) {
        int next = -1;
        for (int end = 0; end < home(); end++) {
          if (!drawn[end / 2] && (next < 0 || cost(at, end) < cost(at, next))) {
            next = end;
          }
        }
        drawn[next / 2] = true;
        entries[i] = next;
        at = next ^ 1;
      }
      entries[drawn.length] = free();
      return entries;
    }
  }
}
