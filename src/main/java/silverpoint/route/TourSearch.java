package silverpoint.route;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Local search. */
final class TourSearch {
  static final double T0 = Double.parseDouble(System.getProperty("heat", "0"));
  private static final double WORTH_IT = 1e-9;

  private final Trips trips;
  private final Tour tour;
  private final int maxFlip;

  private final int[] queue;
  private final boolean[] queued;
  private int queueHead;
  private int queueSize;

  private int[] journal = new int[1024];
  private int journalSize;
  private double cost;

  TourSearch(Trips trips, Tour tour, int maxFlip) {
    this.trips = trips;
    this.tour = tour;
    this.maxFlip = maxFlip;
    queue = new int[2 * tour.size()];
    queued = new boolean[2 * tour.size()];
    for (int end = 0; end < queue.length; end += 2) {
      cost += trips.cost(tour.entryAt(end / 2), tour.mate(tour.entryAt(end / 2)));
    }
  }

  double cost() {
    return cost;
  }

  Tour tour() {
    return tour;
  }

  void improve() {
    for (int end = 0; end < queued.length; end++) {
      enqueue(end);
    }
    settle();
  }

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
      double heat = T0 * (1 - (double) round / rounds);
      if (cost > before && cost > before - heat * Math.log(1 - random.nextDouble())) {
        undo();
        cost = before;
      }
    }
  }

  /** Swaps two neighbouring segments whose three borders are close to each other on the page. */
  private boolean kick(SplittableRandom random) {
    int n = tour.size();
    int start = random.nextInt(2 * n - 1);
    int p = linkOf(start);
    boolean near = random.nextInt(4) > 0;
    int q = near ? linkOf(walk(start, random)) : (p + 1 + random.nextInt(Math.min(30, n - 1))) % n;
    int r = near ? linkOf(walk(start, random)) : (q + 1 + random.nextInt(Math.min(30, n - 1))) % n;
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
        trips.cost(l, b1)
            + trips.cost(b2, a1)
            + trips.cost(a2, end)
            - trips.cost(l, a1)
            - trips.cost(a2, b1)
            - trips.cost(b2, end);
    move(l, b2);
    move(l, b1);
    move(b2, a1);
    for (int changed : new int[] {l, a1, a2, b1, b2, end}) {
      enqueue(changed);
    }
    return true;
  }

  private int walk(int end, SplittableRandom random) {
    int at = end;
    for (int step = 0; step < 3; step++) {
      int[] near = trips.nearest(at);
      if (near.length > 0) {
        at = near[random.nextInt(near.length)] ^ (random.nextBoolean() ? 1 : 0);
        at = at == trips.free() ? trips.home() : at;
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

  private boolean improve(int a) {
    if (a == trips.free()) {
      return false;
    }
    int m = tour.mate(a);
    double am = trips.cost(a, m);
    if (tryLink(a, m, trips.free(), am)) {
      return true;
    }
    int[] near = trips.nearest(a);
    double[] costs = trips.nearestCosts(a);
    for (int i = 0; i < near.length; i++) {
      double gain = am - costs[i];
      if (gain <= WORTH_IT) {
        break;
      }
      if (tryLink(a, m, near[i], gain)) {
        return true;
      }
    }
    return false;
  }

  /** Links a to b; gain is what this saves of a's link alone. */
  private boolean tryLink(int a, int m, int b, double saved) {
    if (b == m || b == (a ^ 1)) {
      return false;
    }
    int q = tour.mate(b);
    double gain = saved + trips.cost(b, q);
    if (gain <= WORTH_IT) {
      return false;
    }
    if (tour.isExit(a) == tour.isExit(b)) {
      double all = gain - trips.cost(m, q);
      if (all > WORTH_IT && tour.flipLength(a, b) <= maxFlip) {
        move(a, b);
        done(all, a, m, b, q);
        return true;
      }
      return false;
    }
    return insert(a, m, b, q, m, q, gain) || insert(a, m, b, q, q, m, gain);
  }

  /** The segment from m to q goes elsewhere: end near its new neighbour, far the other one. */
  private boolean insert(int a, int m, int b, int q, int near, int far, double gain) {
    boolean exit = tour.isExit(a);
    int first = tour.position(exit ? m : q);
    int last = tour.position(exit ? q : m);
    int[] others = trips.nearest(near);
    double[] costs = trips.nearestCosts(near);
    for (int i = 0; i < others.length; i++) {
      double left = gain - costs[i];
      if (left <= WORTH_IT) {
        break;
      }
      int x = others[i];
      if (x == a || x == b || tour.isBetween(x, first, last)) {
        continue;
      }
      int y = tour.mate(x);
      double all = left + trips.cost(x, y) - trips.cost(far, y);
      if (all > WORTH_IT && moveSegment(exit ? a : b, exit ? b : a, near, far, x, y)) {
        done(all, a, m, b, q);
        enqueue(x);
        enqueue(y);
        return true;
      }
    }
    return false;
  }

  /** l S r ... u w with S between l and r; near of S goes next to x, far next to y. */
  private boolean moveSegment(int l, int r, int near, int far, int x, int y) {
    int u = tour.isExit(x) ? x : y;
    int w = u == x ? y : x;
    int s1 = tour.mate(l);
    int s2 = tour.mate(r);
    if (tour.flipLength(l, u) > maxFlip) {
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
