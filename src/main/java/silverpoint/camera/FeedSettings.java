package silverpoint.camera;

/**
 * When a camera counts as stuck and how soon it is opened again.
 *
 * @param staleMs without a picture for this long the camera is given up and opened again
 * @param openTimeoutMs time from opening to the first picture
 * @param firstRetryMs pause before the first new attempt; doubles with every failure
 * @param longestRetryMs longest pause between attempts
 */
public record FeedSettings(
    long staleMs, long openTimeoutMs, long firstRetryMs, long longestRetryMs) {
  public FeedSettings {
    if (staleMs < 1 || openTimeoutMs < 1 || firstRetryMs < 1 || longestRetryMs < firstRetryMs) {
      throw new IllegalArgumentException(
          "times must be positive and longestRetryMs at least firstRetryMs: stale "
              + staleMs
              + ", open "
              + openTimeoutMs
              + ", retry "
              + firstRetryMs
              + " to "
              + longestRetryMs);
    }
  }

  /** Stale after 2 s, 10 s to open, retries from 0.25 s to 5 s. */
  public static FeedSettings defaults() {
    return new FeedSettings(2_000, 10_000, 250, 5_000);
  }
}
