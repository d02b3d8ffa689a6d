package silverpoint.machine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.config.MachineProfile;

/** I1, I3 and I4: steps add up, and keep the limits of speed, acceleration and interval. */
class StepGeneratorTest {
  private static final Box AREA = new Box(0, 0, 100, 100);

  @Test
  void stepsComeInTheMiddleBetweenTwoPositions() {
    MotionSettings settings = Lines.withoutPlay(Settings.round());
    MotionPlan plan = new MotionPlanner(settings, AREA).plan(Lines.line(50, 50, 50.3, 50));
    StepPlan steps = new StepGenerator(settings).generate(plan);
    assertThat(steps.xAfter(0)).isEqualTo(500);
    assertThat(steps.size()).isEqualTo(3);
    Move move = plan.moves().getFirst();
    double beganS = plan.durationS() - move.durationS();
    for (int i = 0; i < 3; i++) {
      double dueS = beganS + move.profile().timeAtS(0.05 + 0.1 * i);
      assertThat(steps.timeNs(i)).isEqualTo(Math.round(dueS * 1e9));
      assertThat(steps.xStep(i)).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2})
  void motorsStandOnTheStepOfTheLineAfterEveryBlock(int seed) {
    MotionSettings settings = Settings.round();
    MotionPlan plan = new MotionPlanner(settings, AREA).plan(Lines.zigzag(seed, AREA, 100_000));
    StepPlan steps = new StepGenerator(settings).generate(plan);
    int xOffset = plan.startBacklash().x().offsetSteps();
    int yOffset = plan.startBacklash().y().offsetSteps();
    Point at = plan.startMm();
    double timeS = 0;
    int event = 0;
    for (Block block : plan.blocks()) {
      switch (block) {
        case Move move -> at = move.toMm();
        case TakeUp takeUp -> {
          xOffset += takeUp.xSteps();
          yOffset += takeUp.ySteps();
        }
      }
      timeS += block.durationS();
      while (event < steps.size() && steps.timeNs(event) <= timeS * 1e9) {
        event++;
      }
      if (steps.xAfter(event) - xOffset != Math.round(at.x() * settings.x().stepsPerMm())
          || steps.yAfter(event) - yOffset != Math.round(at.y() * settings.y().stepsPerMm())) {
        throw new AssertionError("after " + block + " at " + timeS + " s");
      }
    }
    assertThat(event).isEqualTo(steps.size());
    assertThat(plan.endBacklash().x().offsetSteps()).isEqualTo(xOffset);
    assertThat(plan.endBacklash().y().offsetSteps()).isEqualTo(yOffset);
  }

  /** I1, after every one of a million random moves in ten plans that follow each other. */
  @Test
  void noStepIsLostOrInventedInAMillionMoves() {
    MotionSettings settings = Settings.round();
    StepGenerator generator = new StepGenerator(settings);
    MotionPlanner planner = new MotionPlanner(settings, AREA);
    Backlash backlash = Backlash.atHome(settings);
    List<Point> points = Lines.zigzag(3, AREA, 1_000_000).points();
    int moves = 0;
    for (int from = 0; from < 1_000_000; from += 100_000) {
      MotionPlan plan = planner.plan(Lines.line(points.subList(from, from + 100_001)), backlash);
      StepPlan steps = generator.generate(plan);
      backlash = plan.endBacklash();
      assertThat(steps.backlashAfter(steps.size())).isEqualTo(backlash);
      Point end = points.get(from + 100_000);
      assertThat(steps.xAfter(steps.size()) - backlash.x().offsetSteps())
          .isEqualTo(Math.round(end.x() * settings.x().stepsPerMm()));
      assertThat(steps.yAfter(steps.size()) - backlash.y().offsetSteps())
          .isEqualTo(Math.round(end.y() * settings.y().stepsPerMm()));
      moves += plan.moves().size();
    }
    assertThat(moves).isGreaterThan(900_000);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 3", "pocket, 4"})
  void speedAndAccelerationStayInTheirLimits(String name, int seed) {
    MachineProfile machine = Lines.machine(name);
    MotionSettings settings = machine.motion();
    MotionPlan plan = portrait(machine, seed);
    StepPlan steps = new StepGenerator(settings).generate(plan);
    AxisMotion x = AxisMotion.ofX(steps);
    AxisMotion y = AxisMotion.ofY(steps);
    double timeS = 0;
    for (Block block : plan.blocks()) {
      double endS = timeS + block.durationS();
      switch (block) {
        case Move move -> {
          Point direction = move.direction();
          x.assertLimits(
              timeS,
              endS,
              settings.x(),
              Math.abs(direction.x()) * settings.feedRateMmPerS(),
              Math.abs(direction.x()) * settings.accelerationMmPerS2());
          y.assertLimits(
              timeS,
              endS,
              settings.y(),
              Math.abs(direction.y()) * settings.feedRateMmPerS(),
              Math.abs(direction.y()) * settings.accelerationMmPerS2());
        }
        case TakeUp takeUp -> {
          double feedRate = settings.takeUpFeedRateMmPerS();
          double acceleration = settings.takeUpAccelerationMmPerS2();
          x.assertLimits(timeS, endS, settings.x(), feedRate, acceleration);
          y.assertLimits(timeS, endS, settings.y(), feedRate, acceleration);
        }
      }
      timeS = endS;
    }
    assertThat(x.checkedAccelerations() + y.checkedAccelerations()).isGreaterThan(steps.size() / 3);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "pocket, 2"})
  void speedIsContinuousBetweenMovesAndLowAtRests(String name, int seed) {
    MachineProfile machine = Lines.machine(name);
    double speed = machine.motion().startSpeedMmPerS();
    boolean rested = false;
    for (Block block : portrait(machine, seed).blocks()) {
      switch (block) {
        case Move move -> {
          assertThat(move.profile().startMmPerS()).isEqualTo(speed);
          speed = move.profile().endMmPerS();
          rested = false;
        }
        case TakeUp takeUp -> {
          assertThat(rested).as("one rest at a time").isFalse();
          assertThat(speed).isEqualTo(machine.motion().startSpeedMmPerS());
          rested = true;
        }
      }
    }
    assertThat(speed).isEqualTo(machine.motion().startSpeedMmPerS());
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 3"})
  void theLastStepComesAtTheEndOfThePlan(String name, int seed) {
    MachineProfile machine = Lines.machine(name);
    MotionPlan plan = portrait(machine, seed);
    StepPlan steps = new StepGenerator(machine.motion()).generate(plan);
    assertThat(steps.durationNs() * 1e-9)
        .isCloseTo(plan.durationS(), within(1e-3 * plan.durationS()));
  }

  @ParameterizedTest(name = "{0} us between steps, {1} play, seed {2}")
  @CsvSource({"250, 130, 1", "250, 1, 2", "250, 0, 3", "1000, 130, 4", "20, 0, 5", "333.3, 2, 6"})
  void intervalsKeepTheFloorWithTheFastestSettings(double floorUs, int play, int seed) {
    AxisSettings x = new AxisSettings(86.3, play, floorUs, Direction.NEGATIVE);
    AxisSettings y = new AxisSettings(92.9, play, floorUs, Direction.POSITIVE);
    double fastMmPerS = 1e6;
    double startMmPerS = y.maximumSpeedMmPerS() / 4;
    MotionSettings settings =
        new MotionSettings(x, y, fastMmPerS, startMmPerS, 300, 0.05, 0, fastMmPerS, 300);
    MotionPlan plan = new MotionPlanner(settings, AREA).plan(Lines.zigzag(seed, AREA, 3000));
    StepPlan steps = new StepGenerator(settings).generate(plan);
    long floorNs = (long) Math.ceil(floorUs * 1000);
    assertThat(AxisMotion.ofX(steps).shortestIntervalNs()).isGreaterThanOrEqualTo(floorNs);
    assertThat(AxisMotion.ofY(steps).shortestIntervalNs()).isGreaterThanOrEqualTo(floorNs);
  }

  @ParameterizedTest(name = "{0} mm/s2")
  @ValueSource(doubles = {1, 100, 1e4, 5e4})
  void settingsThatAreAcceptedKeepTheFloorAtEveryRest(double takeUpMmPerS2) {
    AxisSettings axis = new AxisSettings(10, 7, 1000, Direction.NEGATIVE);
    double startMmPerS = fastestStart(axis, takeUpMmPerS2);
    MotionSettings settings = settings(axis, startMmPerS, takeUpMmPerS2);
    // each end lies where a step is due, so that the steps before and after the rest touch it
    MotionPlan plan =
        new MotionPlanner(settings, AREA).plan(Lines.line(50, 50, 51.05, 50, 50, 50, 52.05, 50));
    StepPlan steps = new StepGenerator(settings).generate(plan);
    assertThat(AxisMotion.ofX(steps).shortestIntervalNs()).isGreaterThanOrEqualTo(1_000_000);
  }

  /** A motor that turns back, or goes on after a take-up, is given the time of a first step. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 3", "pocket, 4"})
  void restsLastAsLongAsAStepAtStartSpeed(String name, int seed) {
    MachineProfile machine = Lines.machine(name);
    for (MotionSettings settings : List.of(machine.motion(), Lines.withoutPlay(machine.motion()))) {
      Box areaMm = machine.page().drawableMm();
      StepPlan steps =
          new StepGenerator(settings)
              .generate(new MotionPlanner(settings, areaMm).plan(Lines.zigzag(seed, areaMm, 3000)));
      assertThat(AxisMotion.ofX(steps).shortestRestNs())
          .isGreaterThanOrEqualTo((long) (1e9 * settings.startStepS(settings.x())) - 1);
      assertThat(AxisMotion.ofY(steps).shortestRestNs())
          .isGreaterThanOrEqualTo((long) (1e9 * settings.startStepS(settings.y())) - 1);
    }
  }

  /** 28BYJ-48: pull-in above 600 steps/s by its data sheet, and a ramp above that. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void aPocketMotorStartsOnlyAsItsDataSheetPermits(int seed) {
    MachineProfile machine = Lines.machine("pocket");
    StepPlan steps = new StepGenerator(machine.motion()).generate(portrait(machine, seed));
    assertThat(AxisMotion.ofX(steps).stepsAbovePullIn(600, 2)).isZero();
    assertThat(AxisMotion.ofY(steps).stepsAbovePullIn(600, 2)).isZero();
    assertThat(1e9 / AxisMotion.ofX(steps).shortestIntervalNs()).isGreaterThan(600);
  }

  @Test
  void restsKeepTheFloorWithoutPlay() {
    MotionSettings settings = Lines.withoutPlay(Settings.round());
    SplittableRandom random = new SplittableRandom(1);
    double[] xyMm = new double[2 * 20_000];
    for (int i = 0; i < xyMm.length; i += 2) {
      // a step is due at each end: the last one of a move, and at once the first one of the next
      xyMm[i] = (i % 4 == 0 ? 40 : 42) + random.nextInt(10) * 0.1 + 0.05;
      xyMm[i + 1] = 50;
    }
    MotionPlan plan = new MotionPlanner(settings, AREA).plan(Lines.line(xyMm));
    StepPlan steps = new StepGenerator(settings).generate(plan);
    assertThat(AxisMotion.ofX(steps).shortestIntervalNs()).isGreaterThanOrEqualTo(1_000_000);
  }

  /** The highest start speed that the settings accept. */
  private static double fastestStart(AxisSettings axis, double takeUpMmPerS2) {
    double low = 1e-3;
    double high = axis.maximumSpeedMmPerS();
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      try {
        settings(axis, middle, takeUpMmPerS2);
        low = middle;
      } catch (IllegalArgumentException refused) {
        high = middle;
      }
    }
    return low;
  }

  private static MotionSettings settings(AxisSettings axis, double start, double takeUpMmPerS2) {
    return new MotionSettings(axis, axis, 100, start, 100, 0.05, 0, 100, takeUpMmPerS2);
  }

  private static MotionPlan portrait(MachineProfile machine, int seed) {
    Box areaMm = machine.page().drawableMm();
    return new MotionPlanner(machine.motion(), areaMm)
        .plan(Lines.portrait(seed, areaMm, machine.home().pointMm(), 500));
  }
}
