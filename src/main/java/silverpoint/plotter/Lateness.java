package silverpoint.plotter;

import java.util.Locale;

/** How late writes came, counted in powers of two of a microsecond. Counting allocates nothing. */
public final class Lateness {
  private static final int CLASSES = 24;

  private final long[] counts = new long[CLASSES];
  private long worstNs;

  void add(long lateNs) {
    long us = lateNs / 1000;
    counts[Math.min(CLASSES - 1, Long.SIZE - Long.numberOfLeadingZeros(us))]++;
    worstNs = Math.max(worstNs, lateNs);
  }

  /** The latest write. */
  public long worstNs() {
    return worstNs;
  }

  /** Writes so far. */
  public long count() {
    long count = 0;
    for (long of : counts) {
      count += of;
    }
    return count;
  }

  /** The bound in microseconds below which the share of all writes came. */
  public long belowUs(double share) {
    long seen = 0;
    long wanted = (long) Math.ceil(share * count());
    for (int i = 0; i < CLASSES; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return 1L << i;
      }
    }
    return 1L << CLASSES;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d writes, half of them less than %d us late, 99.9 %% less than %d us, the worst %.3f ms",
        count(),
        belowUs(0.5),
        belowUs(0.999),
        worstNs / 1e6);
  }
}
