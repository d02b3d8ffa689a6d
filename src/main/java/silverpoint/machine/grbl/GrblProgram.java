package silverpoint.machine.grbl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/**
 * A step plan as lines of G-code: one for each move and take-up, long ones in pieces, so that a
 * machine that gets no more soon rests. Each ends on an event of the plan, at the very steps.
 */
final class GrblProgram {
  /** A board with 16 lines in its planner and five in its buffer rests within a second. */
  private static final long LONGEST_NS = 40_000_000;

  /**
   * @param eventsAfter events of the plan that are made when it is done
   */
  record Segment(String line, int eventsAfter) {}

  private final StepPlan plan;
  private final GrblAxes axes;
  private final MotionSettings motion;
  private final List<Segment> segments = new ArrayList<>();
  private String feed = "";

  private GrblProgram(StepPlan plan, GrblAxes axes, MotionSettings motion) {
    this.plan = plan;
    this.axes = axes;
    this.motion = motion;
  }

  /**
   * @param from how many events were made before
   */
  static List<Segment> of(StepPlan plan, int from, GrblAxes axes, MotionSettings motion) {
    GrblProgram program = new GrblProgram(plan, axes, motion);
    int begin = from;
    for (int event = from + 1; event < plan.size(); event++) {
      if (plan.beginsBlock(event)
          || plan.restsBefore(event)
          || plan.timeNs(event) - plan.timeNs(begin) > LONGEST_NS) {
        program.add(begin, event);
        begin = event;
      }
    }
    if (begin < plan.size()) {
      program.add(begin, plan.size());
    }
    return program.segments;
  }

  private void add(int from, int to) {
    String speed = String.format(Locale.ROOT, "F%.1f", Math.max(1, feedMmPerMin(from, to)));
    String line =
        "G1" + axes.words(plan.xAfter(to), plan.yAfter(to)) + (speed.equals(feed) ? "" : speed);
    feed = speed;
    segments.add(new Segment(line, to));
  }

  /** As the board counts millimetres; the speed is that of the stylus, or of the faster knob. */
  private double feedMmPerMin(int from, int to) {
    int xSteps = plan.xAfter(to) - plan.xAfter(from);
    int ySteps = plan.yAfter(to) - plan.yAfter(from);
    double xMm = xSteps / motion.x().stepsPerMm();
    double yMm = ySteps / motion.y().stepsPerMm();
    boolean takesUp = plan.xTakesUp(from) || plan.yTakesUp(from);
    double alongMm = takesUp ? Math.max(Math.abs(xMm), Math.abs(yMm)) : Math.hypot(xMm, yMm);
    double speed = 0;
    for (int event = from; event < to; event++) {
      speed = Math.max(speed, plan.speedMmPerS(event));
    }
    double perMm = alongMm == 0 ? 1 : axes.lengthMm(xSteps, ySteps) / alongMm;
    return 60 * Math.max(speed, motion.startSpeedMmPerS()) * perMm;
  }
}
