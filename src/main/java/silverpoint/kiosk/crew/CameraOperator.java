package silverpoint.kiosk.crew;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.CameraHealth;
import silverpoint.kiosk.subject.BestFrame;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.subject.Observation;
import silverpoint.kiosk.subject.Shot;
import silverpoint.kiosk.subject.Subject;
import silverpoint.kiosk.subject.SubjectWatch;
import silverpoint.picture.face.FaceMesher;

/**
 * Tells the booth who stands there, and keeps the best frames of a guest who agreed. Before that a
 * frame is looked at and dropped. Looks after the camera's health, too.
 */
final class CameraOperator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraOperator.class);
  private static final long REPEAT_MS = 1_000;
  private static final long LOOK_NS = 500_000_000;

  private final CameraFeed feed;
  private final SubjectWatch watch;
  private final Supplier<FaceMesher> mesher;
  private final IntFunction<String> upright;
  private final LongSupplier nowMs;
  private final Consumer<BoothEvent> booth;
  private final Runnable unsubscribe;
  private final Thread health = Thread.ofVirtual().unstarted(this::lookAfter);
  private volatile boolean open = true;
  private volatile Observation latest = Observation.NOTHING;
  private @Nullable Collection collecting;
  private BoothEvent.SubjectSeen told = new BoothEvent.SubjectSeen(0, false);
  private long toldMs;
  private Optional<String> fault = Optional.empty();
  private Optional<String> blindness = Optional.empty();
  private int lyingQuarters;

  /** The frames of a session. */
  private record Collection(long session, BestFrame frames) {}

  /**
   * @param mesher for the choice of the best frame; asked for when it is needed
   * @param upright what is to be done when people lie by so many quarters
   * @param nowMs booth time
   */
  CameraOperator(
      CameraFeed feed,
      SubjectWatch watch,
      Supplier<FaceMesher> mesher,
      IntFunction<String> upright,
      LongSupplier nowMs,
      Consumer<BoothEvent> booth) {
    this.feed = feed;
    this.watch = watch;
    this.mesher = mesher;
    this.upright = upright;
    this.nowMs = nowMs;
    this.booth = booth;
    unsubscribe = watch.subscribe(this::observed);
    health.start();
  }

  /** Takes what the watch sees. */
  synchronized void observed(Observation observation) {
    latest = observation;
    if (collecting != null) {
      collecting.frames().offer(observation);
    }
    long track = observation.subject().map(Subject::id).map(id -> id + 1L).orElse(0L);
    BoothEvent.SubjectSeen seen =
        new BoothEvent.SubjectSeen(track, observation.isReady(), feed.seesPeople());
    long now = nowMs.getAsLong();
    if (!seen.equals(told) || now - toldMs >= REPEAT_MS) {
      told = seen;
      toldMs = now;
      booth.accept(seen);
    }
  }

  /** From here on the frames of the session's guest are kept. */
  synchronized void collect(long session) {
    collecting = new Collection(session, new BestFrame());
  }

  /** Drops every frame of a session; those of another one stay. */
  synchronized void drop(long session) {
    if (collecting != null && collecting.session() == session) {
      collecting = null;
    }
  }

  /** Drops every frame. */
  synchronized void dropAll() {
    collecting = null;
  }

  /**
   * The frames of the session, to choose the best from later; empty when there is none to choose
   * from.
   */
  synchronized Optional<Supplier<Optional<Shot>>> take(long session) {
    Collection collected = collecting;
    drop(session);
    if (collected != null && collected.session() == session && collected.frames().size() > 0) {
      return Optional.of(() -> collected.frames().take(mesher.get()));
    }
    // staff may ask for a picture that the gate would not take
    Observation seen = latest;
    return seen.subject()
        .flatMap(subject -> seen.frame().map(frame -> Shot.of(frame, subject)))
        .map(shot -> () -> Optional.of(shot));
  }

  /** What the guest could do better. */
  Hint hint() {
    return latest.hint();
  }

  private void lookAfter() {
    while (open) {
      LockSupport.parkNanos(LOOK_NS);
      try {
        lookAgain();
      } catch (RuntimeException | Error _) {
        // without memory even saying so fails
      }
    }
  }

  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      LOG.warn("the camera's health could not be told", e);
    }
  }

  /** Tells what has changed with the camera and the watch. */
  synchronized void look() {
    CameraHealth now = feed.health();
    if (now.isLive() && fault.isPresent()) {
      booth.accept(new BoothEvent.Healed(FaultKind.CAMERA));
      fault = Optional.empty();
    } else if (now.fault().isPresent() && !now.fault().equals(fault)) {
      booth.accept(new BoothEvent.Failing(FaultKind.CAMERA, now.fault().get()));
      fault = now.fault();
    }
    Optional<String> failure = watch.failure();
    if (!failure.equals(blindness)) {
      booth.accept(
          failure
              .<BoothEvent>map(why -> new BoothEvent.Failing(FaultKind.MODEL, why))
              .orElseGet(() -> new BoothEvent.Healed(FaultKind.MODEL)));
      blindness = failure;
    }
    int lying = watch.lyingQuarters();
    if (lying != lyingQuarters) {
      booth.accept(
          lying > 0
              ? new BoothEvent.Failing(FaultKind.CAMERA_TURNED, upright.apply(lying))
              : new BoothEvent.Healed(FaultKind.CAMERA_TURNED));
      lyingQuarters = lying;
    }
  }

  @Override
  public void close() {
    open = false;
    unsubscribe.run();
    dropAll();
    watch.close();
    feed.close();
  }
}
