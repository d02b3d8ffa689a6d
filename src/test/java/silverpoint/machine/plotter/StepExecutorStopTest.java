package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;

/** I10: what a stop does to a running job, and what is known afterwards. */
class StepExecutorStopTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.machine.plotter.StepExecutorTest#drivers")
  void everyStopReleasesTheMotorsAndNoEdgeFollows(MotorDriver driver) {
    int writes = StepExecutorTest.bench(driver).program.size();
    int uncertain = 0;
    for (int k = 1; k <= writes; k++) {
      LineBench stopped = StepExecutorTest.bench(driver);
      int at = k;
      stopped.beforeWrite =
          write -> {
            if (write == at) {
              stopped.executor.stop();
            }
          };
      assertThat(stopped.run(0)).isEqualTo(RunOutcome.STOPPED);
      // waking up, k writes of which the last one was under way, and the release
      assertThat(stopped.writes).isEqualTo(k + 2);
      assertThat(stopped.simulated.levels()).isEqualTo(driver.releasedBits());
      assertThat(stopped.simulated.energised()).isFalse();
      assertThat(stopped.executor.next()).isEqualTo(k);
      uncertain += stopped.executor.isPositionUncertain() ? 1 : 0;
      assertThat(stopped.run(k)).isEqualTo(RunOutcome.STOPPED);
      assertThat(stopped.steps).hasSize(stopped.program.eventsBefore(k));
      // the second run made no step
      assertThat(stopped.executor.isPositionUncertain()).isFalse();
    }
    assertThat(uncertain).isBetween(writes / 2, writes - 1);
  }

  /**
   * A straight line: v^2 = u^2 + 2 a s from either end, where the motors start and stop without a
   * ramp, and never above the feed rate. A stop between two steps is at a speed between theirs; one
   * before the first step has nothing to lose.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.machine.plotter.StepExecutorTest#drivers")
  void aStopIsInDoubtWhereTheMotorsRunFasterThanTheyMayStart(MotorDriver driver) {
    assertThat(stopsInDoubt(driver, 20, 16)).isGreaterThan(200);
    assertThat(stopsInDoubt(driver, 20, 4)).isGreaterThan(200);
    assertThat(stopsInDoubt(driver, StepExecutorTest.START, 16)).isZero();
  }

  /** Stops before every write of a line from x = 10. */
  private static int stopsInDoubt(MotorDriver driver, double feedRateMmPerS, double toMm) {
    AxisSettings axis = new AxisSettings(40, 0, 250, Direction.POSITIVE);
    MotionSettings motion =
        new MotionSettings(
            axis, axis, feedRateMmPerS, StepExecutorTest.START, 20, 0.05, 0, 40, 400);
    StepPlan steps =
        new StepGenerator(motion)
            .generate(
                new MotionPlanner(motion, new Box(0, 0, 20, 20)).plan(Lines.line(10, 1, toMm, 1)));
    double stepMm = 1 / axis.stepsPerMm();
    int writes = driver.program(steps, 0, 0).size();
    int inDoubt = 0;
    for (int k = 1; k < writes; k++) {
      LineBench stopped = new LineBench(driver, steps, StepExecutorTest.START, stepMm);
      int at = k;
      stopped.beforeWrite =
          write -> {
            if (write == at) {
              stopped.executor.stop();
            }
          };
      assertThat(stopped.run(0)).isEqualTo(RunOutcome.STOPPED);
      int made = stopped.steps.size();
      double last = speedMmPerS(motion, (made - 0.5) * stepMm, steps.size() * stepMm);
      double next = speedMmPerS(motion, (made + 0.5) * stepMm, steps.size() * stepMm);
      boolean uncertain = stopped.executor.isPositionUncertain();
      if (made == 0 || Math.max(last, next) <= StepExecutorTest.START) {
        assertThat(uncertain).as("after write %d, %d steps", k, made).isFalse();
      } else if (Math.min(last, next) > StepExecutorTest.START) {
        assertThat(uncertain).as("after write %d, %d steps", k, made).isTrue();
        inDoubt++;
      }
    }
    return inDoubt;
  }

  private static double speedMmPerS(MotionSettings motion, double atMm, double lengthMm) {
    double alongMm = Math.max(0, Math.min(atMm, lengthMm - atMm));
    double ramp =
        Math.sqrt(
            StepExecutorTest.START * StepExecutorTest.START
                + 2 * motion.accelerationMmPerS2() * alongMm);
    return Math.min(motion.feedRateMmPerS(), ramp);
  }

  /** A stop that waits for the motors when they go on from a rest has no step to lose. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.machine.plotter.StepExecutorTest#drivers")
  void aStopBeforeTheFirstStepOfAContinuedPlanLeavesNoDoubt(MotorDriver driver) {
    for (int k = 0; k < StepExecutorTest.bench(driver).program.size(); k += 7) {
      LineBench continued = StepExecutorTest.bench(driver);
      continued.executor.stop();
      assertThat(continued.run(k)).isEqualTo(RunOutcome.STOPPED);
      assertThat(continued.steps).isEmpty();
      assertThat(continued.executor.isPositionUncertain()).as("from write %d", k).isFalse();
    }
  }

  /** As after a hold that ended at a planned rest. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.machine.plotter.StepExecutorTest#drivers")
  void aStopAfterAHoldLeavesNoDoubt(MotorDriver driver) {
    for (int k = 0; k < StepExecutorTest.bench(driver).program.size(); k++) {
      LineBench held = StepExecutorTest.bench(driver);
      int at = k + 1;
      held.beforeWrite =
          write -> {
            if (write == at) {
              held.executor.hold();
            }
          };
      if (held.run(0) == RunOutcome.HELD) {
        held.executor.stop();
        assertThat(held.run(held.executor.next())).isEqualTo(RunOutcome.STOPPED);
        assertThat(held.executor.isPositionUncertain()).as("held at write %d", k).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.machine.plotter.StepExecutorTest#drivers")
  void aStopAtStartSpeedLeavesNoDoubt(MotorDriver driver) {
    long[] timeNs = {1_000_000, 2_000_000, 3_000_000};
    StepPlan slow = StepPlan.of(0, 0, timeNs, new int[] {1, 2, 3}, new int[3]);
    LineBench stopped = new LineBench(driver, slow, StepExecutorTest.START, 0.05);
    stopped.beforeWrite =
        write -> {
          if (write == 2) {
            stopped.executor.stop();
          }
        };
    assertThat(stopped.run(0)).isEqualTo(RunOutcome.STOPPED);
    assertThat(stopped.executor.isPositionUncertain()).isFalse();
  }
}
