package silverpoint.camera;

/**
 * When a camera counts as stuck and how soon it is opened again.
 *
 * @param staleMs without a picture for this long the camera is given up and opened again
 * @param openTimeoutMs time from opening to the first picture
 * @param firstRetryMs pause before the first new attempt; doubles with every failure
 * @param longestRetryMs longest pause between attempts
 * @param toleratedMs from giving the camera up to the next picture, before that is a fault
 */
public record FeedSettings(
    long staleMs, long openTimeoutMs, long firstRetryMs, long longestRetryMs, long toleratedMs) {
  public FeedSettings {
    if (staleMs < 1
        || openTimeoutMs < 1
        || firstRetryMs < 1
        || longestRetryMs < firstRetryMs
        || toleratedMs < 0) {
      throw new IllegalArgumentException(
          "times must be positive and longestRetryMs at least firstRetryMs: stale "
              + staleMs
              + ", open "
              + openTimeoutMs
              + ", retry "
              + firstRetryMs
              + " to "
              + longestRetryMs
              + ", tolerated "
              + toleratedMs);
    }
  }

  /** Stale after 2 s, 10 s to open, retries from 0.25 s to 5 s, a fault 3 s after that. */
  public static FeedSettings defaults() {
    return new FeedSettings(2_000, 10_000, 250, 5_000, 3_000);
  }
}
