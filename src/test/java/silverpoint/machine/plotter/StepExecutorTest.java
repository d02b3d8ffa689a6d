package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.machine.driver.Drivers;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.LineProgram;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.driver.StepperChip;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.Block;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.Move;
import silverpoint.machine.motion.SpeedProfile;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.motion.TakeUp;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.StylusTrace;

/** I9, I10, I11, I14 and I16: what may happen to a running job. */
class StepExecutorTest {
  static final double START = 2;
  static final AxisSettings AXIS = new AxisSettings(20, 8, 250, Direction.POSITIVE);
  static final MotionSettings MOTION =
      new MotionSettings(AXIS, AXIS, 20, START, 100, 0.05, 0, 40, 400);
  private static final MotionPlan SMALL =
      new MotionPlanner(MOTION, new Box(0, 0, 20, 20))
          .plan(Lines.line(1, 1, 9, 1, 9, 5, 4, 2, 4, 6));
  static final StepPlan STEPS = new StepGenerator(MOTION).generate(SMALL);

  static Stream<MotorDriver> drivers() {
    return Stream.of(
        Drivers.stepDirection(StepperChip.DRV8825),
        Drivers.fourPhase(FourPhaseDriver.Stepping.HALF));
  }

  static LineBench bench(MotorDriver driver) {
    return new LineBench(driver, STEPS, START, 0.05);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void takesTheTimeThatWasEstimated(MotorDriver driver) {
    LineBench bench = bench(driver);
    bench.run(0);
    double tookS = (bench.clock.nowNs() - driver.wakeNs()) * 1e-9;
    assertThat(tookS).isCloseTo(SMALL.durationS(), within(0.001 * SMALL.durationS() + 0.025));
    assertThat(bench.executor.lateness().worstNs()).isZero();
  }

  /** A hold before every write, then on to the end: the line must be that without the hold. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void everyHoldRestsOnThePathAndGoesOnWithTheSameLine(MotorDriver driver) {
    LineBench whole = bench(driver);
    whole.run(0);
    for (int k = 0; k < whole.program.size(); k++) {
      LineBench held = bench(driver);
      int at = k + 1;
      held.beforeWrite =
          write -> {
            if (write == at) {
              held.executor.hold();
            }
          };
      RunOutcome outcome = held.run(0);
      assertThat(held.simulated.energised()).isTrue();
      if (outcome == RunOutcome.HELD) {
        assertStoppingDistance(held, k);
        assertThat(held.executor.isPositionUncertain()).isFalse();
        held.executor.unhold();
        held.clock.waitUntil(held.clock.nowNs() + 1_000_000_000);
        assertThat(held.run(held.executor.next())).isEqualTo(RunOutcome.FINISHED);
      }
      assertThat(held.path()).isEqualTo(whole.path());
      assertThat(held.simulated.faults()).isEmpty();
      assertNoStepSoonerThanPlanned(held);
    }
  }

  private static void assertStoppingDistance(LineBench held, int asked) {
    int from = held.program.eventsBefore(asked);
    int to = held.program.eventsBefore(held.executor.next());
    double alongMm = to - 1 <= from ? 0 : travelMm(to - 1) - travelMm(from);
    double speed = STEPS.speedMmPerS(Math.min(from, STEPS.size() - 1));
    double acceleration = STEPS.accelerationMmPerS2(Math.min(from, STEPS.size() - 1));
    assertThat(alongMm).isLessThanOrEqualTo(speed * speed / (2 * acceleration) + 0.1);
  }

  /** How far the stylus, or the faster knob while it rests, has come at an event of the plan. */
  private static double travelMm(int event) {
    double leftS = STEPS.timeNs(event) * 1e-9;
    double travelMm = 0;
    for (Block block : SMALL.blocks()) {
      double timeS = Math.min(leftS, block.durationS());
      travelMm +=
          switch (block) {
            case Move move -> move.profile().distanceAtMm(timeS);
            case TakeUp takeUp ->
                Math.max(
                    turnedMm(takeUp.xProfile(), timeS - takeUp.restS()),
                    turnedMm(takeUp.yProfile(), timeS - takeUp.restS()));
          };
      leftS -= timeS;
    }
    return travelMm;
  }

  private static double turnedMm(SpeedProfile knob, double timeS) {
    return knob.distanceAtMm(Math.clamp(timeS, 0, knob.durationS()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void holdsAgainAndAgain(MotorDriver driver) {
    LineBench whole = bench(driver);
    whole.run(0);
    LineBench held = bench(driver);
    held.beforeWrite =
        write -> {
          if (write % 23 == 0) {
            held.executor.hold();
          }
        };
    RunOutcome outcome = held.run(0);
    int holds = 0;
    while (outcome == RunOutcome.HELD) {
      holds++;
      held.executor.unhold();
      outcome = held.run(held.executor.next());
    }
    assertThat(outcome).isEqualTo(RunOutcome.FINISHED);
    assertThat(holds).isGreaterThan(10);
    assertThat(held.path()).isEqualTo(whole.path());
    assertThat(held.simulated.faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void stallsShiftTheJobAndNeverHurryIt(MotorDriver driver) {
    LineBench whole = bench(driver);
    whole.run(0);
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LineBench stalled = bench(driver);
      stalled.stallNs =
          write -> random.nextInt(10) > 0 ? 0 : (long) (1e5 * Math.pow(10, random.nextDouble(4.7)));
      assertThat(stalled.run(0)).isEqualTo(RunOutcome.FINISHED);
      assertThat(stalled.path()).isEqualTo(whole.path());
      assertThat(stalled.simulated.faults()).isEmpty();
      assertNoStepSoonerThanPlanned(stalled);
    }
  }

  /** A busy computer in front of motors that lose steps when they are hurried. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "classic, 3", "pocket, 1"})
  void stallsLoseNoStepsOfTheMotors(String name, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Drawn drawn = Drawn.portrait(name, seed, 60);
    AxisSettings axis = drawn.machine().motion().x();
    LineBench stalled =
        new LineBench(
            drawn.machine().driver(),
            drawn.stepPlan(),
            drawn.machine().motion().startSpeedMmPerS(),
            1 / axis.stepsPerMm());
    IntToLongFunction often = write -> random.nextInt(3) > 0 ? 0 : random.nextInt(60_000);
    IntToLongFunction seldom =
        write -> random.nextInt(20) > 0 ? 0 : (long) (1e3 * Math.pow(10, random.nextDouble(4.7)));
    stalled.stallNs = write -> often.applyAsLong(write) + seldom.applyAsLong(write);
    stalled.stallInWriteNs = stalled.stallNs;
    assertThat(stalled.run(0)).isEqualTo(RunOutcome.FINISHED);
    SimulatedEtchASketch toy = drawn.toy();
    stalled.steps.forEach(step -> toy.step(step.x(), step.y(), step.timeNs()));
    assertThat(toy.lostSteps()).isZero();
    StylusTrace trace = toy.trace();
    for (int i = 0; i < trace.size(); i++) {
      assertThat(trace.atMm(i).distanceTo(drawn.trace().atMm(i))).isLessThan(1e-9);
    }
  }

  @Test
  void afterALongStallTheMachineSpeedsUpAgainFromItsStartSpeed() {
    LineBench stalled = bench(Drivers.fourPhase(FourPhaseDriver.Stepping.HALF));
    int fast = 0;
    while (stalled.program.speedMmPerS(fast) < 15) {
      fast++;
    }
    int at = fast;
    stalled.stallNs = write -> write == at + 1 ? 300_000_000 : 0;
    stalled.run(0);
    double firstS = (stalled.steps.get(at).timeNs() - stalled.steps.get(at - 1).timeNs()) * 1e-9;
    assertThat(firstS).isGreaterThan(0.3);
    // half a step of lag in the mean speed of a ramp from the start speed
    double speed = START;
    for (int i = at; stalled.program.speedMmPerS(i) > speed; i++) {
      double tookS = (stalled.steps.get(i).timeNs() - stalled.steps.get(i - 1).timeNs()) * 1e-9;
      if (i > at) {
        assertThat(0.05 / tookS).isLessThanOrEqualTo(speed * 1.02);
      }
      speed = Math.sqrt(speed * speed + 2 * 100 * 0.05);
    }
    assertThat(speed).isGreaterThan(10);
  }

  @Test
  void executesWithoutAllocating() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    StepPlan plan = Drawn.portrait("classic", 4, 450).stepPlan();
    MotorDriver driver = Drivers.stepDirection(StepperChip.DRV8825);
    LineProgram program = driver.program(plan, 0, 0);
    long[] written = {0};
    StepExecutor executor =
        new StepExecutor((bits, mask) -> written[0] += bits, new VirtualClock(), START, 0.05);
    int from = program.restLevelsBefore(0);
    executor.run(program, 0, from, driver.releasedBits(), driver.wakeNs());
    long self = Thread.currentThread().threadId();
    threads.getThreadAllocatedBytes(self);
    long before = threads.getThreadAllocatedBytes(self);
    executor.run(program, 0, from, driver.releasedBits(), driver.wakeNs());
    long after = threads.getThreadAllocatedBytes(self);
    assertThat(after - before).isZero();
    assertThat(program.size()).isGreaterThan(50_000);
  }

  private static void assertNoStepSoonerThanPlanned(LineBench bench) {
    for (int i = 1; i < STEPS.size(); i++) {
      long plannedNs = STEPS.timeNs(i) - STEPS.timeNs(i - 1);
      long tookNs = bench.steps.get(i).timeNs() - bench.steps.get(i - 1).timeNs();
      if (tookNs < plannedNs) {
        assertThat(tookNs).as("step %d", i).isGreaterThanOrEqualTo(plannedNs);
      }
    }
  }
}
