package silverpoint.machine.plotter;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How late writes came, counted in powers of two of a microsecond. Immutable. */
public final class Lateness {
  private static final int CLASSES = 24;

  private final long[] counts;
  private final long worstNs;

  private Lateness(long[] counts, long worstNs) {
    this.counts = counts;
    this.worstNs = worstNs;
  }

  /** The latest write. */
  public long worstNs() {
    return worstNs;
  }

  /** Writes in all. */
  public long count() {
    return LongStream.of(counts).sum();
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

  /** Grows with every write; one thread may add, without allocating, while others look. */
  static final class Recorder {
    /** The counts, and at the end the latest write. */
    private final AtomicLongArray values = new AtomicLongArray(CLASSES + 1);

    public void add(long lateNs) {
      long us = lateNs / 1000;
      int of = Math.min(CLASSES - 1, Long.SIZE - Long.numberOfLeadingZeros(us));
      values.setOpaque(of, values.getPlain(of) + 1);
      if (lateNs > values.getPlain(CLASSES)) {
        values.setOpaque(CLASSES, lateNs);
      }
    }

    Lateness soFar() {
      return new Lateness(
          IntStream.range(0, CLASSES).mapToLong(values::getOpaque).toArray(),
          values.getOpaque(CLASSES));
    }
  }
}
