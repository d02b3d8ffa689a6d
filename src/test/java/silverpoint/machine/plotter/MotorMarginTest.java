package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.simulator.SimulatedEtchASketch;

/** The shipped machines ask less of their motors than those have. */
class MotorMarginTest {
  private static final double MARGIN = 0.6;

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "classic, 3", "pocket, 1", "pocket, 2", "pocket, 3"})
  void motorsWithThreeFifthsOfTheirTorqueLoseNoStep(String name, int seed) {
    assertThat(lostSteps(Lines.machine(name), seed, MARGIN)).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void motorsThatAreTooWeakLoseSteps(String name) {
    assertThat(lostSteps(Lines.machine(name), 1, 0.4)).isPositive();
  }

  private static int lostSteps(MachineProfile machine, int seed, double torque) {
    Box areaMm = machine.page().drawableMm();
    double lengthMm = 10 * areaMm.height();
    MotionPlan plan =
        new MotionPlanner(machine.motion(), areaMm)
            .plan(Lines.portrait(seed, areaMm, machine.home().pointMm(), lengthMm));
    SimulatedEtchASketch weak =
        new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm(), torque);
    weak.draw(new StepGenerator(machine.motion()).generate(plan));
    return weak.lostSteps();
  }
}
