package silverpoint.lab.loadgen;

import silverpoint.foundation.statistics.Distribution;

/**
 * Queries before the measurement, until the median of the last ones stays.
 *
 * @param firstNs the very first query, which pays for what is done once
 * @param queries how many
 * @param stable whether the median stayed; else the longest time ended it
 */
public record WarmUp(long firstNs, int queries, boolean stable) {
  private static final int WINDOW = 5;
  private static final double SAME = 0.1;

  public static WarmUp run(LoadClock clock, long maxTimeNs, Responder responder) {
    long[] window = new long[WINDOW];
    long startNs = clock.nowNs();
    long firstNs = 0;
    double before = 0;
    for (int queries = 0; ; queries++) {
      if (queries > 0 && queries % WINDOW == 0) {
        double median = median(window);
        if (Math.abs(median - before) <= SAME * before) {
          return new WarmUp(firstNs, queries, true);
        }
        before = median;
      }
      if (queries > 0 && clock.nowNs() - startNs >= maxTimeNs) {
        return new WarmUp(firstNs, queries, false);
      }
      long sentNs = clock.nowNs();
      responder.answer(queries);
      window[queries % WINDOW] = clock.nowNs() - sentNs;
      firstNs = queries == 0 ? window[0] : firstNs;
    }
  }

  private static double median(long[] window) {
    return Distribution.of(window).median();
  }
}
