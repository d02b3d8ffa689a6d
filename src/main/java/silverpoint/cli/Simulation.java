package silverpoint.cli;

import java.util.List;
import silverpoint.Sketch;
import silverpoint.geometry.Point;
import silverpoint.plotter.Fidelity;
import silverpoint.plotter.SimulatedEtchASketch;
import silverpoint.plotter.StylusTrace;

/**
 * What the simulated toy made of a sketch.
 *
 * @param lineMm where the stylus went
 * @param fidelity the simulated line against the planned one
 */
record Simulation(List<Point> lineMm, Fidelity fidelity) {
  static Simulation of(Sketch sketch, SimulatedEtchASketch toy) {
    StylusTrace trace = toy.draw(sketch.stepPlan());
    return new Simulation(trace.pointsMm(), Fidelity.of(sketch.motionPlan(), trace));
  }
}
