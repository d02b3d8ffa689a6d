package silverpoint.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.config.MachineProfile;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.motion.Lines;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;
import silverpoint.plotter.MachinePosition.State;
import silverpoint.plotter.PlotProgress.Activity;

/** I9, I10 and I12: a machine that knows where it stands: held, given up, restarted, stopped. */
class MachineTest {
  @TempDir Path directory;

  private final MachineProfile profile = Lines.machine("classic");
  private final Drawn drawn = Drawn.portrait("classic", 6, 120);
  private final StepPlan steps = drawn.stepPlan();

  /** What a computer starts with: motors that stand where they were left, and the file. */
  private Machine machine(Motors motors) {
    return new Machine(
        motors.plotter,
        profile.motion(),
        profile.page().drawableMm(),
        profile.home().pointMm(),
        Optional.of(new PositionFile(directory.resolve("position"), () -> 0)));
  }

  /** Motors that outlive the program, with a command at a chosen write. */
  private final class Motors {
    final SimulatedEtchASketch toy =
        new SimulatedEtchASketch(profile.simulator(), profile.home().pointMm());
    final SimulatedDriver driver = profile.driver().simulated(toy::step);
    final VirtualClock clock = new VirtualClock();
    MotorPlotter plotter = started();
    int commandAt = -1;
    Runnable command = () -> {};
    private int writes;

    private MotorPlotter started() {
      return new MotorPlotter(profile.driver(), profile.motion(), this::write, clock);
    }

    private void write(int bits, int mask) {
      if (++writes == commandAt) {
        command.run();
      }
      driver.write(clock.nowNs(), bits, mask);
    }

    void restart() {
      plotter.release();
      clock.waitUntil(clock.nowNs() + 5_000_000_000L);
      plotter = started();
    }

    void assertSameLine() {
      assertThat(toy.lostSteps()).isZero();
      assertThat(driver.faults()).isEmpty();
      StylusTrace trace = toy.trace();
      assertThat(trace.size()).isEqualTo(drawn.trace().size());
      for (int i = 0; i < trace.size(); i++) {
        assertThat(trace.atMm(i).distanceTo(drawn.trace().atMm(i))).isLessThan(1e-9);
      }
    }
  }

  private Machine homed(Motors motors) {
    Machine machine = machine(motors);
    assertThat(machine.isPositionCertain()).isFalse();
    machine.declareHome();
    motors.toy.trace();
    return machine;
  }

  @Test
  void aMachineThatNobodyHomedDrawsNothing() {
    Machine machine = machine(new Motors());
    assertThatExceptionOfType(PlotterException.class)
        .isThrownBy(() -> machine.draw(steps))
        .withMessageContaining("declare home");
  }

  @Test
  void drawsOnlyPlansThatStartWhereItStands() {
    Machine machine = homed(new Motors());
    assertThat(machine.draw(steps)).isEqualTo(Outcome.FINISHED);
    assertThat(machine.position().state()).isEqualTo(State.AT_REST);
    assertThat(machine.position().isInterrupted()).isFalse();
    assertThat(machine.progress().share()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> machine.draw(steps));
  }

  @Test
  void comesHomeSoThatTheNextPlanCanStart() {
    Motors motors = new Motors();
    Machine machine = homed(motors);
    Point home = motors.toy.stylusMm();
    for (int portrait = 0; portrait < 3; portrait++) {
      assertThat(machine.draw(steps)).isEqualTo(Outcome.FINISHED);
      assertThat(machine.goHome()).isEqualTo(Outcome.FINISHED);
      assertThat(machine.stylusMm().distanceTo(profile.home().pointMm())).isLessThan(0.01);
      assertThat(motors.toy.stylusMm().distanceTo(home)).isLessThan(1e-9);
    }
    int made = motors.toy.trace().size();
    assertThat(machine.goHome()).isEqualTo(Outcome.FINISHED);
    assertThat(motors.toy.trace().size()).isEqualTo(made);
  }

  @ParameterizedTest(name = "held at write {0}")
  @ValueSource(ints = {1, 2, 500, 7001, 12_345})
  void aHeldPlanGoesOnAfterARestart(int at) {
    Motors motors = new Motors();
    Machine machine = onHomedToy(motors);
    motors.commandAt = at;
    motors.command = machine::hold;
    assertThat(machine.draw(steps)).isEqualTo(Outcome.HELD);
    assertThat(machine.position().state()).isEqualTo(State.HELD);
    assertThatIllegalStateException().isThrownBy(() -> machine.draw(steps));

    motors.restart();
    Machine next = machine(motors);
    assertThat(next.position()).isEqualTo(machine.position());
    assertThat(next.position().isInterrupted()).isTrue();
    assertThat(next.position().job()).isEqualTo(steps.fingerprint());
    assertThat(next.draw(steps, next.position().event())).isEqualTo(Outcome.FINISHED);
    motors.assertSameLine();
  }

  @ParameterizedTest(name = "given up at write {0}")
  @ValueSource(ints = {500, 1501, 2502, 3503, 7001, 12_345})
  void aHeldPlanIsGivenUpWithoutLosingThePosition(int at) {
    Motors motors = new Motors();
    Machine machine = onHomedToy(motors);
    motors.commandAt = at;
    motors.command = machine::hold;
    assertThat(machine.draw(steps)).isEqualTo(Outcome.HELD);
    machine.abandon();
    assertThat(machine.progress().activity()).isEqualTo(Activity.IDLE);
    assertThat(machine.goHome()).isEqualTo(Outcome.FINISHED);
    // the stylus is back where it began, even when the hold fell into a take-up
    assertThat(motors.toy.stylusMm().distanceTo(profile.home().pointMm())).isLessThan(0.01);
  }

  @Test
  void resumesAHeldPlan() {
    Motors motors = new Motors();
    Machine machine = onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::hold;
    assertThat(machine.draw(steps)).isEqualTo(Outcome.HELD);
    PlotProgress progress = machine.progress();
    assertThat(progress.activity()).isEqualTo(Activity.HELD);
    assertThat(progress.eventsMade()).isBetween(1, steps.size() - 1);
    assertThat(progress.share()).isBetween(0.01, 0.99);
    assertThat(machine.resume()).isEqualTo(Outcome.FINISHED);
    assertThat(machine.progress().leftS()).isZero();
    motors.assertSameLine();
  }

  @Test
  void aStopAtSpeedMakesThePositionUncertain() {
    Motors motors = new Motors();
    Machine machine = onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::stop;
    assertThat(machine.draw(steps)).isEqualTo(Outcome.STOPPED);
    assertThat(machine.isPositionCertain()).isFalse();
    assertThat(motors.driver.energised()).isFalse();
    Machine next = machine(motors);
    assertThat(next.position().state()).isEqualTo(State.UNCERTAIN);
    assertThat(next.position().isInterrupted()).isTrue();
    machine.rearm();
    assertThatExceptionOfType(PlotterException.class).isThrownBy(machine::goHome);
  }

  @Test
  void aProgramThatDiesWhileItDrawsLeavesAHint() {
    Motors motors = new Motors();
    Machine machine = onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command =
        () -> {
          throw new PlotterException("the power is gone");
        };
    assertThatExceptionOfType(PlotterException.class).isThrownBy(() -> machine.draw(steps));
    MachinePosition position = machine(motors).position();
    assertThat(position.isCertain()).isFalse();
    assertThat(position.stylusMm(profile.motion()).distanceTo(motors.toy.stylusMm()))
        .isLessThan(0.05);
  }

  @Test
  void turnedKnobsLeaveThePositionUncertain() {
    Machine machine = onHomedToy(new Motors());
    new Knobs(machine::turn, profile.motion()).turn(100, -50);
    assertThat(machine.isPositionCertain()).isFalse();
    machine.declareHome();
    assertThat(machine.isPositionCertain()).isTrue();
  }

  @Test
  void refusesALineOutOfNowhere() {
    Machine machine = onHomedToy(new Motors());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          Point away = machine.stylusMm().plus(new Point(5, 0));
          machine.draw(
              new StepGenerator(profile.motion())
                  .generate(machine.plan(new Polyline(List.of(away, machine.stylusMm())))));
        });
  }

  /** A machine that stands at home of a fresh toy, as its file says. */
  private Machine onHomedToy(Motors motors) {
    Motors other = new Motors();
    homed(other);
    return machine(motors);
  }
}
