package silverpoint.machine.plotter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedDriver;

/**
 * What the kernel saw of a drawing that did not come to its end.
 *
 * @param driver as the last write left it
 * @param eventsNs the time of each event of the plan that was made
 */
record KernelSight(SimulatedDriver driver, List<Long> eventsNs, long lastStepNs) {
  static KernelSight of(Path file, MotorDriver motors, StepPlan steps) throws IOException {
    KernelTrace trace = KernelTrace.read(file, motors.pins());
    long beganNs = trace.sets().getFirst().timeNs();
    List<Long> motorStepsNs = new ArrayList<>();
    SimulatedDriver driver =
        SimulatedDriver.of(
            motors,
            (xStep, yStep, timeNs) -> {
              for (int k = Math.abs(xStep) + Math.abs(yStep); k > 0; k--) {
                motorStepsNs.add(beganNs + timeNs);
              }
            });
    trace.playTo(driver, motors instanceof FourPhaseDriver);
    List<Long> eventsNs = new ArrayList<>();
    int made = 0;
    for (int i = 0; i < steps.size(); i++) {
      made += Math.abs(steps.xStep(i)) + Math.abs(steps.yStep(i));
      if (made <= motorStepsNs.size()) {
        eventsNs.add(motorStepsNs.get(made - 1));
      }
    }
    return new KernelSight(driver, eventsNs, motorStepsNs.getLast());
  }
}
