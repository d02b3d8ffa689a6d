package silverpoint.kiosk.camera;

/**
 * When a camera counts as stuck and how soon it is opened again.
 *
 * @param staleMs without a picture for this long the camera is given up and opened again
 * @param firstOpenTimeoutMs time from opening to the first picture of all; the program's libraries
 *     are loaded meanwhile
 * @param openTimeoutMs the same later on
 * @param firstRetryMs pause before the first new attempt; doubles with every failure
 * @param longestRetryMs longest pause between attempts
 * @param toleratedMs from giving the camera up to the next picture, before that is a fault
 */
public record FeedSettings(
    long staleMs,
    long firstOpenTimeoutMs,
    long openTimeoutMs,
    long firstRetryMs,
    long longestRetryMs,
    long toleratedMs) {
  public FeedSettings {
    if (staleMs < 1
        || openTimeoutMs < 1
        || firstOpenTimeoutMs < openTimeoutMs
        || firstRetryMs < 1
        || longestRetryMs < firstRetryMs
        || toleratedMs < 0) {
      throw new IllegalArgumentException(
          "times must be positive, longestRetryMs at least firstRetryMs, firstOpenTimeoutMs at"
              + " least openTimeoutMs: stale "
              + staleMs
              + ", open "
              + firstOpenTimeoutMs
              + ", then "
              + openTimeoutMs
              + ", retry "
              + firstRetryMs
              + " to "
              + longestRetryMs
              + ", tolerated "
              + toleratedMs);
    }
  }

  /**
   * Stale after 2 s; 30 s to open at the start, 10 s later on; retries from 0.25 s to 5 s; a fault
   * 3 s after the camera was given up.
   */
  public static FeedSettings defaults() {
    return new FeedSettings(2_000, 30_000, 10_000, 250, 5_000, 3_000);
  }
}
