package silverpoint.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import silverpoint.plotter.PlotProgress.Activity;

/** What the buttons of a machine do to a plan, and where the motors stand afterwards. */
class MotorPlotterTest {
  private final Drawn drawn = Drawn.portrait("classic", 6, 60);
  private final VirtualClock clock = new VirtualClock();
  private final List<String> steps = new ArrayList<>();
  private final SimulatedDriver driver =
      drawn.machine().driver().simulated((x, y, timeNs) -> steps.add(x + "," + y));
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

  private void assertStandsAfter(int events) {
    assertThat(motors.xTurned())
        .isEqualTo(drawn.stepPlan().xAfter(events) - drawn.stepPlan().xAfter(0));
    assertThat(motors.yTurned())
        .isEqualTo(drawn.stepPlan().yAfter(events) - drawn.stepPlan().yAfter(0));
  }
}
