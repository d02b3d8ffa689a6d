package silverpoint.cli;

import java.util.List;
import silverpoint.PlannedLine;
import silverpoint.geometry.Point;
import silverpoint.plotter.Fidelity;
import silverpoint.plotter.SimulatedEtchASketch;
import silverpoint.plotter.SimulatedMachine;
import silverpoint.plotter.StylusTrace;

/**
 * What the simulated toy made of a line.
 *
 * @param lineMm where the stylus went
 * @param lostSteps steps that the simulated motors could not follow
 * @param fidelity the simulated line against the planned one
 */
record Simulation(List<Point> lineMm, int lostSteps, Fidelity fidelity) {
  /** Fine enough for a picture. */
  private static final double SPACING_MM = 0.06;

  static Simulation of(PlannedLine line, SimulatedMachine machine) {
    machine.draw(line.stepPlan());
    machine.close();
    if (machine.driver().faultCount() > 0) {
      throw new IllegalStateException(
          "the simulated motor driver would not have followed: " + machine.driver().faults());
    }
    SimulatedEtchASketch toy = machine.toy();
    StylusTrace trace = toy.trace();
    return new Simulation(
        trace.lineMm(SPACING_MM), toy.lostSteps(), Fidelity.of(line.motionPlan(), trace));
  }
}
