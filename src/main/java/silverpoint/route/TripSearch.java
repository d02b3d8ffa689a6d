package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * The cheapest ways from an end to the ends around it: Dijkstra's algorithm (1959) on arms instead
 * of vertices, so that every turn on the way has its price. Two hops never follow each other.
 */
final class TripSearch {
  private static final int NEAREST = 9;
  private static final int NONE = -1;

  private record Label(double cost, int arm) {}

  /** The cheapest ways from an end to all others that run over what is drawn anyway. */
  static final class Row {
    private final double[] costs;
    private final int[] last;
    private final int[] before;

    private Row(double[] costs, int[] last, int[] before) {
      this.costs = costs;
      this.last = last;
      this.before = before;
    }

    double cost(int to) {
      return costs[to];
    }

    int[] way(int to) {
      List<Integer> way = new ArrayList<>();
      for (int arm = last[to]; arm != NONE; arm = before[arm]) {
        way.add(arm);
      }
      return way.reversed().stream().mapToInt(arm -> arm).toArray();
    }
  }

  private final Arms arms;
  private final TravelCost cost;

  /** Cost of having followed an arm, and the arm before it. */
  private final double[] followed;

  private final int[] before;

  /** Cost of going on at an end, and the last arm on the way to it. */
  private final double[] reached;

  private final int[] last;
  private final List<Integer> touched = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final PriorityQueue<Label> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Label::cost).thenComparingInt(Label::arm));

  TripSearch(Arms arms, TravelCost cost) {
    this.arms = arms;
    this.cost = cost;
    followed = new double[arms.count()];
    before = new int[arms.count()];
    reached = new double[arms.home()];
    last = new int[arms.home()];
    Arrays.fill(followed, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, Double.POSITIVE_INFINITY);
  }

  /** The ways to the nearest ends, and to some more that are found on the way. */
  List<Trips.Trip> from(int end) {
    search(end, NEAREST, arm -> true);
    double bound = cost(NEAREST);
    return ends.stream().filter(to -> reached[to] <= bound).map(this::trip).toList();
  }

  /** The ways to all ends over what is drawn anyway. */
  Row overDrawn(int end) {
    search(end, Integer.MAX_VALUE, arms::isAtHand);
    return new Row(reached.clone(), last.clone(), before.clone());
  }

  private void search(int end, int wantedEnds, IntPredicate passable) {
    touched.forEach(arm -> followed[arm] = Double.POSITIVE_INFINITY);
    ends.forEach(known -> reached[known] = Double.POSITIVE_INFINITY);
    touched.clear();
    ends.clear();
    queue.clear();
    goOn(end, end, 0, NONE, passable);
    double enough = Double.POSITIVE_INFINITY;
    while (!queue.isEmpty()) {
      Label label = queue.remove();
      if (label.cost > enough) {
        break;
      }
      if (label.cost == followed[label.arm]) {
        goOn(end, label.arm ^ 1, label.cost, label.arm, passable);
        enough = cost(wantedEnds);
      }
    }
  }

  /** Goes on from the vertex of the arm {@code in}, over which the way has come there. */
  private void goOn(int start, int in, double soFar, int way, IntPredicate passable) {
    boolean afterHop = way != NONE && !arms.isWanted(way);
    for (int arm : arms.at(arms.vertex(in))) {
      double turned = soFar + cost.ofTurn(arms.turn(in), arms.turn(arm));
      boolean end = arms.isWanted(arm);
      if (end && arm != start && turned < reached[arm]) {
        if (reached[arm] == Double.POSITIVE_INFINITY) {
          ends.add(arm);
        }
        reached[arm] = turned;
        last[arm] = way;
      }
      boolean backAgain = way != NONE && arm == in;
      double onwards = turned + arms.price(arm);
      if (!backAgain && !(afterHop && !end) && onwards < followed[arm] && passable.test(arm)) {
        if (followed[arm] == Double.POSITIVE_INFINITY) {
          touched.add(arm);
        }
        followed[arm] = onwards;
        before[arm] = way;
        queue.add(new Label(onwards, arm));
      }
    }
  }

  /** The cost of the farthest of so many ends; infinite as long as fewer are known. */
  private double cost(int wantedEnds) {
    if (ends.size() < wantedEnds) {
      return Double.POSITIVE_INFINITY;
    }
    double[] known = ends.stream().mapToDouble(end -> reached[end]).toArray();
    Arrays.sort(known);
    return known[wantedEnds - 1];
  }

  private Trips.Trip trip(int to) {
    List<Integer> way = new ArrayList<>();
    for (int arm = last[to]; arm != NONE; arm = before[arm]) {
      way.add(arm);
    }
    return new Trips.Trip(to, reached[to], way.reversed().stream().mapToInt(arm -> arm).toArray());
  }
}
