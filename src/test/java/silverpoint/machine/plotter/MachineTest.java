package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.MachinePosition.State;
import silverpoint.machine.plotter.PlotProgress.Activity;

/** I9, I10 and I12: a machine that knows where it stands: held, given up, restarted, stopped. */
class MachineTest {
  @TempDir Path directory;

  private MachineBench bench;

  @BeforeEach
  void open() {
    bench = new MachineBench(directory);
  }

  @Test
  void aContinuedPlanThatIsStoppedBeforeItsFirstStepStaysCertain() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::hold;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.HELD);
    motors.restart();
    Machine next = bench.machine(motors);
    MachinePosition held = next.position();
    next.stop();
    assertThat(next.draw(bench.steps, held.event())).isEqualTo(RunOutcome.STOPPED);
    assertThat(next.position()).isEqualTo(held);
    assertThat(bench.machine(motors).position()).isEqualTo(held);
  }

  @Test
  void aMachineThatNobodyHomedDrawsNothing() {
    Machine machine = bench.machine(bench.new Motors());
    assertThatExceptionOfType(PlotterException.class)
        .isThrownBy(() -> machine.draw(bench.steps))
        .withMessageContaining("declare home");
  }

  @Test
  void drawsOnlyPlansThatStartWhereItStands() {
    Machine machine = bench.homed(bench.new Motors());
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
    assertThat(machine.position().state()).isEqualTo(State.AT_REST);
    assertThat(machine.position().isInterrupted()).isFalse();
    assertThat(machine.progress().share()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> machine.draw(bench.steps));
  }

  @Test
  void isParkedSoThatThePlanFromThereCanStart() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.homed(motors);
    Point home = motors.toy.stylusMm();
    for (int portrait = 0; portrait < 3; portrait++) {
      assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
      assertThat(machine.park(bench.profile.home().pointMm())).isEqualTo(RunOutcome.FINISHED);
      assertThat(machine.isParkedAt(bench.profile.home().pointMm())).isTrue();
      assertThat(motors.toy.stylusMm().distanceTo(home)).isLessThan(1e-9);
    }
    int made = motors.toy.trace().size();
    assertThat(machine.park(bench.profile.home().pointMm())).isEqualTo(RunOutcome.FINISHED);
    assertThat(motors.toy.trace().size()).isEqualTo(made);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"62, 103", "40, 55", "3, 103", "149, 3", "3, 3", "148.7, 103", "80.01, 3.4"})
  void whereverItIsParkedTheToyFollowsAndARestartKnowsIt(double xMm, double yMm) {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    Point parkMm = new Point(xMm, yMm);
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
    assertThat(machine.park(parkMm)).isEqualTo(RunOutcome.FINISHED);
    motors.restart();
    Machine next = bench.machine(motors);
    assertThat(next.isPositionCertain()).isTrue();
    assertThat(next.stylusMm().distanceTo(parkMm)).isLessThan(0.02);
    // at the upper and the right border there is no room to take the play up as after homing
    assertThat(next.isParkedAt(parkMm)).isEqualTo(xMm < 149 && yMm > 3);
    assertThat(motors.toy.stylusMm().distanceTo(next.stylusMm())).isLessThan(0.02);
    Polyline lineMm = Polyline.of(next.stylusMm(), new Point(70, 50), new Point(30, 60));
    StepPlan plan = new StepGenerator(bench.profile.motion()).generate(next.plan(lineMm));
    assertThat(next.draw(plan)).isEqualTo(RunOutcome.FINISHED);
    assertThat(motors.toy.stylusMm().distanceTo(lineMm.end())).isLessThan(0.05);
  }

  @ParameterizedTest(name = "held at write {0}")
  @ValueSource(ints = {1, 2, 500, 7001, 12_345})
  void aHeldPlanGoesOnAfterARestart(int at) {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = at;
    motors.command = machine::hold;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.HELD);
    assertThat(machine.position().state()).isEqualTo(State.HELD);
    assertThatIllegalStateException().isThrownBy(() -> machine.draw(bench.steps));

    motors.restart();
    Machine next = bench.machine(motors);
    assertThat(next.position()).isEqualTo(machine.position());
    assertThat(next.position().isInterrupted()).isTrue();
    assertThat(next.position().job()).isEqualTo(bench.steps.fingerprint());
    assertThat(next.draw(bench.steps, next.position().event())).isEqualTo(RunOutcome.FINISHED);
    motors.assertSameLine();
  }

  @ParameterizedTest(name = "given up at write {0}")
  @ValueSource(ints = {500, 1501, 2502, 3503, 7001, 12_345})
  void aHeldPlanIsGivenUpWithoutLosingThePosition(int at) {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = at;
    motors.command = machine::hold;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.HELD);
    machine.abandon();
    assertThat(machine.progress().activity()).isEqualTo(Activity.IDLE);
    assertThat(machine.park(bench.profile.home().pointMm())).isEqualTo(RunOutcome.FINISHED);
    // the stylus is back where it began, even when the hold fell into a take-up
    assertThat(motors.toy.stylusMm().distanceTo(bench.profile.home().pointMm())).isLessThan(0.01);
  }

  @Test
  void resumesAHeldPlan() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::hold;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.HELD);
    PlotProgress progress = machine.progress();
    assertThat(progress.activity()).isEqualTo(Activity.HELD);
    assertThat(progress.eventsMade()).isBetween(1, bench.steps.size() - 1);
    assertThat(progress.share()).isBetween(0.01, 0.99);
    assertThat(machine.resume()).isEqualTo(RunOutcome.FINISHED);
    assertThat(machine.progress().leftS()).isZero();
    motors.assertSameLine();
  }

  @Test
  void aStopAtSpeedMakesThePositionUncertain() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::stop;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.STOPPED);
    assertThat(machine.isPositionCertain()).isFalse();
    assertThat(motors.driver.energised()).isFalse();
    Machine next = bench.machine(motors);
    assertThat(next.position().state()).isEqualTo(State.UNCERTAIN);
    assertThat(next.position().isInterrupted()).isTrue();
    machine.rearm();
    assertThatExceptionOfType(PlotterException.class)
        .isThrownBy(() -> machine.park(bench.profile.parkMm()));
  }

  @Test
  void aProgramThatDiesWhileItDrawsLeavesAHint() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command =
        () -> {
          throw new PlotterException("the power is gone");
        };
    assertThatExceptionOfType(PlotterException.class).isThrownBy(() -> machine.draw(bench.steps));
    MachinePosition position = bench.machine(motors).position();
    assertThat(position.isCertain()).isFalse();
    assertThat(position.stylusMm(bench.profile.motion()).distanceTo(motors.toy.stylusMm()))
        .isLessThan(0.05);
  }

  @Test
  void turnedKnobsLeaveThePositionUncertain() {
    Machine machine = bench.onHomedToy(bench.new Motors());
    new Knobs(machine::turn, bench.profile.motion()).turn(100, -50);
    assertThat(machine.isPositionCertain()).isFalse();
    machine.declareHome();
    assertThat(machine.isPositionCertain()).isTrue();
  }

  @Test
  void refusesALineOutOfNowhere() {
    Machine machine = bench.onHomedToy(bench.new Motors());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          Point away = machine.stylusMm().plus(new Point(5, 0));
          machine.draw(
              new StepGenerator(bench.profile.motion())
                  .generate(machine.plan(new Polyline(List.of(away, machine.stylusMm())))));
        });
  }
}
