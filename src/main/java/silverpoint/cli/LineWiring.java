package silverpoint.cli;

import java.util.function.LongSupplier;
import silverpoint.LinePlanner;
import silverpoint.MachinePace;
import silverpoint.config.MachineProfile;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.StepGenerator;
import silverpoint.plotter.SimulatedMachine;
import silverpoint.plotter.VirtualClock;
import silverpoint.route.FlatteningRouter;
import silverpoint.route.RuralPostmanRouter;

/** Chooses what leads from strokes to the simulated machine, on one machine. */
record LineWiring(MachineProfile machine, LineSettings line) {
  static final LongSupplier CLOCK_NS = System::nanoTime;

  LinePlanner linePlanner() {
    MotionPlanner motionPlanner = new MotionPlanner(machine.motion(), machine.page().drawableMm());
    return new LinePlanner(
        new FlatteningRouter(
            new RuralPostmanRouter(
                line.prices(),
                MachinePace.of(machine.motion()),
                line.seed(),
                line.faceFirstTolerance())),
        motionPlanner,
        new StepGenerator(machine.motion()),
        machine.parkMm(),
        line.maxDrawTimeS());
  }

  /** A machine whose toy was shaken when its stylus was parked. */
  SimulatedMachine simulatedMachine() {
    return new SimulatedMachine(
        machine.driver(),
        machine.motion(),
        machine.simulator(),
        machine.parkMm(),
        new VirtualClock());
  }
}
