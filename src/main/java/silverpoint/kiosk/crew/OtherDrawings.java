package silverpoint.kiosk.crew;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.history.LineFigures;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;

/**
 * Draws a guest in other styles, on the sketcher's thread, once the first drawing is on the screen.
 * It ends between two stages as soon as the guest has decided, or gone; what it needs of the
 * picture is forgotten then, and as soon as all are made. One that fails is not offered, and that
 * is all.
 */
final class OtherDrawings {
  private static final Logger LOG = LoggerFactory.getLogger(OtherDrawings.class);

  /** Drawings whose lengths differ by a smaller share look the same. */
  private static final double ALIKE = 0.1;

  private final Supplier<Studio> studio;
  private final SketchMemory memory;
  private final Sketcher.Figures figures;
  private final Worker worker;
  private final HungSketch hung;
  private final Consumer<BoothEvent> booth;
  private @Nullable Choice choice;

  /** What one guest may choose from. */
  private static final class Choice {
    private final long session;
    private final Studio.Settings settings;
    private final Map<String, LineFigures> made = new LinkedHashMap<>();
    private Studio.@Nullable Seen seen;
    private int missing;

    Choice(long session, Studio.Settings settings, Studio.Seen seen) {
      this.session = session;
      this.settings = settings;
      this.seen = seen;
      missing = settings.others().size();
    }
  }

  /**
   * @param figures told of the line that a guest takes instead of the first
   */
  OtherDrawings(
      Supplier<Studio> studio,
      SketchMemory memory,
      Sketcher.Figures figures,
      Worker worker,
      HungSketch hung,
      Consumer<BoothEvent> booth) {
    this.studio = studio;
    this.memory = memory;
    this.figures = figures;
    this.worker = worker;
    this.hung = hung;
    this.booth = booth;
  }

  /** The first drawing of a session is made; the others follow when the worker has time. */
  synchronized void follow(
      long session, Sketch first, LineFigures firstFigures, Studio.Settings settings) {
    if (settings.others().isEmpty()) {
      choice = null;
      return;
    }
    Choice begun = new Choice(session, settings, Studio.Seen.of(first));
    begun.made.put(settings.style(), firstFigures);
    choice = begun;
    settings.others().forEach(style -> worker.later(() -> make(begun, style)));
  }

  /** The guest took the drawing of that style. */
  void settle(long session, String style) {
    takenInstead(session, style).ifPresent(made -> figures.made(session, made));
  }

  private synchronized Optional<LineFigures> takenInstead(long session, String style) {
    Choice settled = choice;
    Optional<LineFigures> taken = Optional.empty();
    if (settled != null && settled.session == session && !style.equals(settled.settings.style())) {
      taken = Optional.ofNullable(settled.made.get(style));
    }
    end(session);
    memory.settle(session, style);
    return taken;
  }

  /** Nobody waits for the drawings of a session any more. */
  synchronized void end(long session) {
    Choice ended = choice;
    if (ended != null && ended.session == session) {
      ended.seen = null;
      choice = null;
      hung.unwanted(session);
    }
  }

  /** Nobody waits for any drawing any more. */
  synchronized void endAll() {
    if (choice != null) {
      end(choice.session);
    }
  }

  private void make(Choice of, String style) {
    hung.begun(of.session);
    try {
      Optional<Studio.Seen> seen = wanted(of);
      if (seen.isPresent()) {
        offer(of, style, studio.get().redraw(seen.get(), style, _ -> goOn(of)));
      }
    } catch (CancellationException e) {
      LOG.debug("the drawing in style {} is not wanted any more", style);
    } catch (RuntimeException | Error e) {
      LOG.warn("no drawing in style {}: {}", style, Sketcher.message(e));
    } finally {
      hung.ended();
      ended(of);
    }
  }

  private synchronized Optional<Studio.Seen> wanted(Choice of) {
    return Optional.ofNullable(of.seen);
  }

  private void goOn(Choice of) {
    if (wanted(of).isEmpty()) {
      throw new CancellationException();
    }
  }

  private synchronized void ended(Choice of) {
    of.missing--;
    if (of.missing == 0) {
      of.seen = null;
    }
  }

  private void offer(Choice of, String style, PlannedLine line) {
    LineFigures made = Sketcher.figures(line, sketchMs(of), style);
    double drawTimeS = line.motionPlan().durationS();
    if (drawTimeS > of.settings.maxDrawTimeS() || made.strokes() == 0 || isAlike(of, made)) {
      LOG.debug("the drawing in style {} is not offered: {} s", style, drawTimeS);
      return;
    }
    synchronized (this) {
      if (of.seen == null) {
        return;
      }
      of.made.put(style, made);
      memory.offer(of.session, style, line);
    }
    booth.accept(
        new BoothEvent.AlsoSketched(of.session, new Offer(style, drawTimeS, made.lengthMm())));
  }

  private synchronized boolean isAlike(Choice of, LineFigures made) {
    return of.made.values().stream()
        .anyMatch(
            before -> Math.abs(made.lengthMm() - before.lengthMm()) < ALIKE * before.lengthMm());
  }

  /** What the guest waited for: the first drawing. */
  private synchronized double sketchMs(Choice of) {
    return of.made.values().iterator().next().sketchMs();
  }
}
