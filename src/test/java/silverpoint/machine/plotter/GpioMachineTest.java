package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.PlotProgress.Activity;

/** Real motors and their switches, on a chip in software; the kernel's is tried by test-gpio. */
class GpioMachineTest {
  private final GpioBench bench = new GpioBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void drawsWithThePlansSteps() {
    GpioMachine machine = bench.open();
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.steps).hasSize(bench.plan.size());
    assertThat(bench.chip.driver.faults()).isEmpty();
    assertThat(machine.lateness().count()).isPositive();
  }

  @Test
  void anEmergencyStopTakesTheCurrentBeforeTheNextStep() {
    GpioMachine machine = bench.open();
    bench.whileItDraws(bench::press);
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
    // the write that was under way, and the release
    assertThat(bench.chip.writes).isEqualTo(4001);
    assertThat(bench.chip.driver.energised()).isFalse();
    assertThat(GpioBench.next(bench.notices)).isEqualTo("emergency stop: the motors are stopped");
  }

  @Test
  void anEmergencyStopTakesTheCurrentFromMotorsThatRest() {
    GpioMachine machine = bench.open();
    bench.whileItDraws(machine::hold);
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.HELD);
    assertThat(bench.chip.driver.energised()).isTrue();
    bench.press();
    assertThat(bench.chip.driver.energised()).isFalse();
    assertThat(machine.progress().positionCertain()).isTrue();
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(machine::resume);
    bench.release();
    machine.rearm();
    assertThat(machine.resume()).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.steps).hasSize(bench.plan.size());
  }

  @Test
  void aStopThatIsPressedFromTheStartKeepsTheMotorsStill() {
    bench.chip.change(bench.emergencyStop, true);
    GpioMachine machine = bench.open();
    assertThatExceptionOfType(NotBegunException.class)
        .isThrownBy(() -> machine.draw(bench.plan))
        .withMessage(
            "the emergency stop on GPIO "
                + bench.emergencyStop
                + " is pressed, or its wire is broken; release the button");
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(machine::rearm);
    assertThat(bench.chip.driver.energised()).isFalse();
    assertThat(GpioBench.next(bench.switched)).isEqualTo("EMERGENCY_STOP true");
    bench.release();
    machine.rearm();
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.FINISHED);
  }

  @Test
  void aListenerThatFailsLeavesTheEmergencyStopWatched() {
    CountDownLatch pressed = new CountDownLatch(1);
    GpioMachine machine =
        bench.open((control, active) -> {
          if (control == Control.EMERGENCY_STOP) {
            pressed.countDown();
          }
          throw new IllegalStateException("the booth is gone");
        });
    bench.chip.change(bench.controls.startPin(), false);
    assertThat(GpioBench.next(bench.notices))
        .isEqualTo("a switch was used, and nobody took notice: the booth is gone");
    bench.whileItDraws(() -> {
      bench.chip.change(bench.emergencyStop, true);
      await(pressed);
    });
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
    assertThat(bench.chip.driver.energised()).isFalse();
  }

  @Test
  void noticesThatNobodyTakesLeaveTheEmergencyStopWatched() {
    GpioMachine machine =
        bench.open(
            () -> List.of("no real-time priority"),
            (control, active) -> bench.switched.add(control + " " + active),
            notice -> {
              throw new IllegalStateException("no console");
            });
    bench.press();
    bench.release();
    machine.rearm();
    bench.whileItDraws(bench::press);
    bench.chip.writes = 0;
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void motorsWhoseEmergencyStopNobodyWatchesDoNotTurn() {
    GpioMachine machine = bench.open();
    bench.whileItDraws(() -> {
      bench.chip.inputsGone = true;
      assertThat(GpioBench.next(bench.notices))
          .isEqualTo(
              "the switches cannot be watched, the motors are stopped:"
                  + " GPIO inputs cannot be read: error 19");
    });
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
    assertThat(bench.chip.driver.energised()).isFalse();
    int made = bench.steps.size();
    bench.chip.inputsGone = false;
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(machine::rearm);
    assertThatExceptionOfType(NotBegunException.class)
        .isThrownBy(() -> machine.draw(bench.plan))
        .withMessageContaining("nobody watches the emergency stop");
    assertThat(bench.steps).hasSize(made);
  }

  @Test
  void aMisuseStaysAMisuse() {
    GpioMachine machine = bench.open();
    List<Throwable> second = new CopyOnWriteArrayList<>();
    bench.whileItDraws(() -> {
      try {
        machine.draw(bench.plan);
      } catch (IllegalStateException e) {
        second.add(e);
      }
    });
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.FINISHED);
    assertThat(second).hasSize(1);
    assertThatIllegalStateException().isThrownBy(machine::resume).withMessage("no plan is held");
  }

  @Test
  void aDrawingOfAnInterruptedThreadIsStopped() throws InterruptedException {
    GpioMachine machine = bench.open();
    Thread drawing = Thread.ofPlatform().unstarted(() -> machine.draw(bench.plan));
    bench.whileItDraws(() -> {
      drawing.interrupt();
      // it takes note, asks for the stop, and waits for the bench.steps to end
      while (drawing.isInterrupted() || drawing.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    });
    drawing.start();
    drawing.join();
    assertThat(machine.progress().activity()).isEqualTo(Activity.STOPPED);
    assertThat(bench.chip.driver.energised()).isFalse();
  }

  @Test
  void drawingsThatTakeTooLongAreToldWithWhatHelps() {
    StepPlan portrait = Drawn.portrait("classic", 6, 1000).stepPlan();
    GpioMachine machine =
        bench.open(
            () -> List.of("no real-time priority (allow it)"),
            (control, active) -> {},
            bench.notices::add);
    bench.whileItDraws(() -> bench.clock.waitUntil(bench.clock.nowNs() + portrait.durationNs()));
    assertThat(machine.draw(portrait)).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.late.getLast().orElseThrow())
        .contains("took 2.0 times as long as planned", "no real-time priority (allow it)");
    bench.whileItDraws(() -> {});
    assertThat(machine.draw(portrait)).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.late.getLast()).isEmpty();
  }

  /** While somebody takes their time over one, the kernel drops the edge of the stop. */
  @Test
  void anEmergencyStopActsAmongAMillionEdgesOfOtherSwitches() {
    CountDownLatch flooded = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    GpioMachine machine =
        bench.open((control, active) -> {
          if (control == Control.EMERGENCY_STOP) {
            stopped.countDown();
          } else {
            await(flooded);
          }
        });
    bench.whileItDraws(() -> {
      bench.chip.change(bench.controls.startPin(), false);
      bench.chip.change(bench.emergencyStop, true);
      for (int edge = 0; edge < 1_000_000; edge++) {
        bench.chip.change(bench.controls.tiltPin(), edge % 2 == 0);
      }
      flooded.countDown();
      await(stopped);
    });
    assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
    assertThat(bench.chip.driver.energised()).isFalse();
  }

  @Test
  void anEmergencyStopActsWhileEveryCoreIsBusyWithOtherThreads() {
    AtomicBoolean busy = new AtomicBoolean(true);
    List<Thread> others =
        Stream.generate(() -> Thread.ofPlatform().unstarted(() -> spin(busy)))
            .limit(4L * Runtime.getRuntime().availableProcessors())
            .toList();
    GpioMachine machine = bench.open();
    bench.whileItDraws(() -> {
      others.forEach(Thread::start);
      bench.press();
    });
    try {
      assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
    } finally {
      busy.set(false);
    }
    assertThat(bench.chip.driver.energised()).isFalse();
  }

  private static void spin(AtomicBoolean busy) {
    while (busy.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void anEmergencyStopIsToldOnceAndAgainWhenItIsPressedAgain() {
    bench.open();
    for (int i = 0; i < 3; i++) {
      bench.press();
      bench.release();
    }
    bench.chip.change(bench.controls.startPin(), false);
    assertThat(GpioBench.next(bench.switched)).isEqualTo("START true");
  }

  @Test
  void theOtherSwitchesAreTold() {
    bench.open();
    bench.chip.change(bench.controls.startPin(), false);
    bench.chip.change(bench.controls.tiltPin(), false);
    bench.chip.change(bench.controls.tiltPin(), true);
    assertThat(
            List.of(
                GpioBench.next(bench.switched),
                GpioBench.next(bench.switched),
                GpioBench.next(bench.switched)))
        .containsExactly("START true", "TILT true", "TILT false");
  }
}
