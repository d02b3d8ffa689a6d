package silverpoint.plotter;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

  /** The histogram, a line for each class that a write fell into. */
  public List<String> classes() {
    return IntStream.range(0, CLASSES)
        .filter(i -> counts[i] > 0)
        .mapToObj(i -> String.format(Locale.ROOT, "less than %7d us late: %d", 1L << i, counts[i]))
        .toList();
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
