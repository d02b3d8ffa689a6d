package silverpoint.subject;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.camera.CameraFeed;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
import silverpoint.face.LiveFaceFinder;

/**
 * Looks at the newest frame, again and again, on a thread of its own, and tells what it sees.
 * Frames are looked at and dropped: the watch holds the last observation and nothing older.
 *
 * <p>A failure of the face model does not end the watch: it says so, waits, and tries again.
 */
public final class SubjectWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubjectWatch.class);

  /** Without a frame for this long there is nothing to see. */
  private static final long BLIND_MS = 700;

  private static final long PAUSE_AFTER_FAILURE_MS = 1_000;

  /** The rate is steadied over about this many frames. */
  private static final double RATE_FRAMES = 30;

  private final CameraFeed feed;
  private final LiveFaceFinder finder;
  private final SubjectSettings settings;
  private final List<Consumer<Observation>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::watch, "subject-watch");
  private volatile Observation latest = Observation.NOTHING;
  private volatile @Nullable String failure;

  public SubjectWatch(CameraFeed feed, LiveFaceFinder finder, SubjectSettings settings) {
    this.feed = feed;
    this.finder = finder;
    this.settings = settings;
    thread.setDaemon(true);
  }

  /** Begins to look. */
  public SubjectWatch start() {
    thread.start();
    return this;
  }

  /** What was seen last. */
  public Observation latest() {
    return latest;
  }

  /** Why nothing is seen though the camera works; empty when all is well. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Has the listener told of every observation, on the watch's thread; it should be quick.
   *
   * @return ends it
   */
  public Runnable subscribe(Consumer<Observation> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Ends the watch; a look in progress is finished first, by itself. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    SubjectSight sight = SubjectSight.NOTHING;
    long lastNs = Long.MIN_VALUE;
    double periodS = 0;
    long number = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Optional<Frame> next = feed.awaitNewer(lastNs, BLIND_MS);
        if (next.isEmpty()) {
          sight = SubjectSight.NOTHING;
          periodS = 0;
          publish(Observation.NOTHING);
          continue;
        }
        Frame frame = next.get();
        if (lastNs != Long.MIN_VALUE) {
          double sinceS = (frame.capturedNs() - lastNs) * 1e-9;
          periodS = periodS == 0 ? sinceS : periodS + (sinceS - periodS) / RATE_FRAMES;
        }
        lastNs = frame.capturedNs();
        sight = look(sight, frame, number++, periodS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      latest = Observation.NOTHING;
    }
  }

  private SubjectSight look(SubjectSight before, Frame frame, long number, double periodS)
      throws InterruptedException {
    try {
      List<Face> faces = finder.find(frame.image(), before.tracks(), number);
      SubjectSight sight = before.after(frame, faces, settings);
      failure = null;
      publish(sight.observe(frame, settings, periodS == 0 ? 0 : 1 / periodS));
      return sight;
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.equals(failure)) {
        LOG.warn("faces cannot be looked for: {}", said);
      }
      failure = said;
      publish(Observation.NOTHING);
      Thread.sleep(PAUSE_AFTER_FAILURE_MS);
      return SubjectSight.NOTHING;
    }
  }

  private void publish(Observation observation) {
    latest = observation;
    for (Consumer<Observation> listener : listeners) {
      try {
        listener.accept(observation);
      } catch (RuntimeException e) {
        LOG.warn("a listener of the subject watch failed", e);
      }
    }
  }
}
