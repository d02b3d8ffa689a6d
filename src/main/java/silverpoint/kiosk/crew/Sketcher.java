package silverpoint.kiosk.crew;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.foundation.inference.ModelException;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.history.LineFigures;
import silverpoint.kiosk.subject.Shot;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.Flaw;
import silverpoint.route.Leg;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;

/**
 * Makes lines of frames, one at a time on a thread of its own. Of a sketch only the line is kept;
 * the frame is dropped at once, crop and line art when {@link OtherDrawings} of them are made. When
 * the studio fails for want of a model, or twice in a row, another one is built, with growing
 * pauses, until one works. What hangs is told and interrupted.
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
  private final Worker worker;
  private final HungSketch hung;
  private final OtherDrawings others;
  private final CountDownLatch tried = new CountDownLatch(1);
  private volatile Studio.Settings settings;
  private volatile Begun begun;
  private volatile boolean open = true;
  private volatile @Nullable Studio studio;
  private int failures;

  /** The session in front of the camera, and what its portrait is to be like, retakes too. */
  private record Begun(long session, Studio.Settings settings) {}

  /**
   * The frames of a session.
   *
   * @param atNs when they were taken in hand, on {@code System.nanoTime}
   */
  private record Taken(Supplier<Optional<Shot>> choice, Studio.Settings settings, long atNs) {}

  /** Told of every line that is made. */
  @FunctionalInterface
  interface Figures {
    void made(long session, LineFigures figures);
  }

  /**
   * @param nowMs booth time
   */
  Sketcher(
      Studio.Builder builder,
      Studio.Settings settings,
      SketchMemory memory,
      Figures figures,
      Worker worker,
      LongSupplier nowMs,
      Consumer<BoothEvent> booth) {
    this.builder = builder;
    this.settings = settings;
    this.begun = new Begun(0, settings);
    this.memory = memory;
    this.figures = figures;
    this.worker = worker;
    this.booth = booth;
    hung = new HungSketch(nowMs, worker::interrupt, booth);
    others = new OtherDrawings(this::ready, memory, figures, worker, hung, booth);
  }

  /** Who looks whether a sketch hangs. */
  HungSketch hung() {
    return hung;
  }

  /** Builds the studio, so that the first guest need not wait. */
  void warmUp() {
    worker.later(this::repair);
  }

  /**
   * Waits until a studio works, or it is known that none can be built.
   *
   * @return whether the time was enough
   */
  boolean awaitTried(long ms) throws InterruptedException {
    return tried.await(ms, TimeUnit.MILLISECONDS);
  }

  Studio.Settings settings() {
    return settings;
  }

  /** What portraits are to be like from the next session on. */
  void settings(Studio.Settings next) {
    settings = next;
  }

  /** A guest steps up. */
  void begin(long session) {
    begun = new Begun(session, settings);
  }

  /**
   * Takes a session's frame in hand.
   *
   * @param frame chosen on the sketcher's thread, since that takes a moment
   */
  void take(long session, Supplier<Optional<Shot>> frame) {
    Begun now = begun;
    Studio.Settings own = now.session() == session ? now.settings() : settings;
    frames.put(session, new Taken(frame, own, System.nanoTime()));
  }

  void sketch(long session) {
    worker.later(() -> make(session));
  }

  /** The guest took the drawing of that style; no other is made or kept. */
  void settle(long session, String style) {
    others.settle(session, style);
  }

  /** Drops the frame and the lines of a session. */
  void forget(long session) {
    frames.remove(session);
    others.end(session);
    memory.forget(session);
    hung.unwanted(session);
  }

  void forgetAll() {
    frames.clear();
    others.endAll();
    memory.clear();
    hung.allUnwanted();
  }

  private void make(long session) {
    Taken frame = frames.remove(session);
    if (frame == null) {
      return;
    }
    hung.begun(session);
    try {
      Optional<Shot> taken = frame.choice().get();
      Optional<Sketch> sketch = Optional.empty();
      if (taken.isPresent()) {
        Shot shot = taken.get();
        sketch = ready().sketch(shot.frame(), FaceChoice.like(shot.sitters()), frame.settings());
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
      made(session, sketch.get(), frame);
    } catch (RuntimeException | Error e) {
      failed(session, e);
    } finally {
      hung.ended();
    }
  }

  private void made(long session, Sketch sketch, Taken frame) {
    PlannedLine line = sketch.line();
    String style = frame.settings().style();
    memory.keep(session, style, line);
    LineFigures made = figures(line, (System.nanoTime() - frame.atNs()) * 1e-6, style);
    figures.made(session, made);
    others.follow(session, sketch, made, frame.settings());
    booth.accept(
        new BoothEvent.Sketched(
            session, new Offer(style, line.motionPlan().durationS(), made.lengthMm())));
  }

  /** What a line is like. */
  static LineFigures figures(PlannedLine line, double sketchMs, String style) {
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
    return new LineFigures(
        line.drawing().strokes().size(),
        lengthMm,
        connectorMm,
        retraceMm,
        line.motionPlan().xReversals(),
        line.motionPlan().yReversals(),
        sketchMs,
        style);
  }

  private void failed(long session, Throwable failure) {
    String message = message(failure);
    LOG.warn("no sketch: {}", message);
    booth.accept(new BoothEvent.SketchFailed(session, false, message));
    failures++;
    if (failure instanceof ModelException || failures >= FAILURES_IN_A_ROW) {
      repair();
    }
  }

  private Studio ready() {
    Studio built = studio;
    return built == null ? rebuilt() : built;
  }

  /** Another studio in the place of the one before, which is closed once the new one works. */
  private Studio rebuilt() {
    Studio next = builder.build();
    Studio before = studio;
    studio = next;
    if (before != null) {
      before.close();
    }
    return next;
  }

  /** Builds a studio; tries until it works. */
  private void repair() {
    long pauseMs = FIRST_PAUSE_MS;
    boolean told = false;
    while (open) {
      try {
        hung.begun(HungSketch.MODELS);
        hung.unwanted(HungSketch.MODELS);
        rebuilt();
        failures = 0;
        booth.accept(new BoothEvent.Healed(FaultKind.MODEL));
        return;
      } catch (RuntimeException | Error e) {
        if (!told) {
          LOG.warn("the studio cannot be built: {}", message(e));
          told = true;
        }
        booth.accept(new BoothEvent.Failing(FaultKind.MODEL, message(e)));
      } finally {
        hung.ended();
        tried.countDown();
      }
      worker.rest(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }

  static String message(Throwable failure) {
    return failure instanceof OutOfMemoryError
        ? "out of memory: " + failure.getMessage()
        : failure instanceof ModelException
            ? String.valueOf(failure.getMessage())
            : failure.toString();
  }

  @Override
  public void close() {
    open = false;
    hung.close();
    forgetAll();
    worker.close();
    Studio last = studio;
    if (last != null) {
      last.close();
    }
  }
}
