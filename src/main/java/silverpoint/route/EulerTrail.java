package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.PerfectMatching.Pair;

/**
 * One trail over all passes that turns as little as it can. The half-edges at every vertex are
 * paired by a cheapest matching of their turns, which leaves one trail from home to the end and
 * closed trails beside it; then trails that meet are merged by exchanging partners, the cheapest
 * exchange first.
 */
final class EulerTrail {
  private static final int NONE = -1;

  /**
   * With more half-edges at a vertex only those in about the same or the opposite direction may
   * pair.
   */
  private static final int MOST_HALF_EDGES_AT_CHOICE = 64;

  private static final int CHOICE = 6;

  private final List<Chain> passes;
  private final int[] partner;
  private final Turn[] halfEdges;
  private final TravelCost cost;
  private final List<List<Integer>> halfEdgesAt;

  /** Where in the list of its vertex a half-edge stands. */
  private final int[] place;

  private final DisjointSets trails;

  /**
   * The trail from {@code home} to {@code end} over each pass once; the passes are connected and
   * every vertex but these two has an even number of half-edges.
   */
  static List<Step> over(List<Chain> passes, int home, int end, int vertexCount, TravelCost cost) {
    EulerTrail trail = new EulerTrail(passes, home, end, vertexCount, cost);
    trail.pairHalfEdges();
    trail.mergeTrails();
    return trail.steps();
  }

  /*
   * Pass p has half-edge 2p at its start and 2p + 1 at its end. One more pass, back from the end to home
   * outside the plane, closes the trail.
   */
  private EulerTrail(List<Chain> passes, int home, int end, int vertexCount, TravelCost cost) {
    this.passes = passes;
    this.cost = cost;
    int count = passes.size() + 1;
    partner = new int[2 * count];
    place = new int[2 * count];
    Arrays.fill(partner, NONE);
    halfEdges = new Turn[2 * count];
    halfEdgesAt = new ArrayList<>();
    for (int v = 0; v < vertexCount; v++) {
      halfEdgesAt.add(new ArrayList<>());
    }
    for (int p = 0; p < passes.size(); p++) {
      Chain chain = passes.get(p);
      halfEdges[2 * p] = cost.leaving(chain.pathMm().points());
      halfEdges[2 * p + 1] = cost.leaving(chain.pathMm().points().reversed());
      halfEdgesAt.get(chain.from()).add(2 * p);
      halfEdgesAt.get(chain.to()).add(2 * p + 1);
    }
    halfEdges[2 * count - 2] = Turn.NOWHERE;
    halfEdges[2 * count - 1] = Turn.NOWHERE;
    halfEdgesAt.get(end).add(2 * count - 2);
    halfEdgesAt.get(home).add(2 * count - 1);
    trails = new DisjointSets(count);
    for (List<Integer> here : halfEdgesAt) {
      if (here.size() > MOST_HALF_EDGES_AT_CHOICE) {
        here.sort(Comparator.comparingDouble(halfEdge -> angle(halfEdges[halfEdge].direction())));
      }
      for (int i = 0; i < here.size(); i++) {
        place[here.get(i)] = i;
      }
    }
  }

  private static double angle(Point direction) {
    return Math.atan2(direction.y(), direction.x());
  }

  /** The half-edges of a vertex that one of them may pair with, by their places among so many. */
  private static int[] choice(int at, int count) {
    if (count <= MOST_HALF_EDGES_AT_CHOICE) {
      return IntStream.range(0, count).filter(other -> other != at).toArray();
    }
    return IntStream.of(0, count / 2)
        .flatMap(turned -> IntStream.rangeClosed(turned - CHOICE, turned + CHOICE))
        .map(turned -> Math.floorMod(at + turned, count))
        .filter(other -> other != at)
        .toArray();
  }

  private void pairHalfEdges() {
    for (List<Integer> here : halfEdgesAt) {
      if (here.size() == 2) {
        pair(here.getFirst(), here.getLast());
      } else if (here.size() > 2) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
          for (int j : choice(i, here.size())) {
            if (i < j) {
              pairs.add(new Pair(i, j, turnCost(here.get(i), here.get(j))));
            }
          }
        }
        PerfectMatching matching = PerfectMatching.ofLeastCost(here.size(), pairs);
        for (int i = 0; i < here.size(); i++) {
          pair(here.get(i), here.get(matching.mate(i)));
        }
      }
    }
  }

  private void pair(int a, int b) {
    partner[a] = b;
    partner[b] = a;
    trails.union(a / 2, b / 2);
  }

  /**
   * Pairs {@code a} with {@code b} and {@code c} with {@code d}, where the partners so far are
   * {@code a} with {@code c} and {@code b} with {@code d}, all at the vertex of {@code here}.
   */
  private record Exchange(int a, int b, int c, int d, double extraCost, List<Integer> here) {}

  private void mergeTrails() {
    PriorityQueue<Exchange> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Exchange::extraCost)
                .thenComparingInt(Exchange::a)
                .thenComparingInt(Exchange::b)
                .thenComparingInt(Exchange::c));
    for (List<Integer> here : halfEdgesAt) {
      for (int halfEdge : here) {
        offerExchanges(halfEdge, here, queue);
      }
    }
    while (!queue.isEmpty()) {
      Exchange next = queue.remove();
      boolean stands = partner[next.a] == next.c && partner[next.b] == next.d;
      if (stands && trails.find(next.a / 2) != trails.find(next.b / 2)) {
        pair(next.a, next.b);
        pair(next.c, next.d);
        for (int halfEdge : new int[] {next.a, next.b, next.c, next.d}) {
          offerExchanges(halfEdge, next.here, queue);
        }
      }
    }
  }

  /** The exchanges of {@code a} and its partner with every pair of another trail. */
  private void offerExchanges(int a, List<Integer> here, PriorityQueue<Exchange> queue) {
    int c = partner[a];
    for (int i : choice(place[a], here.size())) {
      int b = here.get(i);
      int d = partner[b];
      if (trails.find(a / 2) != trails.find(b / 2)) {
        double now = turnCost(a, c) + turnCost(b, d);
        queue.add(new Exchange(a, b, c, d, turnCost(a, b) + turnCost(c, d) - now, here));
      }
    }
  }

  private double turnCost(int a, int b) {
    return cost.ofTurn(halfEdges[a], halfEdges[b]);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int last = 2 * passes.size();
    // onwards from the closing pass's half-edge at home
    for (int halfEdge = partner[last + 1]; halfEdge != last; halfEdge = partner[halfEdge ^ 1]) {
      steps.add(new Step(passes.get(halfEdge / 2), halfEdge % 2 == 1));
    }
    return steps;
  }
}
