package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.PlotProgress.Activity;
import silverpoint.machine.simulator.SimulatedDriver;

/** What the buttons of a machine do to a plan, and where the motors stand afterwards. */
class MotorPlotterTest {
  private final Drawn drawn = Drawn.portrait("classic", 6, 60);
  private final VirtualClock clock = new VirtualClock();
  private final List<String> steps = new ArrayList<>();
  private final SimulatedDriver driver =
      SimulatedDriver.of(drawn.machine().driver(), (x, y, timeNs) -> steps.add(x + "," + y));
  private final MotorPlotter motors =
      new MotorPlotter(drawn.machine().driver(), drawn.machine().motion(), this::write, clock);
  private Runnable atWrite = () -> {};
  private int writes;

  private void write(int bits, int mask) {
    writes++;
    if (writes == 4001) {
      atWrite.run();
    }
    driver.write(clock.nowNs(), bits, mask);
  }

  @BeforeEach
  void isLongEnough() {
    assertThat(drawn.stepPlan().size()).isGreaterThan(4000);
  }

  @Test
  void goesOnAfterAHold() {
    atWrite = motors::hold;
    motors.draw(drawn.stepPlan());
    assertThat(motors.progress().activity()).isEqualTo(Activity.HELD);
    assertThat(motors.progress().eventsMade()).isBetween(1500, drawn.stepPlan().size() - 1);
    assertThat(driver.energised()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> motors.draw(drawn.stepPlan()));
    motors.resume();
    assertThat(motors.progress().activity()).isEqualTo(Activity.FINISHED);
    assertThat(steps).hasSize(drawn.stepPlan().size());
    assertStandsAfter(drawn.stepPlan().size());
  }

  @Test
  void forgetsAHeldPlan() {
    atWrite = motors::hold;
    motors.draw(drawn.stepPlan());
    int made = motors.progress().eventsMade();
    motors.abandon();
    assertStandsAfter(made);
    motors.draw(drawn.stepPlan());
    assertThat(motors.progress().activity()).isEqualTo(Activity.FINISHED);
    assertThat(steps).hasSize(made + drawn.stepPlan().size());
  }

  @Test
  void drawsNothingAfterAStopUntilItIsRearmed() {
    atWrite = motors::stop;
    motors.draw(drawn.stepPlan());
    assertThat(motors.progress().activity()).isEqualTo(Activity.STOPPED);
    assertThat(driver.energised()).isFalse();
    assertStandsAfter(steps.size());
    int made = steps.size();
    motors.draw(drawn.stepPlan());
    assertThat(motors.progress().activity()).isEqualTo(Activity.STOPPED);
    assertThat(steps).hasSize(made);
    motors.rearm();
    motors.draw(drawn.stepPlan());
    assertThat(motors.progress().activity()).isEqualTo(Activity.FINISHED);
    assertThat(driver.faults()).isEmpty();
  }

  @Test
  void staysOnUntilItHasSettled() {
    motors.draw(drawn.stepPlan());
    long doneNs = clock.nowNs();
    assertThat(driver.energised()).isTrue();
    motors.close();
    assertThat(driver.energised()).isFalse();
    assertThat(clock.nowNs() - doneNs).isEqualTo(500_000_000);
  }

  @Test
  void aStopTakesTheCurrentFromMotorsThatRest() {
    atWrite = motors::hold;
    motors.draw(drawn.stepPlan());
    int made = motors.progress().eventsMade();
    motors.stop();
    assertThat(driver.energised()).isFalse();
    assertThat(motors.progress().positionCertain()).isTrue();
    motors.rearm();
    assertThat(motors.resume()).isEqualTo(RunOutcome.FINISHED);
    assertThat(steps).hasSize(drawn.stepPlan().size());
    assertThat(made).isLessThan(steps.size());
    assertThat(driver.energised()).isTrue();
    motors.stop();
    assertThat(driver.energised()).isFalse();
    assertThat(driver.faults()).isEmpty();
  }

  @Test
  void latenessThatWasHandedOutChangesNoMore() {
    Lateness before = motors.lateness();
    motors.draw(drawn.stepPlan());
    assertThat(before.count()).isZero();
    assertThat(motors.lateness().count()).isEqualTo(writes - 1L);
  }

  /** Another thread gives the command between two writes, while the motors turn. */
  private void byAnotherThread(Runnable command) {
    atWrite = () -> CompletableFuture.runAsync(command).join();
  }

  @Test
  void anotherThreadHoldsItOnThePath() {
    byAnotherThread(motors::hold);
    assertThat(motors.draw(drawn.stepPlan())).isEqualTo(RunOutcome.HELD);
    int made = motors.progress().eventsMade();
    assertThat(steps).hasSize(made);
    assertThat(motors.resume()).isEqualTo(RunOutcome.FINISHED);
    assertThat(driver.faults()).isEmpty();
    assertStandsAfter(drawn.stepPlan().size());
  }

  @Test
  void anotherThreadStopsItBeforeTheNextStep() {
    byAnotherThread(motors::stop);
    assertThat(motors.draw(drawn.stepPlan())).isEqualTo(RunOutcome.STOPPED);
    assertThat(writes).isEqualTo(4002);
    assertThat(driver.energised()).isFalse();
    assertStandsAfter(steps.size());
  }

  @Test
  void anotherThreadMayNotDrawMeanwhile() {
    List<Throwable> refused = new ArrayList<>();
    byAnotherThread(() -> {
      try {
        motors.draw(drawn.stepPlan());
      } catch (IllegalStateException e) {
        refused.add(e);
      }
    });
    assertThat(motors.draw(drawn.stepPlan())).isEqualTo(RunOutcome.FINISHED);
    assertThat(refused).hasSize(1);
    assertThat(steps).hasSize(drawn.stepPlan().size());
  }

  /** Whoever looks sees one drawing, never the plan of one with the steps of another. */
  @Test
  void whoeverLooksOnSeesItComeForward() {
    StepPlan plan = drawn.stepPlan();
    AtomicBoolean drawing = new AtomicBoolean(true);
    CompletableFuture<Integer> looks =
        CompletableFuture.supplyAsync(() -> {
          int seen = 0;
          int count = 0;
          while (drawing.get()) {
            PlotProgress progress = motors.progress();
            if (progress.plan() == plan) {
              assertThat(progress.eventsMade()).isBetween(seen, plan.size());
              seen = progress.eventsMade();
            } else {
              assertThat(progress.eventsMade()).isZero();
            }
            count++;
          }
          return count;
        });
    atWrite = Thread::yield;
    motors.draw(plan);
    drawing.set(false);
    assertThat(looks.join()).isNotNegative();
    assertThat(motors.progress().share()).isEqualTo(1);
  }

  @Test
  void aPlanOfOneStepAtOnceIsNotBegunOrDone() {
    StepPlan one = StepPlan.of(0, 0, new long[] {0}, new int[] {1}, new int[1]);
    assertThat(new PlotProgress(Activity.DRAWING, one, 0, true).share()).isZero();
    assertThat(new PlotProgress(Activity.FINISHED, one, 1, true).share()).isEqualTo(1);
  }

  private void assertStandsAfter(int events) {
    assertThat(motors.xTurned())
        .isEqualTo(drawn.stepPlan().xAfter(events) - drawn.stepPlan().xAfter(0));
    assertThat(motors.yTurned())
        .isEqualTo(drawn.stepPlan().yAfter(events) - drawn.stepPlan().yAfter(0));
  }
}
