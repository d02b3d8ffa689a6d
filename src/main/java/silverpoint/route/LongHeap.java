package silverpoint.route;

import java.util.Arrays;

/**
 * A binary heap of cells or other small numbers by their price, least first, without objects: a
 * price, which is not negative, and a value share one long number.
 */
final class LongHeap {
  private long[] entries = new long[1024];
  private int size;

  static long entry(float key, int value) {
    return (long) Float.floatToRawIntBits(key) << 32 | value;
  }

  static float key(long entry) {
    return Float.intBitsToFloat((int) (entry >>> 32));
  }

  static int value(long entry) {
    return (int) entry;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(float key, int value) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    long entry = entry(key, value);
    int at = size++;
    while (at > 0 && entries[(at - 1) / 2] > entry) {
      entries[at] = entries[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    entries[at] = entry;
  }

  /** The entry of least price, of equal ones that of the least value. */
  long remove() {
    long least = entries[0];
    long last = entries[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      child += child + 1 < size && entries[child + 1] < entries[child] ? 1 : 0;
      if (entries[child] >= last) {
        break;
      }
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = last;
    return least;
  }
}
