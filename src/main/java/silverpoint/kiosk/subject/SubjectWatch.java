package silverpoint.kiosk.subject;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.RealTimeWait;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.sketch.Frame;

/**
 * Looks at the newest frame, again and again, on a thread of its own, and tells what it sees.
 * Frames are looked at and dropped: the watch holds the last observation and nothing older.
 *
 * <p>Whatever goes wrong in a look does not end the watch: it says so, waits, and tries again. It
 * ends with its feed.
 */
public final class SubjectWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubjectWatch.class);

  /** Without a frame for this long there is nothing to see. */
  private static final long BLIND_MS = 700;

  private static final long PAUSE_AFTER_FAILURE_NS = 1_000_000_000;

  /** A look takes less; one that hangs is not waited for. */
  private static final long LAST_LOOK_MS = 5_000;

  /** A look takes less, also the first, for which the model is loaded. */
  private static final long LONGEST_LOOK_NS = 30_000_000_000L;

  private static final String STUCK =
      "nobody looks at the camera's pictures any more; if that stays so, start the kiosk again";

  private static final String UNSPEAKABLE =
      "an error of which nothing can be said, as without memory";

  /** The rate is steadied over about this many frames. */
  private static final double RATE_FRAMES = 30;

  private final CameraFeed feed;
  private final LiveFaceFinder finder;
  private final LyingFaces lying;
  private final SubjectSettings settings;
  private final RealTimeWait pace;
  private final List<Consumer<Observation>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::watch, "subject-watch");
  private volatile Observation latest = Observation.NOTHING;
  private volatile @Nullable String failure;
  private volatile boolean open = true;

  /** When the last look began. */
  private volatile long turnedNs;

  /** The watch's own: what it knows of the frames before. */
  private SubjectSight sight = SubjectSight.NOTHING;

  private long lastNs = Long.MIN_VALUE;
  private double periodS;
  private long number;
  private String complaint = "";

  /**
   * @param clockNs a clock that runs in real time
   */
  public SubjectWatch(
      CameraFeed feed, LiveFaceFinder finder, SubjectSettings settings, LongSupplier clockNs) {
    this.feed = feed;
    this.finder = finder;
    this.settings = settings;
    lying = new LyingFaces(finder, settings);
    pace = new RealTimeWait(clockNs);
    thread.setDaemon(true);
  }

  /** Begins to look. */
  public SubjectWatch start() {
    turnedNs = pace.clockNs().getAsLong();
    thread.start();
    return this;
  }

  /** Where in a picture of that size a face is framed best; see {@link Aim#of}. */
  public Aim aim(int widthPx, int heightPx, double pageAspect) {
    return Aim.of(widthPx, heightPx, pageAspect, settings);
  }

  /** What was seen last. */
  public Observation latest() {
    return latest;
  }

  /** By how many quarters, clockwise, the camera shows people who lie; 0 when they stand. */
  public int lyingQuarters() {
    return lying.quarters();
  }

  /** Why nothing is seen though the camera works; empty when all is well. */
  public Optional<String> failure() {
    long silentNs = pace.clockNs().getAsLong() - turnedNs;
    return open && thread.getState() != Thread.State.NEW && silentNs > LONGEST_LOOK_NS
        ? Optional.of(STUCK)
        : Optional.ofNullable(failure);
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

  /** Ends the watch, and waits for a look in progress: its model may be closed afterwards. */
  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(LAST_LOOK_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (open && !feed.isClosed()) {
      turnedNs = pace.clockNs().getAsLong();
      try {
        look();
      } catch (InterruptedException e) {
        LOG.debug("closing; or somebody else's interrupt, which ends nothing");
      } catch (RuntimeException | Error e) {
        failed(e);
      }
    }
    publish(Observation.NOTHING);
  }

  private void look() throws InterruptedException {
    Optional<Frame> next = feed.awaitNewer(lastNs, BLIND_MS);
    if (next.isPresent()) {
      lookAt(next.get());
    } else if (!feed.isClosed()) {
      forget();
      publish(Observation.NOTHING);
    }
  }

  private void lookAt(Frame frame) {
    if (lastNs != Long.MIN_VALUE) {
      double sinceS = (frame.capturedNs() - lastNs) * 1e-9;
      periodS = periodS == 0 ? sinceS : periodS + (sinceS - periodS) / RATE_FRAMES;
    }
    lastNs = frame.capturedNs();
    List<Face> faces = finder.find(frame.image(), sight.tracks(), number++);
    sight = sight.after(frame, faces, settings);
    lying.look(frame, sight.tracks());
    Observation seen = sight.observe(frame, settings, periodS == 0 ? 0 : 1 / periodS);
    failure = null;
    publish(seen);
  }

  private void forget() {
    sight = sight.withoutFaces();
    periodS = 0;
  }

  private void failed(Throwable thrown) {
    String before = failure;
    failure = words(thrown);
    forget();
    publish(Observation.NOTHING);
    if (!failure.equals(before)) {
      say(() -> LOG.warn("faces cannot be looked for: {}", failure));
    }
    pace.until(pace.clockNs().getAsLong() + PAUSE_AFTER_FAILURE_NS, () -> !open);
  }

  private static String words(Throwable thrown) {
    try {
      return thrown instanceof OutOfMemoryError
          ? "out of memory: " + thrown.getMessage()
          : String.valueOf(thrown.getMessage());
    } catch (RuntimeException | Error _) {
      return UNSPEAKABLE;
    }
  }

  private static void say(Runnable words) {
    try {
      words.run();
    } catch (RuntimeException | Error _) {
      // without memory even saying so fails
    }
  }

  private void publish(Observation observation) {
    latest = observation;
    for (Consumer<Observation> listener : listeners) {
      try {
        listener.accept(observation);
      } catch (RuntimeException | Error e) {
        say(() -> complain(e));
      }
    }
  }

  /** Once for the same, not for every frame. */
  private void complain(Throwable thrown) {
    if (!thrown.toString().equals(complaint)) {
      complaint = thrown.toString();
      LOG.warn("a listener of the subject watch failed", thrown);
    }
  }
}
