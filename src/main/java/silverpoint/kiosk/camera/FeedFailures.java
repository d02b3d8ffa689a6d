package silverpoint.kiosk.camera;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may go wrong with a camera: how long it may be silent, what went wrong, when it is opened
 * again, and whether people need to know. The pauses between attempts grow until pictures have come
 * for a while. Not for several threads.
 */
final class FeedFailures {
  private static final Logger LOG = LoggerFactory.getLogger(FeedFailures.class);

  /** An attempt that gave pictures for this long starts the pauses from the shortest again. */
  private static final long STEADY_MS = 5_000;

  private final FeedSettings settings;
  private @Nullable String last;
  private boolean everLive;
  private boolean failing;
  private long failingSinceNs;
  private long retryAtNs;
  private long pauseMs;

  FeedFailures(FeedSettings settings) {
    this.settings = settings;
    restart();
  }

  /** Nothing is known of the camera. */
  void restart() {
    last = null;
    failing = false;
    retryAtNs = Long.MIN_VALUE;
    pauseMs = settings.firstRetryMs();
  }

  /** An attempt is given up. */
  void failed(String error, long nowNs) {
    if (!error.equals(last)) {
      LOG.warn("{}", error);
    }
    last = error;
    if (!failing) {
      failing = true;
      failingSinceNs = nowNs;
    }
    retryAtNs = nowNs + TimeUnit.MILLISECONDS.toNanos(pauseMs);
    pauseMs = Math.min(2 * pauseMs, settings.longestRetryMs());
  }

  /**
   * So long it may be silent.
   *
   * @param live whether it gave pictures since it was opened
   */
  long patienceMs(boolean live) {
    if (live) {
      return settings.staleMs();
    }
    return everLive ? settings.openTimeoutMs() : settings.firstOpenTimeoutMs();
  }

  /** A picture came so long after the camera was opened. */
  void recovered(long sinceOpeningNs) {
    everLive = true;
    failing = false;
    if (TimeUnit.NANOSECONDS.toMillis(sinceOpeningNs) > STEADY_MS) {
      pauseMs = settings.firstRetryMs();
    }
  }

  /** Whether the pause before the next attempt is over. */
  boolean mayRetry(long nowNs) {
    return nowNs >= retryAtNs;
  }

  /** What went wrong last and how to mend it; stays after the camera has recovered. */
  Optional<String> last() {
    return Optional.ofNullable(last);
  }

  /** The same while no picture has come since, for longer than an interruption may last. */
  Optional<String> fault(long nowNs) {
    return failing && TimeUnit.NANOSECONDS.toMillis(nowNs - failingSinceNs) > settings.toleratedMs()
        ? last()
        : Optional.empty();
  }
}
