package silverpoint.route;

import java.util.Arrays;

/**
 * The cheapest ways to numbered places (Dijkstra 1959). It knows neither what a place is nor how
 * they are tied together: whoever searches says what can be reached from the place that comes next.
 * A new search costs what the last one touched.
 */
final class Dijkstra {
  static final int NONE = -1;

  private final double[] prices;
  private final int[] before;
  private int[] touched = new int[64];
  private int touchedCount;
  private final MinHeap queue = new MinHeap();

  Dijkstra(int places) {
    prices = new double[places];
    before = new int[places];
    Arrays.fill(prices, Double.POSITIVE_INFINITY);
  }

  /** Forgets the last search. */
  void restart() {
    for (int i = 0; i < touchedCount; i++) {
      prices[touched[i]] = Double.POSITIVE_INFINITY;
    }
    touchedCount = 0;
    queue.clear();
  }

  /**
   * A way to a place.
   *
   * @param from what the way came over last; told back by {@link #before}
   * @return whether it is the cheapest so far
   */
  boolean reach(int place, double price, int from) {
    if (price >= prices[place]) {
      return false;
    }
    if (prices[place] == Double.POSITIVE_INFINITY) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = place;
    }
    prices[place] = price;
    before[place] = from;
    queue.add(price, place);
    return true;
  }

  /** The next place in the order of price, to which no way is cheaper; none at the end. */
  int next() {
    while (!queue.isEmpty()) {
      double price = queue.price();
      int place = queue.remove();
      if (price == prices[place]) {
        return place;
      }
    }
    return NONE;
  }

  /** The price of the cheapest way so far; infinite where there is none. */
  double price(int place) {
    return prices[place];
  }

  int before(int place) {
    return before[place];
  }

  /** {@link #before} of every place; of those that were not reached whatever it was before. */
  int[] allBefore() {
    return before.clone();
  }
}
