package silverpoint.crew;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.PlannedLine;
import silverpoint.Sketch;
import silverpoint.booth.BoothEvent;
import silverpoint.booth.FaultKind;
import silverpoint.history.LineFigures;
import silverpoint.inference.ModelException;
import silverpoint.portrait.FaceChoice;
import silverpoint.portrait.Flaw;
import silverpoint.route.Leg;
import silverpoint.subject.Shot;

/**
 * Makes lines of frames, one at a time on a thread of its own. Of a sketch only the line is kept;
 * frame, crop and line art are dropped at once. When the pipeline fails for want of a model, or
 * twice in a row, it is set up anew, with growing pauses, until it works.
 */
final class Sketcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sketcher.class);
  private static final int FAILURES_IN_A_ROW = 2;
  private static final long FIRST_PAUSE_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 60_000;

  private final Studio.Builder builder;
  private final SketchMemory memory;
  private final Consumer<BoothEvent> booth;
  private final Figures figures;
  private final Map<Long, Taken> frames = new ConcurrentHashMap<>();
  private final Worker worker = new Worker("silverpoint-sketcher");
  private volatile Studio.Wish wish;
  private volatile boolean open = true;
  private @Nullable Studio studio;
  private Studio.@Nullable Wish built;
  private int failures;

  /** The frames of a session and when they were taken in hand, on {@code System.nanoTime}. */
  private record Taken(Supplier<Optional<Shot>> choice, long atNs) {}

  /** Told of every line that is made. */
  @FunctionalInterface
  interface Figures {
    void made(long session, LineFigures figures);
  }

  Sketcher(
      Studio.Builder builder,
      Studio.Wish wish,
      SketchMemory memory,
      Figures figures,
      Consumer<BoothEvent> booth) {
    this.builder = builder;
    this.wish = wish;
    this.memory = memory;
    this.figures = figures;
    this.booth = booth;
  }

  /** Sets the pipeline up, so that the first guest need not wait. */
  void warmUp() {
    worker.later(this::repair);
  }

  Studio.Wish wish() {
    return wish;
  }

  /** What portraits are to be like from the next one on. */
  void wish(Studio.Wish next) {
    wish = next;
    warmUp();
  }

  /**
   * Takes a session's frame in hand.
   *
   * @param frame chosen on the sketcher's thread, since that takes a moment
   */
  void take(long session, Supplier<Optional<Shot>> frame) {
    frames.put(session, new Taken(frame, System.nanoTime()));
  }

  void sketch(long session) {
    worker.later(() -> make(session));
  }

  /** Drops the frame and the line of a session. */
  void forget(long session) {
    frames.remove(session);
    memory.forget(session);
  }

  void forgetAll() {
    frames.clear();
    memory.clear();
  }

  private void make(long session) {
    Taken frame = frames.remove(session);
    if (frame == null) {
      return;
    }
    try {
      Optional<Shot> taken = frame.choice().get();
      Optional<Sketch> sketch = Optional.empty();
      if (taken.isPresent()) {
        Shot shot = taken.get();
        sketch = studio().sketch(shot.frame(), FaceChoice.like(shot.sitters()));
      }
      failures = 0;
      if (sketch.isEmpty() || sketch.get().drawing().strokes().isEmpty()) {
        booth.accept(new BoothEvent.SketchFailed(session, true, "no face that could be drawn"));
        return;
      }
      Optional<String> flaw = sketch.get().flaw().map(Flaw::advice);
      if (flaw.isPresent()) {
        booth.accept(new BoothEvent.SketchFailed(session, true, flaw.get()));
        return;
      }
      made(session, sketch.get(), frame.atNs());
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      failed(session, e);
    }
  }

  private void made(long session, Sketch sketch, long takenNs) {
    PlannedLine line = sketch.line();
    memory.keep(session, line);
    double sketchMs = (System.nanoTime() - takenNs) * 1e-6;
    double connectorMm = 0;
    double retraceMm = 0;
    double lengthMm = 0;
    for (Leg leg : line.route().legs()) {
      double legMm = leg.pathMm().length();
      lengthMm += legMm;
      switch (leg) {
        case Leg.Draw _ -> {}
        case Leg.Connector _ -> connectorMm += legMm;
        case Leg.Retrace _ -> retraceMm += legMm;
      }
    }
    figures.made(
        session,
        new LineFigures(
            line.drawing().strokes().size(),
            lengthMm,
            connectorMm,
            retraceMm,
            line.motionPlan().xReversals(),
            line.motionPlan().yReversals(),
            sketchMs,
            wish.style()));
    booth.accept(new BoothEvent.Sketched(session, line.motionPlan().durationS(), lengthMm));
  }

  private void failed(long session, Throwable failure) {
    String message = message(failure);
    LOG.warn("no sketch: {}", message);
    booth.accept(new BoothEvent.SketchFailed(session, false, message));
    failures++;
    if (failure instanceof ModelException || failures >= FAILURES_IN_A_ROW) {
      studio = null;
      repair();
    }
  }

  private Studio studio() {
    Studio ready = studio;
    if (ready == null || !wish.equals(built)) {
      Studio.Wish wanted = wish;
      ready = builder.build(wanted);
      studio = ready;
      built = wanted;
    }
    return ready;
  }

  /** Sets the pipeline up; tries until it works. */
  private void repair() {
    long pauseMs = FIRST_PAUSE_MS;
    boolean told = false;
    while (open) {
      try {
        studio();
        failures = 0;
        booth.accept(new BoothEvent.Healed(FaultKind.MODEL));
        return;
      } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
        if (!told) {
          LOG.warn("the pipeline cannot be set up: {}", message(e));
          told = true;
        }
        booth.accept(new BoothEvent.Failing(FaultKind.MODEL, message(e)));
      }
      try {
        Thread.sleep(pauseMs);
      } catch (InterruptedException e) {
        return;
      }
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }

  private static String message(Throwable failure) {
    return failure instanceof OutOfMemoryError
        ? "out of memory: " + failure.getMessage()
        : failure instanceof ModelException
            ? String.valueOf(failure.getMessage())
            : failure.toString();
  }

  @Override
  public void close() {
    open = false;
    forgetAll();
    worker.close();
  }
}
