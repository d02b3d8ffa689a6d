package silverpoint.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.MachinePace;
import silverpoint.route.Route;
import silverpoint.route.Router;

/**
 * From strokes to motor steps, within a time. When the whole drawing would take longer, strokes are
 * dropped until the planned motion fits: first tone, then cloth, hair and wrinkles, then the
 * outline and the jaw, last eyes, brows, mouth, nose and glasses, and among each those with the
 * least salience for a second of the machine. What stays is always a whole drawing, and more time
 * never draws fewer strokes.
 *
 * @param startMm where the stylus is parked before it draws
 * @param maxDrawTimeS time on the machine, seconds; infinite for no limit
 */
public record LinePlanner(
    Router router,
    MotionPlanner motionPlanner,
    StepGenerator stepGenerator,
    Point startMm,
    double maxDrawTimeS) {

  private record Motion(Route route, MotionPlan plan) {}

  public LinePlanner {
    if (!(maxDrawTimeS > 0)) {
      throw new IllegalArgumentException("maxDrawTimeS must be positive: " + maxDrawTimeS);
    }
  }

  /** The line of a drawing; of no stroke when not even one fits the time. */
  public PlannedLine plan(Drawing drawing, StageTimes times) {
    Motion whole = motion(drawing, times);
    if (fits(whole)) {
      return line(drawing, List.of(), whole, times);
    }
    List<Stroke> ranked = ranked(drawing);
    int fitting = 0;
    int tooMany = ranked.size();
    Drawing kept = with(drawing, List.of());
    Motion best = motion(kept, times);
    while (tooMany - fitting > 1) {
      int tried = (fitting + tooMany) / 2;
      Drawing part = with(drawing, ranked.subList(0, tried));
      Motion motion = motion(part, times);
      if (fits(motion)) {
        fitting = tried;
        kept = part;
        best = motion;
      } else {
        tooMany = tried;
      }
    }
    return line(kept, ranked.subList(fitting, ranked.size()), best, times);
  }

  private boolean fits(Motion motion) {
    return motion.plan.durationS() <= maxDrawTimeS;
  }

  private Motion motion(Drawing drawing, StageTimes times) {
    Route route = times.of(Stage.ROUTE, () -> router.route(drawing, startMm));
    return new Motion(route, times.of(Stage.MOTION, () -> motionPlanner.plan(route.pathMm())));
  }

  private PlannedLine line(Drawing drawing, List<Stroke> dropped, Motion motion, StageTimes times) {
    StepPlan steps = times.of(Stage.STEPS, () -> stepGenerator.generate(motion.plan));
    return new PlannedLine(drawing, dropped, motion.route, motion.plan, steps);
  }

  /** The strokes in their order in the drawing, of those {@code kept}. */
  private static Drawing with(Drawing drawing, List<Stroke> kept) {
    List<Stroke> left = new ArrayList<>(kept);
    List<Stroke> strokes = drawing.strokes().stream().filter(left::remove).toList();
    return drawing.with(strokes);
  }

  /** All strokes, the ones to keep longest first: what a likeness needs, then what tells most. */
  private List<Stroke> ranked(Drawing drawing) {
    MachinePace pace = PaceOfMachine.of(motionPlanner.settings());
    return drawing.strokes().stream()
        .sorted(
            Comparator.comparingInt((Stroke stroke) -> tier(stroke, drawing))
                .thenComparingDouble(stroke -> -stroke.salience() / drawS(stroke, pace)))
        .toList();
  }

  /** Roughly what a stroke takes: its line, and a reversal to get there. */
  private static double drawS(Stroke stroke, MachinePace pace) {
    return pace.lineS(stroke.pathMm().length()) + pace.xTakeUpS();
  }

  private static int tier(Stroke stroke, Drawing drawing) {
    if (stroke.source() == Stroke.Source.HATCH) {
      return 4;
    }
    return switch (stroke.part()) {
      case EYE, BROW, MOUTH, NOSE, GLASSES -> 0;
      case JAW, OUTLINE -> 1;
      case FACE, EAR, HAIR -> 2;
      case BODY -> 3;
      case OTHER -> tierOfUnknown(stroke, drawing);
    };
  }

  /** Line art in which no parts were told apart. */
  private static int tierOfUnknown(Stroke stroke, Drawing drawing) {
    List<Point> points = stroke.pathMm().points();
    boolean inFace = drawing.isInFace(points.get(points.size() / 2));
    return switch (stroke.source()) {
      case MASS, MESH -> 0;
      case OUTLINE -> 1;
      case EDGE, HATCH -> inFace ? 0 : 2;
    };
  }
}
