package silverpoint.lab.loadgen;

/**
 * How long a load lasts: until both the count and the time are reached, at most the longest time.
 *
 * @param minQueries count to reach
 * @param minTimeNs time to reach
 * @param maxTimeNs the end in any case
 */
public record Limits(int minQueries, long minTimeNs, long maxTimeNs) {
  public Limits {
    if (minQueries < 1 || minTimeNs < 0 || maxTimeNs < minTimeNs) {
      throw new IllegalArgumentException(
          "bad limits: %d queries, %d to %d ns".formatted(minQueries, minTimeNs, maxTimeNs));
    }
  }

  boolean reached(int queries, long timeNs) {
    return timeNs >= maxTimeNs || (queries >= minQueries && timeNs >= minTimeNs);
  }
}
