package silverpoint.machine.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Drawn;
import silverpoint.machine.plotter.LineBench;
import silverpoint.machine.plotter.MotorPlotter;
import silverpoint.machine.plotter.RunOutcome;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedDriver;

/** I4 and I5: what the lines of both kinds of driver show. */
class MotorDriverTest {
  static Stream<MotorDriver> drivers() {
    return Drivers.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void theLinesMeanTheSteps(MotorDriver driver) {
    StepPlan plan = Drawn.portrait("classic", 3, 150).stepPlan();
    LineBench bench = new LineBench(driver, plan, 2.5, 0.01);
    assertThat(bench.run(0)).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.simulated.faults()).isEmpty();
    assertThat(bench.steps).hasSize(plan.size());
    long leadNs = bench.steps.getFirst().timeNs() - plan.timeNs(0);
    for (int i = 0; i < plan.size(); i++) {
      assertThat(bench.steps.get(i))
          .isEqualTo(new LineBench.Stepped(plan.xStep(i), plan.yStep(i), plan.timeNs(i) + leadNs));
    }
    assertThat(leadNs).isBetween(driver.wakeNs(), driver.wakeNs() + 3000);
  }

  @Test
  void reversalsWithoutTimeForTheDirectionLineAreRefused() {
    StepPlan hasty = StepPlan.of(0, 0, new long[] {0, 2_000}, new int[] {1, 0}, new int[2]);
    assertThat(Drivers.stepDirection(StepperChip.TMC2209).program(hasty, 0, 0).size()).isEqualTo(5);
    assertThatIllegalStateException()
        .isThrownBy(() -> Drivers.stepDirection(StepperChip.DRV8825).program(hasty, 0, 0))
        .withMessageContaining("reversal at event 1");
  }

  @Test
  void aChipRefusesTimesBelowItsDataSheet() {
    StepDirectionDriver good = Drivers.stepDirection(StepperChip.DRV8825);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StepDirectionDriver(
                StepperChip.DRV8825, good.x(), good.y(), 24, 1.5, 2, 1, 1, 2, 500))
        .withMessage("stepHighUs must lie in 1.9..100000 for DRV8825: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StepDirectionDriver(
                StepperChip.DRV8825, good.x(), good.x(), 24, 2, 2, 1, 1, 2, 500))
        .withMessageContaining("a GPIO pin is used twice");
  }

  @Test
  void theSimulatedChipNoticesEveryMistake() {
    assertThat(faults(new int[] {2, 4}, 0x13, 0x13)).contains("DIR and STEP change in one write");
    assertThat(faults(new int[] {2, 4}, 0x00, 0x01, 0x03))
        .contains("DIR changes while STEP is high");
    assertThat(faults(new int[] {2, 4}, 0x00, 0x01, 0x00)).contains("STEP high too short");
    assertThat(faults(new int[] {1_800_000, 2_000, 1}, 0x00, 0x01, 0x00, 0x01))
        .contains("STEP low too short");
    assertThat(faults(new int[] {2, 4}, 0x00, 0x02, 0x03)).contains("DIR set up too short");
    assertThat(faults(new int[] {1_800_000, 2_000}, 0x00, 0x01, 0x00)).isEmpty();
    assertThat(faults(new int[] {1_600_000, 2_000}, 0x00, 0x01, 0x00))
        .contains("STEP too soon after ENABLE");
    assertThat(faults(new int[] {2_000, 2_000}, 0x10, 0x11, 0x10))
        .contains("STEP while the chip is disabled");
  }

  /** Levels of all lines one after the other, with the times between them. */
  private static String faults(int[] deltaNs, int... levels) {
    SimulatedDriver chip =
        SimulatedDriver.of(Drivers.stepDirection(StepperChip.DRV8825), (x, y, timeNs) -> {});
    long timeNs = 10_000_000;
    for (int i = 0; i < levels.length; i++) {
      chip.write(timeNs, levels[i], 0x1f);
      timeNs += i < deltaNs.length ? deltaNs[i] : 2_000_000;
    }
    return String.join("; ", chip.faults());
  }

  @Test
  void aStepTooSoonAfterATurnGoesTheOldWay() {
    int[] sum = {0};
    SimulatedDriver chip =
        SimulatedDriver.of(
            Drivers.stepDirection(StepperChip.DRV8825), (x, y, timeNs) -> sum[0] += x);
    chip.write(0, 0x00, 0x1f);
    chip.write(5_000_000, 0x02, 0x02);
    chip.write(5_000_100, 0x01, 0x01);
    assertThat(sum[0]).isEqualTo(-1);
  }

  @Test
  void theSimulatedCoilsRefuseWhatHoldsNoRotor() {
    SimulatedDriver board =
        SimulatedDriver.of(Drivers.fourPhase(FourPhaseDriver.Stepping.HALF), (x, y, timeNs) -> {});
    board.write(0, 0x11, 0xff);
    board.write(1, 0x05, 0x0f);
    board.write(2, 0x07, 0x0f);
    board.write(3, 0x02, 0x0f);
    assertThat(board.faults())
        .containsExactly(
            "coils 101 hold no rotor at 1 ns",
            "coils 111 hold no rotor at 2 ns",
            "a jump over 2 phases at 3 ns");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void thePhaseSurvivesFromPlanToPlanAndSwitchingOff(MotorDriver driver) {
    List<String> moves = new ArrayList<>();
    VirtualClock clock = new VirtualClock();
    SimulatedDriver simulated =
        SimulatedDriver.of(driver, (x, y, timeNs) -> moves.add(x + "," + y));
    MotorPlotter motors =
        new MotorPlotter(
            driver,
            Lines.machine("classic").motion(),
            (bits, mask) -> simulated.write(clock.nowNs(), bits, mask),
            clock);
    for (int steps : new int[] {3, 5, 1, 7}) {
      motors.draw(
          StepPlan.of(
              100,
              -7,
              IntStream.rangeClosed(1, steps).mapToLong(i -> i * 1_000_000L).toArray(),
              IntStream.rangeClosed(1, steps).map(i -> 100 + i).toArray(),
              IntStream.rangeClosed(1, steps).map(i -> -7 - i).toArray()));
      motors.close();
      assertThat(simulated.energised()).isFalse();
    }
    assertThat(simulated.faults()).isEmpty();
    assertThat(moves).hasSize(16).containsOnly("1,-1");
  }

  @Test
  void neverMoreThanTwoCoilsOfAMotorHaveCurrent() {
    StepPlan plan = Drawn.portrait("pocket", 2, 40).stepPlan();
    for (FourPhaseDriver.Stepping stepping : FourPhaseDriver.Stepping.values()) {
      LineProgram program = Drivers.fourPhase(stepping).program(plan, 0, 0);
      int levels = program.restLevelsBefore(0);
      for (int write = 0; write < program.size(); write++) {
        levels = (levels & ~program.mask(write)) | program.bits(write);
        int x = Integer.bitCount(levels & 0x0f);
        int y = Integer.bitCount(levels & 0xf0);
        assertThat(List.of(x, y))
            .allMatch(
                coils -> coils == 2 || (coils == 1 && stepping == FourPhaseDriver.Stepping.HALF));
      }
    }
  }
}
