package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The cheapest ways from an end to the ends around it: Dijkstra's algorithm (1959) on arms instead
 * of vertices, so that every turn on the way has its price. Two hops never follow each other.
 */
final class TripSearch {
  private static final int NEAREST = 9;
  private static final int NONE = -1;

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

  /** As what the line comes in after it has followed an arm. */
  private final Turn[] cameIn;

  /** Cost of going on at an end, and the last arm on the way to it. */
  private final double[] reached;

  private final int[] last;
  private final int[] touched;
  private final int[] ends;
  private int touchedCount;
  private int endCount;

  /** The ends that are cheapest to reach so far, the cheapest first. */
  private final int[] nearest = new int[NEAREST];

  private int nearestCount;
  private final MinHeap queue = new MinHeap();

  TripSearch(Arms arms, TravelCost cost) {
    this.arms = arms;
    this.cost = cost;
    followed = new double[arms.count()];
    before = new int[arms.count()];
    cameIn = new Turn[arms.count()];
    Arrays.fill(cameIn, Turn.NOWHERE);
    reached = new double[arms.home()];
    last = new int[arms.home()];
    touched = new int[arms.count()];
    ends = new int[arms.home()];
    Arrays.fill(followed, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, Double.POSITIVE_INFINITY);
  }

  /** The ways to the nearest ends, and to some more that are found on the way. */
  List<Trips.Trip> from(int end) {
    search(end, true, arm -> true);
    double bound = costOfNearest();
    return Arrays.stream(ends, 0, endCount)
        .filter(to -> reached[to] <= bound)
        .mapToObj(this::trip)
        .toList();
  }

  /** The ways to all ends over what is drawn anyway. */
  Row overDrawn(int end) {
    search(end, false, arms::isAtHand);
    return new Row(reached.clone(), last.clone(), before.clone());
  }

  private void search(int end, boolean nearestOnly, IntPredicate passable) {
    for (int i = 0; i < touchedCount; i++) {
      followed[touched[i]] = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < endCount; i++) {
      reached[ends[i]] = Double.POSITIVE_INFINITY;
    }
    touchedCount = 0;
    endCount = 0;
    nearestCount = 0;
    queue.clear();
    goOn(end, end, arms.turn(end), 0, NONE, passable);
    while (!queue.isEmpty()) {
      double soFar = queue.price();
      if (nearestOnly && soFar > costOfNearest()) {
        break;
      }
      int arm = queue.remove();
      if (soFar == followed[arm]) {
        goOn(end, arm ^ 1, cameIn[arm], soFar, arm, passable);
      }
    }
  }

  /** Goes on from the vertex of the arm {@code in}, over which the way has come there. */
  private void goOn(int start, int in, Turn turn, double soFar, int way, IntPredicate passable) {
    boolean afterHop = way != NONE && !arms.isWanted(way);
    for (int arm : arms.at(arms.vertex(in))) {
      if (!passable.test(arm)) {
        continue;
      }
      double turned = soFar + cost.ofTurn(turn, arms.turn(arm));
      boolean end = arms.isWanted(arm);
      if (end && arm != start && turned < reached[arm]) {
        if (reached[arm] == Double.POSITIVE_INFINITY) {
          ends[endCount++] = arm;
        }
        reached[arm] = turned;
        last[arm] = way;
        rank(arm);
      }
      boolean backAgain = way != NONE && arm == in;
      double onwards = turned + arms.price(arm);
      if (!backAgain && !(afterHop && !end) && onwards < followed[arm]) {
        if (followed[arm] == Double.POSITIVE_INFINITY) {
          touched[touchedCount++] = arm;
        }
        followed[arm] = onwards;
        before[arm] = way;
        cameIn[arm] = arms.turn(arm ^ 1).after(turn);
        queue.add(onwards, arm);
      }
    }
  }

  /** The cost of the farthest of the nearest ends; infinite as long as fewer are known. */
  private double costOfNearest() {
    return nearestCount < NEAREST ? Double.POSITIVE_INFINITY : reached[nearest[NEAREST - 1]];
  }

  /** Puts an end whose cost has fallen into its place among the nearest. */
  private void rank(int end) {
    int at = 0;
    while (at < nearestCount && nearest[at] != end) {
      at++;
    }
    if (at == nearestCount) {
      if (nearestCount == NEAREST) {
        if (reached[end] >= costOfNearest()) {
          return;
        }
        at--;
      } else {
        nearestCount++;
      }
    }
    for (; at > 0 && reached[nearest[at - 1]] > reached[end]; at--) {
      nearest[at] = nearest[at - 1];
    }
    nearest[at] = end;
  }

  private Trips.Trip trip(int to) {
    List<Integer> way = new ArrayList<>();
    for (int arm = last[to]; arm != NONE; arm = before[arm]) {
      way.add(arm);
    }
    return new Trips.Trip(to, reached[to], way.reversed().stream().mapToInt(arm -> arm).toArray());
  }
}
