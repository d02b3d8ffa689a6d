package silverpoint.camera;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.image.RgbImage;

/**
 * The newest frame of a camera, and nothing older: whoever is slow misses frames, none waits in a
 * queue. A watchdog gives up a camera that fails or falls silent and opens it again, with growing
 * pauses; a camera that is unplugged and plugged in again comes back by itself.
 *
 * <p>Threads: the watchdog, and a reader for every attempt to use the camera. A reader that hangs
 * in a driver is abandoned, never joined; {@link #MOST_ABANDONED} of them are the limit, so that a
 * driver that hangs for ever costs no more.
 */
public final class CameraFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraFeed.class);
  private static final int MOST_ABANDONED = 4;
  private static final long TICK_MS = 50;

  /** An attempt that gave pictures for this long starts the pauses from the shortest again. */
  private static final long STEADY_MS = 5_000;

  private Camera camera;
  private final FeedSettings settings;
  private final LongSupplier clockNs;

  private @Nullable Frame newest;
  private @Nullable Attempt current;
  private @Nullable String lastError;
  private final FrameRate rate = new FrameRate();
  private int attempts;
  private int abandoned;
  private long retryAtNs = Long.MIN_VALUE;
  private long pauseMs;
  private boolean closed;

  /**
   * @param clockNs a clock that never goes back, such as {@code System::nanoTime}
   */
  public CameraFeed(Camera camera, FeedSettings settings, LongSupplier clockNs) {
    this.camera = camera;
    this.settings = settings;
    this.clockNs = clockNs;
    this.pauseMs = settings.firstRetryMs();
  }

  /** Opens the camera and keeps it open until {@link #close}. */
  public CameraFeed start() {
    Thread watchdog = new Thread(this::watch, "camera-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    return this;
  }

  /** The newest frame; empty while the camera gives none. */
  public synchronized Optional<Frame> newest() {
    return Optional.ofNullable(newest);
  }

  /**
   * Waits for a frame captured after {@code afterNs} on the feed's clock.
   *
   * @return empty when the time runs out or the feed is closed
   */
  public synchronized Optional<Frame> awaitNewer(long afterNs, long timeoutMs)
      throws InterruptedException {
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    while (!closed && (newest == null || newest.capturedNs() <= afterNs)) {
      long leftNs = deadlineNs - System.nanoTime();
      if (leftNs <= 0) {
        return Optional.empty();
      }
      TimeUnit.NANOSECONDS.timedWait(this, leftNs);
    }
    return closed ? Optional.empty() : Optional.ofNullable(newest);
  }

  /** Gives up the camera of before for another, which is opened at the next look. */
  public synchronized void use(Camera other) {
    camera = other;
    letGo();
    attempts = 0;
    lastError = null;
    retryAtNs = Long.MIN_VALUE;
    pauseMs = settings.firstRetryMs();
  }

  /** How the camera is doing. */
  public synchronized CameraHealth health() {
    Optional<Long> age =
        Optional.ofNullable(newest)
            .map(frame -> TimeUnit.NANOSECONDS.toMillis(clockNs.getAsLong() - frame.capturedNs()));
    return new CameraHealth(
        camera.name(),
        status(),
        newest == null ? 0 : rate.framesPerS(),
        age,
        Math.max(0, attempts - 1),
        Optional.ofNullable(lastError));
  }

  private CameraHealth.Status status() {
    if (closed) {
      return CameraHealth.Status.CLOSED;
    }
    if (newest != null) {
      return CameraHealth.Status.LIVE;
    }
    return current == null ? CameraHealth.Status.WAITING : CameraHealth.Status.OPENING;
  }

  @Override
  public synchronized void close() {
    closed = true;
    letGo();
    notifyAll();
  }

  private void watch() {
    try {
      while (tick()) {
        Thread.sleep(TICK_MS);
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  /** One look of the watchdog; false when the feed is closed. */
  synchronized boolean tick() {
    if (closed) {
      return false;
    }
    long nowNs = clockNs.getAsLong();
    Attempt attempt = current;
    if (attempt == null) {
      if (nowNs >= retryAtNs) {
        begin(nowNs);
      }
    } else if (attempt.failure != null) {
      giveUp(attempt.failure, nowNs);
    } else {
      long silentMs = TimeUnit.NANOSECONDS.toMillis(nowNs - attempt.lastSignNs);
      if (silentMs > (attempt.frames == 0 ? settings.openTimeoutMs() : settings.staleMs())) {
        giveUp(silence(silentMs), nowNs);
      }
    }
    return true;
  }

  private String silence(long silentMs) {
    return camera.name()
        + ": no picture for "
        + Math.round(silentMs / 100.0) / 10.0
        + " s; it is opened again by itself; when that does not help, pull its plug and put it back";
  }

  private void begin(long nowNs) {
    if (abandoned >= MOST_ABANDONED) {
      lastError =
          camera.name()
              + ": its driver hangs and holds "
              + abandoned
              + " threads; pull its plug, or start the kiosk again";
      retryAtNs = nowNs + TimeUnit.MILLISECONDS.toNanos(settings.longestRetryMs());
      return;
    }
    attempts++;
    Attempt attempt = new Attempt(nowNs);
    current = attempt;
    Thread reader = new Thread(attempt, "camera-reader-" + attempts);
    reader.setDaemon(true);
    reader.start();
  }

  private void giveUp(String error, long nowNs) {
    if (!error.equals(lastError)) {
      LOG.warn("{}", error);
    }
    lastError = error;
    letGo();
    retryAtNs = nowNs + TimeUnit.MILLISECONDS.toNanos(pauseMs);
    pauseMs = Math.min(2 * pauseMs, settings.longestRetryMs());
  }

  private void letGo() {
    newest = null;
    rate.restart();
    if (current != null) {
      current.abandon();
      current = null;
    }
  }

  /** One opening of the camera, read until it fails or is abandoned. */
  private final class Attempt implements Runnable {
    private final Camera used = camera;
    private final long beganNs;
    private long lastSignNs;
    private long frames;
    private boolean given;
    private boolean ended;
    private @Nullable CameraStream stream;
    private @Nullable String failure;

    Attempt(long beganNs) {
      this.beganNs = beganNs;
      this.lastSignNs = beganNs;
    }

    @Override
    public void run() {
      try (CameraStream opened = used.open()) {
        while (accept(opened)) {
          publish(opened.read());
        }
      } catch (RuntimeException e) {
        fail(e instanceof CameraException known ? known.getMessage() : used.name() + ": " + e);
      } finally {
        end();
      }
    }

    private boolean accept(CameraStream opened) {
      synchronized (CameraFeed.this) {
        stream = opened;
        return !given;
      }
    }

    private void publish(RgbImage image) {
      synchronized (CameraFeed.this) {
        if (given) {
          return;
        }
        long nowNs = clockNs.getAsLong();
        if (frames++ == 0) {
          LOG.info("{}: {} x {} px", used.name(), image.width(), image.height());
        }
        lastSignNs = nowNs;
        if (TimeUnit.NANOSECONDS.toMillis(nowNs - beganNs) > STEADY_MS) {
          pauseMs = settings.firstRetryMs();
        }
        rate.arrived(nowNs);
        newest = new Frame(image, 1, nowNs);
        CameraFeed.this.notifyAll();
      }
    }

    private void fail(@Nullable String message) {
      synchronized (CameraFeed.this) {
        failure = String.valueOf(message);
      }
    }

    private void end() {
      synchronized (CameraFeed.this) {
        ended = true;
        if (given) {
          abandoned--;
        } else if (failure == null) {
          failure = used.name() + ": it ended";
        }
      }
    }

    /** Called with the feed's lock held; closing may hang as well, so another thread does it. */
    void abandon() {
      given = true;
      if (ended) {
        return;
      }
      abandoned++;
      CameraStream held = stream;
      if (held != null) {
        Thread closer = new Thread(held::close, "camera-closer");
        closer.setDaemon(true);
        closer.start();
      }
    }
  }
}
