package silverpoint.route;

/**
 * An order and direction of chains as a closed tour; the last chain is the way back from the free
 * end to home. Its ends are numbered as in {@link TourCosts}.
 */
final class Tour {
  private final int count;
  private final int[] chainAt;
  private final int[] positionOf;
  private final boolean[] forwards;

  /** The tour that enters {@code chains} in this order at these ends, and home at the last. */
  Tour(int[] entries) {
    count = entries.length;
    chainAt = new int[count];
    positionOf = new int[count];
    forwards = new boolean[count];
    for (int i = 0; i < count; i++) {
      chainAt[i] = entries[i] / 2;
      positionOf[entries[i] / 2] = i;
      forwards[entries[i] / 2] = entries[i] % 2 == 0;
    }
  }

  /** The ends at which the chains are entered, in order, from home to the free end. */
  int[] entriesFrom(int home) {
    int[] entries = new int[count];
    int at = home;
    for (int i = 0; i < count; i++) {
      entries[i] = mate(at);
      at = entries[i] ^ 1;
    }
    return entries;
  }

  int size() {
    return count;
  }

  int position(int end) {
    return positionOf[end / 2];
  }

  boolean isExit(int end) {
    return (end % 2 == 1) == forwards[end / 2];
  }

  /** The end at which the chain at a position is entered. */
  int entryAt(int position) {
    int chain = chainAt[position < count ? position : position - count];
    return forwards[chain] ? 2 * chain : 2 * chain + 1;
  }

  /** The end that the tour links this end to. */
  int mate(int end) {
    int position = positionOf[end / 2];
    if (isExit(end)) {
      return entryAt(position + 1);
    }
    return entryAt(position == 0 ? count - 1 : position - 1) ^ 1;
  }

  /**
   * Whether the chain of {@code end} comes at or after {@code first} and not after {@code last}.
   */
  boolean isBetween(int end, int first, int last) {
    int position = positionOf[end / 2];
    return first <= last
        ? first <= position && position <= last
        : first <= position || position <= last;
  }

  /** How many chains a flip would turn round. */
  int flipLength(int a, int b) {
    boolean exit = isExit(a);
    int first = exit ? positionOf[a / 2] + 1 : positionOf[a / 2];
    int last = exit ? positionOf[b / 2] : positionOf[b / 2] - 1;
    int length = Math.floorMod(last - first, count) + 1;
    return Math.min(length, count - length);
  }

  /** Links {@code a} to {@code b}, both exits or both entries, and their mates to each other. */
  void flip(int a, int b) {
    boolean exit = isExit(a);
    int first = exit ? positionOf[a / 2] + 1 : positionOf[a / 2];
    int last = exit ? positionOf[b / 2] : positionOf[b / 2] - 1;
    int length = Math.floorMod(last - first, count) + 1;
    if (2 * length > count) {
      int inside = first;
      first = last + 1;
      last = inside - 1;
      length = count - length;
    }
    first = Math.floorMod(first, count);
    last = Math.floorMod(last, count);
    for (int i = 0; i < length / 2; i++) {
      int one = chainAt[first];
      int other = chainAt[last];
      put(other, first);
      put(one, last);
      first = first + 1 == count ? 0 : first + 1;
      last = last == 0 ? count - 1 : last - 1;
    }
    if (length % 2 == 1) {
      forwards[chainAt[first]] ^= true;
    }
  }

  private void put(int chain, int position) {
    chainAt[position] = chain;
    positionOf[chain] = position;
    forwards[chain] ^= true;
  }
}
