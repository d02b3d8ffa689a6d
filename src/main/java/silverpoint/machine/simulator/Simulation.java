package silverpoint.machine.simulator;

import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.StepPlan;

/**
 * What the simulated toy made of a line.
 *
 * @param trace where the stylus went, and when
 * @param lostSteps steps that the simulated motors could not follow
 * @param lostAtFrameMm motion that was lost where the frame stopped the stylus
 * @param fidelity the simulated line against the planned one
 */
public record Simulation(
    StylusTrace trace, int lostSteps, double lostAtFrameMm, Fidelity fidelity) {
  /** Fine enough for a picture. */
  private static final double SPACING_MM = 0.06;

  /** Of steps that the machine is to draw. */
  public static Simulation of(MotionPlan plan, StepPlan steps, SimulatedMachine machine) {
    machine.draw(steps);
    machine.close();
    if (machine.driver().faultCount() > 0) {
      throw new IllegalStateException(
          "the simulated motor driver would not have followed: " + machine.driver().faults());
    }
    return of(plan, machine);
  }

  /** Of a plan that the machine has drawn. */
  public static Simulation of(MotionPlan plan, SimulatedMachine machine) {
    StylusTrace trace = machine.toy().trace();
    return new Simulation(
        trace, machine.toy().lostSteps(), machine.toy().lostAtFrameMm(), Fidelity.of(plan, trace));
  }

  public List<Point> lineMm() {
    return trace.lineMm(SPACING_MM);
  }

  /** The line in pieces of equal time. */
  public List<List<Point>> piecesMm(int pieces) {
    return trace.piecesMm(pieces, SPACING_MM);
  }
}
