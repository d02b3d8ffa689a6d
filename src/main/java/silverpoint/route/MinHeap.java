package silverpoint.route;

import java.util.Arrays;

/**
 * A binary heap of small numbers by their price, least first and of equal prices the least number,
 * without objects.
 */
final class MinHeap {
  private double[] prices = new double[64];
  private int[] values = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(double price, int value) {
    if (size == values.length) {
      prices = Arrays.copyOf(prices, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(price, value, (at - 1) / 2)) {
      put(at, prices[(at - 1) / 2], values[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, price, value);
  }

  /** The price of the first number. */
  double price() {
    return prices[0];
  }

  /** Takes out the first number. */
  int remove() {
    int first = values[0];
    size--;
    double price = prices[size];
    int value = values[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      child += child + 1 < size && isBefore(prices[child + 1], values[child + 1], child) ? 1 : 0;
      if (isBefore(price, value, child)) {
        break;
      }
      put(at, prices[child], values[child]);
      at = child;
    }
    put(at, price, value);
    return first;
  }

  private boolean isBefore(double price, int value, int at) {
    return price < prices[at] || (price == prices[at] && value < values[at]);
  }

  private void put(int at, double price, int value) {
    prices[at] = price;
    values[at] = value;
  }
}
