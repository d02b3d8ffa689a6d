package silverpoint.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.config.MachineProfile;
import silverpoint.motion.Lines;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;

/** The shipped machines ask less of their motors than those have. */
class MotorMarginTest {
  /** Torque goes with the square of the pull-in rate. */
  private static final double HALF_TORQUE = 1 / Math.sqrt(2);

  private static final double A_THIRTIETH = 1 / Math.sqrt(30);

  /** The rates of the pocket's motors are those of a data sheet: nothing is taken off them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void motorsOfHalfTheTorqueLoseNoStep(int seed) {
    assertThat(lostSteps("classic", seed, HALF_TORQUE)).isZero();
  }

  @Test
  void motorsThatAreTooWeakLoseSteps() {
    assertThat(lostSteps("classic", 1, A_THIRTIETH)).isPositive();
    assertThat(lostSteps("pocket", 4, A_THIRTIETH)).isPositive();
  }

  private static int lostSteps(String name, int seed, double share) {
    MachineProfile machine = Lines.machine(name);
    MotionSettings motion = machine.motion();
    StepPlan steps =
        new StepGenerator(motion)
            .generate(
                new MotionPlanner(motion, machine.page().drawableMm())
                    .plan(
                        Lines.portrait(
                            seed,
                            machine.page().drawableMm(),
                            machine.home().pointMm(),
                            name.equals("classic") ? 1000 : 100)));
    ToySettings toy = machine.simulator();
    SimulatedEtchASketch weak =
        new SimulatedEtchASketch(
            new ToySettings(
                toy.screenWidthMm(),
                toy.screenHeightMm(),
                toy.skewDeg(),
                weaker(toy.x(), share),
                weaker(toy.y(), share)),
            machine.home().pointMm());
    weak.draw(steps);
    return weak.lostSteps();
  }

  private static ToyAxisSettings weaker(ToyAxisSettings axis, double share) {
    return new ToyAxisSettings(
        axis.stepsPerMm(),
        axis.deadZoneSteps(),
        axis.elasticZoneSteps(),
        axis.microsteps(),
        axis.pullInStepsPerS() * share,
        axis.pullOutStepsPerS(),
        axis.homeApproach());
  }
}
