package silverpoint.kiosk.app;

import java.util.function.LongSupplier;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.route.FlatteningRouter;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.sketch.LinePlanner;
import silverpoint.sketch.PaceOfMachine;

/** Chooses what leads from strokes to the simulated machine, on one machine. */
public record LineWiring(MachineProfile machine, LineSettings line) {
  public static final LongSupplier CLOCK_NS = System::nanoTime;

  public LinePlanner linePlanner() {
    MotionPlanner motionPlanner = new MotionPlanner(machine.motion(), machine.page().drawableMm());
    return new LinePlanner(
        new FlatteningRouter(
            new RuralPostmanRouter(
                line.prices(),
                PaceOfMachine.of(machine.motion()),
                line.seed(),
                line.faceFirstTolerance())),
        motionPlanner,
        new StepGenerator(machine.motion()),
        machine.parkMm(),
        line.maxDrawTimeS());
  }

  /** A machine whose toy was shaken when its stylus was parked. */
  public SimulatedMachine simulatedMachine() {
    return new SimulatedMachine(
        machine.driver(),
        machine.motion(),
        machine.simulator(),
        machine.parkMm(),
        new VirtualClock());
  }
}
