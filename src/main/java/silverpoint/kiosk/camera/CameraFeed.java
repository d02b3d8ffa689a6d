package silverpoint.kiosk.camera;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.foundation.image.RgbImage;
import silverpoint.sketch.Frame;

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

  private Camera camera;
  private final LongSupplier clockNs;

  private @Nullable Frame newest;
  private @Nullable Attempt current;
  private final FeedFailures failures;
  private final FrameRate rate = new FrameRate();
  private int attempts;
  private int abandoned;
  private boolean closed;

  /**
   * @param clockNs a clock that never goes back, such as {@code System::nanoTime}
   */
  public CameraFeed(Camera camera, FeedSettings settings, LongSupplier clockNs) {
    this.camera = camera;
    this.clockNs = clockNs;
    this.failures = new FeedFailures(settings);
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
    long deadlineNs = clockNs.getAsLong() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    while (!closed && (newest == null || newest.capturedNs() <= afterNs)) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - clockNs.getAsLong());
      if (leftMs <= 0) {
        return Optional.empty();
      }
      wait(Math.min(leftMs, TICK_MS));
    }
    return closed ? Optional.empty() : Optional.ofNullable(newest);
  }

  /** Whether no frame will ever come again. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Gives up the camera of before for another, which is opened at the next look. */
  public synchronized void use(Camera other) {
    camera = other;
    letGo();
    attempts = 0;
    failures.restart();
  }

  /** Whether those whom the camera sees could touch the screen before it. */
  public synchronized boolean seesPeople() {
    return camera.seesPeople();
  }

  /** How the camera is doing. */
  public synchronized CameraHealth health() {
    long nowNs = clockNs.getAsLong();
    Optional<Long> age =
        Optional.ofNullable(newest)
            .map(frame -> TimeUnit.NANOSECONDS.toMillis(nowNs - frame.capturedNs()));
    return new CameraHealth(
        camera.name(),
        status(),
        newest == null ? 0 : rate.framesPerS(),
        age,
        Math.max(0, attempts - 1),
        failures.last(),
        failures.fault(nowNs));
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
      while (lookAgain()) {
        Thread.sleep(TICK_MS);
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  /** The watchdog outlives whatever goes wrong in a look. */
  private boolean lookAgain() {
    try {
      return tick();
    } catch (RuntimeException | Error e) {
      try {
        LOG.warn("the camera's watchdog goes on after a failure", e);
      } catch (RuntimeException | Error _) {
        // without memory even saying so fails
      }
      return true;
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
      if (failures.mayRetry(nowNs)) {
        begin(nowNs);
      }
    } else if (attempt.failure != null) {
      giveUp(attempt.failure, nowNs);
    } else {
      long silentMs = TimeUnit.NANOSECONDS.toMillis(nowNs - attempt.lastSignNs);
      if (silentMs > failures.patienceMs(attempt.frames > 0)) {
        giveUp(FeedWords.silent(camera, silentMs), nowNs);
      }
    }
    return true;
  }

  private void begin(long nowNs) {
    if (abandoned >= MOST_ABANDONED) {
      failures.failed(FeedWords.hangs(camera, abandoned), nowNs);
      return;
    }
    attempts++;
    Attempt attempt = new Attempt(nowNs);
    current = attempt;
    Thread reader = new Thread(attempt, "camera-reader-" + attempts);
    reader.setDaemon(true);
    try {
      reader.start();
    } catch (OutOfMemoryError e) {
      attempt.fail(e);
      attempt.end();
    }
  }

  private void giveUp(String error, long nowNs) {
    failures.failed(error, nowNs);
    letGo();
  }

  private void letGo() {
    newest = null;
    rate.restart();
    Attempt attempt = current;
    current = null;
    if (attempt != null) {
      attempt.abandon();
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
      } catch (RuntimeException | Error e) {
        fail(e);
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
        failures.recovered(nowNs - beganNs);
        rate.arrived(nowNs);
        newest = new Frame(image, 1, nowNs);
        CameraFeed.this.notifyAll();
      }
    }

    void fail(Throwable thrown) {
      LOG.debug("{} fails", used.name(), thrown);
      String message = FeedWords.broke(used, thrown);
      synchronized (CameraFeed.this) {
        failure = message;
      }
    }

    void end() {
      synchronized (CameraFeed.this) {
        ended = true;
        if (given) {
          abandoned--;
        } else if (failure == null) {
          failure = FeedWords.ended(used);
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
        Thread closer = new Thread(() -> close(held), "camera-closer");
        closer.setDaemon(true);
        closer.start();
      }
    }

    private void close(CameraStream held) {
      try {
        held.close();
      } catch (RuntimeException | Error e) {
        LOG.warn("{} does not close: {}", used.name(), e.getMessage());
      }
    }
  }
}
