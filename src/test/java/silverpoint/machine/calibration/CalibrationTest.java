package silverpoint.machine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.machine.simulator.SimulatedObserver;
import silverpoint.machine.simulator.ToyAxisSettings;
import silverpoint.machine.simulator.ToySettings;

/** A toy that is not what its profile says: calibration finds out, and then it draws well. */
class CalibrationTest {
  @ParameterizedTest(name = "{0}, play {1} and {2} times, scale {3} and {4} times, skew {5}")
  @CsvSource({
    "classic, 0.4, 1.6, 1, 1, 0",
    "classic, 1.7, 0.7, 1.04, 0.97, 0",
    "classic, 0, 0.1, 0.95, 1.05, 1.5",
    "pocket, 1.5, 0.5, 1, 1, -0.8",
    "pocket, 0.6, 1.9, 0.97, 1.02, 0"
  })
  void findsTheHiddenTruthWithinAFullStep(
      String name, double xPlay, double yPlay, double xScale, double yScale, double skewDeg) {
    MachineProfile machine = Lines.machine(name);
    ToySettings truth = machine.simulator();
    ToySettings hidden =
        new ToySettings(
            truth.screenWidthMm(),
            truth.screenHeightMm(),
            skewDeg,
            changed(truth.x(), xPlay, xScale),
            changed(truth.y(), yPlay, yScale));
    SimulatedMachine simulated = machine(machine, machine.motion(), hidden);
    Knobs knobs = new Knobs(simulated::draw, machine.motion());
    knobs.turn(1000, -700);
    Calibration.Result result =
        new Calibration(
                knobs,
                new SimulatedObserver(simulated.toy(), 0.01),
                machine.motion(),
                machine.page().drawableMm(),
                machine.page().marginMm())
            .run();
    assertThat(simulated.driver().faults()).isEmpty();
    assertThat(simulated.toy().lostSteps()).isZero();
    assertFound(result.x(), hidden.x());
    assertFound(result.y(), hidden.y());
    assertThat(result.skewDeg()).isCloseTo(skewDeg, within(0.1));

    if (skewDeg != 0) {
      return;
    }
    MotionSettings measured = result.in(machine.motion());
    Fidelity before = portrait(machine, machine.motion(), hidden);
    Fidelity after = portrait(machine, measured, hidden);
    assertThat(after.meanMm()).isLessThan(0.03).isLessThan(before.meanMm() / 3);
    assertThat(after.p95Mm()).isLessThan(0.1).isLessThan(before.p95Mm() / 3);
  }

  private static void assertFound(Calibration.Measured measured, ToyAxisSettings truth) {
    double play = truth.deadZoneSteps() + truth.elasticZoneSteps() / 2;
    assertThat((double) measured.backlashSteps())
        .isCloseTo(play, within((double) truth.microsteps()));
    assertThat(measured.stepsPerMm())
        .isCloseTo(truth.stepsPerMm(), within(0.001 * truth.stepsPerMm()));
  }

  private static Fidelity portrait(
      MachineProfile machine, MotionSettings motion, ToySettings hidden) {
    Polyline line =
        Lines.portrait(11, machine.page().drawableMm().inset(3), machine.home().pointMm(), 250);
    MotionPlan plan = new MotionPlanner(motion, machine.page().drawableMm()).plan(line);
    StepPlan steps = new StepGenerator(motion).generate(plan);
    SimulatedMachine simulated = machine(machine, motion, hidden);
    simulated.draw(steps);
    return Fidelity.of(plan, simulated.toy().trace());
  }

  private static SimulatedMachine machine(
      MachineProfile machine, MotionSettings motion, ToySettings hidden) {
    return new SimulatedMachine(
        machine.driver(), motion, hidden, machine.home().pointMm(), new VirtualClock());
  }

  private static ToyAxisSettings changed(ToyAxisSettings axis, double play, double scale) {
    return new ToyAxisSettings(
        axis.stepsPerMm() * scale,
        axis.deadZoneSteps() * play,
        axis.elasticZoneSteps() * play,
        axis.microsteps(),
        axis.pullInStepsPerS(),
        axis.pullOutStepsPerS(),
        axis.homeApproach());
  }
}
