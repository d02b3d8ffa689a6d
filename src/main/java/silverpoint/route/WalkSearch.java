package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The cheapest ways from an end to the ends around it: Dijkstra's algorithm (1959) on half-edges
 * instead of vertices, so that every turn on the way has its price. Two connectors never follow
 * each other.
 */
final class WalkSearch {
  private static final int NEAREST = 9;
  private static final int NONE = Dijkstra.NONE;

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
      for (int halfEdge = last[to]; halfEdge != NONE; halfEdge = before[halfEdge]) {
        way.add(halfEdge);
      }
      return way.reversed().stream().mapToInt(halfEdge -> halfEdge).toArray();
    }
  }

  private final HalfEdges halfEdges;
  private final TravelCost cost;

  /** Half-edges by the cost of having followed them, and the half-edge before each. */
  private final Dijkstra followed;

  /** As what the line comes in after it has followed a half-edge. */
  private final Turn[] cameIn;

  /** Cost of going on at an end, and the last half-edge on the way to it. */
  private final double[] reached;

  private final int[] last;
  private final int[] ends;
  private int endCount;

  /** The ends that are cheapest to reach so far, the cheapest first. */
  private final int[] nearest = new int[NEAREST];

  private int nearestCount;

  WalkSearch(HalfEdges halfEdges, TravelCost cost) {
    this.halfEdges = halfEdges;
    this.cost = cost;
    followed = new Dijkstra(halfEdges.count());
    cameIn = new Turn[halfEdges.count()];
    Arrays.fill(cameIn, Turn.NOWHERE);
    reached = new double[halfEdges.home()];
    last = new int[halfEdges.home()];
    ends = new int[halfEdges.home()];
    Arrays.fill(reached, Double.POSITIVE_INFINITY);
  }

  /** The ways to the nearest ends, and to some more that are found on the way. */
  List<Walks.Walk> from(int end) {
    search(end, true, halfEdge -> true);
    double bound = costOfNearest();
    return Arrays.stream(ends, 0, endCount)
        .filter(to -> reached[to] <= bound)
        .mapToObj(this::walk)
        .toList();
  }

  /** The ways to all ends over what is drawn anyway. */
  Row overDrawn(int end) {
    search(end, false, halfEdges::isAtHand);
    return new Row(reached.clone(), last.clone(), followed.allBefore());
  }

  private void search(int end, boolean nearestOnly, IntPredicate passable) {
    followed.restart();
    for (int i = 0; i < endCount; i++) {
      reached[ends[i]] = Double.POSITIVE_INFINITY;
    }
    endCount = 0;
    nearestCount = 0;
    goOn(end, end, halfEdges.turn(end), 0, NONE, passable);
    for (int next = followed.next(); next != NONE; next = followed.next()) {
      double soFar = followed.price(next);
      if (nearestOnly && soFar > costOfNearest()) {
        break;
      }
      goOn(end, next ^ 1, cameIn[next], soFar, next, passable);
    }
  }

  /** Goes on from the vertex of the half-edge {@code in}, over which the way has come there. */
  private void goOn(int start, int in, Turn turn, double soFar, int way, IntPredicate passable) {
    boolean afterConnector = way != NONE && !halfEdges.isWanted(way);
    for (int halfEdge : halfEdges.at(halfEdges.vertex(in))) {
      if (!passable.test(halfEdge)) {
        continue;
      }
      double turned = soFar + cost.ofTurn(turn, halfEdges.turn(halfEdge));
      boolean end = halfEdges.isWanted(halfEdge);
      if (end && halfEdge != start && turned < reached[halfEdge]) {
        if (reached[halfEdge] == Double.POSITIVE_INFINITY) {
          ends[endCount++] = halfEdge;
        }
        reached[halfEdge] = turned;
        last[halfEdge] = way;
        rank(halfEdge);
      }
      boolean backAgain = way != NONE && halfEdge == in;
      boolean allowed = !backAgain && !(afterConnector && !end);
      if (allowed && followed.reach(halfEdge, turned + halfEdges.price(halfEdge), way)) {
        cameIn[halfEdge] = halfEdges.turn(halfEdge ^ 1).after(turn);
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

  private Walks.Walk walk(int to) {
    List<Integer> way = new ArrayList<>();
    for (int halfEdge = last[to]; halfEdge != NONE; halfEdge = followed.before(halfEdge)) {
      way.add(halfEdge);
    }
    return new Walks.Walk(
        to, reached[to], way.reversed().stream().mapToInt(halfEdge -> halfEdge).toArray());
  }
}
