package silverpoint.route;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Makes a tour cheaper. Local search exchanges two links (2-opt, Croes 1958) or moves a run of
 * chains elsewhere, in either direction (Or-opt, Or 1976, for runs of any length), guided by the
 * nearest ends of each end; iterated local search (Martin, Otto and Felten 1991) swaps two
 * neighbouring runs at random and keeps what the search makes of it when that is no dearer. A
 * journal of flips takes back what was not worth it.
 */
final class TourSearch {
  private static final double WORTH_IT = 1e-9;

  /** Longer runs of chains are not turned round: it would take too long. */
  private static final int LONGEST_FLIP = 25_000;

  private static final int LONGEST_SWAPPED = 30;
  private static final int STEPS_AWAY = 3;

  private final TourCosts costs;
  private final Tour tour;

  private final int[] queue;
  private final boolean[] queued;
  private int queueHead;
  private int queueSize;

  private int[] journal = new int[1024];
  private int journalSize;
  private double cost;

  TourSearch(TourCosts costs, Tour tour) {
    this.costs = costs;
    this.tour = tour;
    queue = new int[2 * tour.size()];
    queued = new boolean[2 * tour.size()];
    for (int end = 0; end < queue.length; end += 2) {
      cost += costs.cost(tour.entryAt(end / 2), tour.mate(tour.entryAt(end / 2)));
    }
  }

  /** What the links of the tour cost. */
  double cost() {
    return cost;
  }

  /** Searches until nothing around any end is cheaper. */
  void improve() {
    for (int end = 0; end < queued.length; end++) {
      enqueue(end);
    }
    settle();
  }

  /** So many rounds of iterated local search. */
  void perturb(SplittableRandom random, int rounds) {
    int n = tour.size();
    if (n < 5) {
      return;
    }
    for (int round = 0; round < rounds; round++) {
      double before = cost;
      journalSize = 0;
      if (!kick(random)) {
        continue;
      }
      settle();
      if (cost > before) {
        undo();
        cost = before;
      }
    }
  }

  /** Swaps two neighbouring runs, mostly such that their borders are close on the page. */
  private boolean kick(SplittableRandom random) {
    int n = tour.size();
    int start = random.nextInt(2 * n - 1);
    int p = linkOf(start);
    int longest = Math.min(LONGEST_SWAPPED, n - 1);
    boolean nearOnPage = random.nextInt(4) > 0;
    int q = nearOnPage ? linkOf(near(start, random)) : (p + 1 + random.nextInt(longest)) % n;
    int r = nearOnPage ? linkOf(near(start, random)) : (q + 1 + random.nextInt(longest)) % n;
    int first = Math.min(p, Math.min(q, r));
    int last = Math.max(p, Math.max(q, r));
    int middle = p + q + r - first - last;
    if (first == middle || middle == last) {
      return false;
    }
    int l = tour.entryAt(first) ^ 1;
    int a1 = tour.mate(l);
    int a2 = tour.entryAt(middle) ^ 1;
    int b1 = tour.mate(a2);
    int b2 = tour.entryAt(last) ^ 1;
    int end = tour.mate(b2);
    cost +=
        costs.cost(l, b1)
            + costs.cost(b2, a1)
            + costs.cost(a2, end)
            - costs.cost(l, a1)
            - costs.cost(a2, b1)
            - costs.cost(b2, end);
    move(l, b2);
    move(l, b1);
    move(b2, a1);
    for (int changed : new int[] {l, a1, a2, b1, b2, end}) {
      enqueue(changed);
    }
    return true;
  }

  /** An end near another one. */
  private int near(int end, SplittableRandom random) {
    int at = end;
    for (int step = 0; step < STEPS_AWAY; step++) {
      int[] near = costs.nearest(at);
      if (near.length > 0) {
        at = near[random.nextInt(near.length)] ^ (random.nextBoolean() ? 1 : 0);
        at = at == costs.free() ? costs.home() : at;
      }
    }
    return at;
  }

  /** The position before the tour's link at an end. */
  private int linkOf(int end) {
    int n = tour.size();
    return tour.isExit(end) ? tour.position(end) : (tour.position(end) + n - 1) % n;
  }

  private void settle() {
    while (queueSize > 0) {
      int end = queue[queueHead];
      queueHead = queueHead + 1 == queue.length ? 0 : queueHead + 1;
      queueSize--;
      queued[end] = false;
      if (improve(end)) {
        enqueue(end);
      }
    }
  }

  private void enqueue(int end) {
    if (!queued[end]) {
      queued[end] = true;
      int slot = queueHead + queueSize;
      queue[slot >= queue.length ? slot - queue.length : slot] = end;
      queueSize++;
    }
  }

  /** The first better link for an end. */
  private boolean improve(int a) {
    if (a == costs.free()) {
      return false;
    }
    int m = tour.mate(a);
    double am = costs.cost(a, m);
    if (tryLink(a, m, costs.free(), am - costs.cost(a, costs.free()))) {
      return true;
    }
    int[] near = costs.nearest(a);
    double[] nearCosts = costs.nearestCosts(a);
    for (int i = 0; i < near.length; i++) {
      double gain = am - nearCosts[i];
      if (gain <= WORTH_IT) {
        break;
      }
      if (tryLink(a, m, near[i], gain)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Links {@code a}, whose mate is {@code m}, to {@code b}.
   *
   * @param saved what this saves by a's own links
   */
  private boolean tryLink(int a, int m, int b, double saved) {
    if (b == m || b == (a ^ 1)) {
      return false;
    }
    int q = tour.mate(b);
    double gain = saved + costs.cost(b, q);
    if (gain <= WORTH_IT) {
      return false;
    }
    if (tour.isExit(a) == tour.isExit(b)) {
      double all = gain - costs.cost(m, q);
      if (all > WORTH_IT && tour.flipLength(a, b) <= LONGEST_FLIP) {
        move(a, b);
        done(all, a, m, b, q);
        return true;
      }
      return false;
    }
    return insert(a, m, b, q, m, q, gain) || insert(a, m, b, q, q, m, gain);
  }

  /**
   * Links {@code a} to {@code b} and moves the run between them, from {@code m} to {@code q},
   * elsewhere: its end {@code near} next to one of its nearest ends.
   */
  private boolean insert(int a, int m, int b, int q, int near, int far, double gain) {
    boolean exit = tour.isExit(a);
    int first = tour.position(exit ? m : q);
    int last = tour.position(exit ? q : m);
    int[] others = costs.nearest(near);
    double[] nearCosts = costs.nearestCosts(near);
    for (int i = 0; i < others.length; i++) {
      double left = gain - nearCosts[i];
      if (left <= WORTH_IT) {
        break;
      }
      int x = others[i];
      if (x == a || x == b || tour.isBetween(x, first, last)) {
        continue;
      }
      int y = tour.mate(x);
      double all = left + costs.cost(x, y) - costs.cost(far, y);
      if (all > WORTH_IT && moveSegment(exit ? a : b, exit ? b : a, near, far, x, y)) {
        done(all, a, m, b, q);
        enqueue(x);
        enqueue(y);
        return true;
      }
    }
    return false;
  }

  /**
   * Moves the run between {@code l} and {@code r} to between {@code x} and {@code y}: from l S r ..
   * u w by way of l u .. r S' w to l r .. u S' w, where S' is S turned round.
   */
  private boolean moveSegment(int l, int r, int near, int far, int x, int y) {
    int u = tour.isExit(x) ? x : y;
    int w = u == x ? y : x;
    int s1 = tour.mate(l);
    int s2 = tour.mate(r);
    if (tour.flipLength(l, u) > LONGEST_FLIP) {
      return false;
    }
    int nearU = u == x ? near : far;
    move(l, u);
    move(l, r);
    if (nearU == s1) {
      move(u, s1);
    }
    return true;
  }

  private void done(double gain, int a, int m, int b, int q) {
    cost -= gain;
    enqueue(a);
    enqueue(m);
    enqueue(b);
    enqueue(q);
  }

  private void move(int a, int b) {
    if (journalSize + 2 > journal.length) {
      journal = Arrays.copyOf(journal, 2 * journal.length);
    }
    // the links before: (a, m), (b, q); after: (a, b), (m, q); undone by linking a to m
    journal[journalSize++] = a;
    journal[journalSize++] = tour.mate(a);
    tour.flip(a, b);
  }

  private void undo() {
    while (journalSize > 0) {
      int m = journal[--journalSize];
      int a = journal[--journalSize];
      tour.flip(a, m);
    }
    for (int i = 0; i < queueSize; i++) {
      queued[queue[(queueHead + i) % queue.length]] = false;
    }
    queueSize = 0;
  }
}
