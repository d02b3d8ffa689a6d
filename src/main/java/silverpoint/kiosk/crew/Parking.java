package silverpoint.kiosk.crew;

import java.util.Optional;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.RunOutcome;
import silverpoint.route.Route;
import silverpoint.sketch.PlannedLine;

/**
 * Where the stylus waits while the toy is shaken, and the next line from there: a line that leads
 * from the stylus to its first ink is seen in every portrait.
 *
 * @param parkMm where it waits for a line that nobody knows yet
 */
record Parking(Machine machine, MotionSettings motion, SketchMemory memory, Point parkMm) {
  /**
   * Goes to where a session's line begins.
   *
   * @param next the session; empty for one that nobody knows yet
   */
  RunOutcome park(Optional<Long> next) {
    return machine.park(next.flatMap(memory::line).map(PlannedLine::beginsMm).orElse(parkMm));
  }

  /** The line from where the stylus stands. */
  PlannedLine fromHere(PlannedLine line) {
    if (machine.isParkedAt(line.route().startMm())) {
      return line;
    }
    Point begins = line.beginsMm();
    Route route = line.routeFrom(machine.isParkedAt(begins) ? begins : machine.stylusMm());
    MotionPlan plan = machine.plan(route.pathMm());
    return new PlannedLine(
        line.drawing(), line.dropped(), route, plan, new StepGenerator(motion).generate(plan));
  }
}
