package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The cheapest ways between the ends of the chains that must be drawn: to the nearest ends over all
 * {@link HalfEdges}, to all others straight or over what is drawn anyway.
 */
final class Walks implements TourCosts {
  private static final int CACHE_BITS = 16;
  private static final long NO_KEY = -1;

  /** With more ends the ways over what is drawn are left out, for their memory. */
  private static final int MOST_ENDS_BY_INK = 2_000;

  /**
   * A way from one end to another: half-edges, each followed to the other end of its chain, or
   * none, which is straight.
   */
  record Walk(int to, double cost, int[] way) {
    Walk backTo(int from) {
      return new Walk(from, cost, back(way));
    }
  }

  private final HalfEdges halfEdges;
  private final TravelCost cost;
  private final List<List<Walk>> walks = new ArrayList<>();
  private final int[][] nearest;
  private final double[][] costs;
  private final WalkSearch search;
  private final WalkSearch.@Nullable Row[] rows;
  private final long[] straightKeys = new long[1 << CACHE_BITS];
  private final double[] straightCosts = new double[1 << CACHE_BITS];
  private boolean[] first = new boolean[0];
  private double toll;

  Walks(HalfEdges halfEdges, TravelCost cost) {
    this.halfEdges = halfEdges;
    this.cost = cost;
    nearest = new int[free() + 1][];
    costs = new double[free() + 1][];
    Arrays.fill(straightKeys, NO_KEY);
    for (int end = 0; end <= free(); end++) {
      walks.add(new ArrayList<>());
    }
    search = new WalkSearch(halfEdges, cost);
    rows = new WalkSearch.Row[cost.hides() && home() <= MOST_ENDS_BY_INK ? home() + 1 : 0];
    for (int end = 0; end <= home(); end++) {
      for (Walk found : search.from(end)) {
        Walk walk = notDearerThanStraight(end, found);
        walks.get(end).add(walk);
        walks.get(walk.to()).add(walk.backTo(end));
      }
    }
    for (int end = 0; end <= free(); end++) {
      sort(end);
    }
  }

  /**
   * Divides the chains: every link between the two parts costs a toll, where home belongs to the
   * part that comes first and the free end to the other. A cheap tour then draws one part after the
   * other.
   *
   * @param firstChains whether a chain belongs to the part that comes first
   */
  void divide(boolean[] firstChains, double tollS) {
    first = firstChains.clone();
    toll = tollS;
    for (int end = 0; end <= free(); end++) {
      sort(end);
    }
  }

  private double toll(int a, int b) {
    return toll > 0 && isFirst(a) != isFirst(b) ? toll : 0;
  }

  private boolean isFirst(int end) {
    return end == home() || (end < home() && first[end / 2]);
  }

  @Override
  public int home() {
    return halfEdges.home();
  }

  @Override
  public int free() {
    return halfEdges.home() + 1;
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
    if (a == free() || b == free()) {
      return toll(a, b);
    }
    int[] near = nearest[a];
    for (int i = 0; i < near.length; i++) {
      if (near[i] == b) {
        return costs[a][i];
      }
    }
    long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - CACHE_BITS));
    if (straightKeys[slot] != key) {
      straightKeys[slot] = key;
      straightCosts[slot] = Math.min(straight(a, b), overDrawn(a, b));
    }
    return straightCosts[slot] + toll(a, b);
  }

  /** The search knows the nearest connectors only. */
  private Walk notDearerThanStraight(int from, Walk walk) {
    double straight = straight(from, walk.to());
    return straight < walk.cost() ? new Walk(walk.to(), straight, new int[0]) : walk;
  }

  /**
   * The same both ways, although an axis that stands still along the connector turns at one end of
   * it.
   */
  private double straight(int a, int b) {
    int from = Math.min(a, b);
    int to = Math.max(a, b);
    return cost.ofLink(
        halfEdges.turn(from), halfEdges.pointMm(from), halfEdges.pointMm(to), halfEdges.turn(to));
  }

  private double overDrawn(int a, int b) {
    return rows.length == 0 ? Double.POSITIVE_INFINITY : row(Math.max(a, b)).cost(Math.min(a, b));
  }

  private int[] wayOverDrawn(int a, int b) {
    int[] way = row(Math.max(a, b)).way(Math.min(a, b));
    return a > b ? way : back(way);
  }

  private static int[] back(int[] way) {
    int[] back = new int[way.length];
    for (int i = 0; i < way.length; i++) {
      back[i] = way[way.length - 1 - i] ^ 1;
    }
    return back;
  }

  private WalkSearch.Row row(int from) {
    WalkSearch.Row row = rows[from];
    if (row == null) {
      row = search.overDrawn(from);
      rows[from] = row;
    }
    return row;
  }

  /** Lets a way count that is known from elsewhere. */
  void add(int a, int b, int[] way) {
    double sum = 0;
    Turn in = halfEdges.turn(a);
    for (int halfEdge : way) {
      sum += cost.ofTurn(in, halfEdges.turn(halfEdge)) + halfEdges.price(halfEdge);
      in = halfEdges.turn(halfEdge ^ 1).after(in);
    }
    Walk walk = new Walk(b, sum + cost.ofTurn(in, halfEdges.turn(b)), way);
    walks.get(a).add(walk);
    walks.get(b).add(walk.backTo(a));
    sort(a);
    sort(b);
  }

  /** The passes from one end to the other. */
  List<Step> way(int a, int b) {
    for (Walk walk : walks.get(a)) {
      if (walk.to() == b && walk.way().length > 0) {
        return Arrays.stream(walk.way()).mapToObj(halfEdges::step).toList();
      }
    }
    Point from = halfEdges.pointMm(a);
    Point to = halfEdges.pointMm(b);
    if (from.equals(to)) {
      return List.of();
    }
    if (overDrawn(a, b) < straight(a, b)) {
      return Arrays.stream(wayOverDrawn(a, b)).mapToObj(halfEdges::step).toList();
    }
    Polyline connector = Polyline.of(from, to);
    return List.of(
        new Step(
            new Chain(halfEdges.vertex(a), halfEdges.vertex(b), connector, Chain.Kind.CONNECTOR),
            false));
  }

  private void sort(int end) {
    List<Walk> here = walks.get(end);
    here.sort(
        Comparator.comparingDouble((Walk walk) -> walk.cost() + toll(end, walk.to()))
            .thenComparingInt(Walk::to));
    Set<Integer> seen = new HashSet<>();
    here.removeIf(walk -> !seen.add(walk.to()));
    nearest[end] = here.stream().mapToInt(Walk::to).toArray();
    costs[end] = here.stream().mapToDouble(walk -> walk.cost() + toll(end, walk.to())).toArray();
  }
}
