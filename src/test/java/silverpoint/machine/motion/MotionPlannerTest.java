package silverpoint.machine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** I6 and I13: what does not change a plan, and what is refused. */
class MotionPlannerTest {
  private static final Box AREA = new Box(0, 0, 100, 100);
  private static final Point HOME = new Point(50, 50);
  private static final MotionPlanner PLANNER = new MotionPlanner(Settings.round(), AREA);

  @Test
  void aLineToWhereItBeginsNeedsNoTimeAndNoSteps() {
    MotionPlan plan = PLANNER.plan(Polyline.of(HOME, HOME));
    assertThat(plan.blocks()).isEmpty();
    assertThat(plan.durationS()).isZero();
    assertThat(plan.endMm()).isEqualTo(HOME);
    assertThat(new StepGenerator(Settings.round()).generate(plan).size()).isZero();
  }

  @Test
  void refusesAPointOutsideOfTheArea() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLANNER.plan(Lines.line(50, 50, 100.001, 20)))
        .withMessageContaining("Box[x=0.0, y=0.0, width=100.0, height=100.0]")
        .withMessageContaining("Point[x=100.001, y=20.0]");
  }

  @Test
  void refusesAHomeOutsideOfTheArea() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLANNER.plan(Lines.line(50, -1)))
        .withMessageContaining("Point[x=50.0, y=-1.0]");
  }

  @Test
  void aPointCannotBeNotANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> Lines.line(50, 50, Double.NaN, 20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.line(50, 50, Double.POSITIVE_INFINITY, 20));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void pointsAddedOnStraightPiecesDoNotChangeThePlan(int seed) {
    Polyline line = Lines.zigzag(seed, AREA, 500);
    MotionPlan plan = PLANNER.plan(line);
    MotionPlan split = PLANNER.plan(split(line, seed));
    assertThat(split.moves()).hasSameSizeAs(plan.moves());
    assertThat(split.durationS()).isCloseTo(plan.durationS(), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theWayBackTakesTheMovesAsLong(int seed) {
    MotionSettings settings = Lines.machine("pocket").motion();
    MotionPlanner planner = new MotionPlanner(settings, AREA);
    List<Point> points =
        seed < 3
            ? Lines.zigzag(seed, AREA, 500).points()
            : shaken(Lines.portrait(seed, AREA.inset(1), HOME, 500).points(), seed);
    double thereS = movesS(planner.plan(Lines.line(points)));
    double backS = movesS(planner.plan(Lines.line(points.reversed())));
    assertThat(backS).isCloseTo(thereS, within(1e-9 * thereS));
  }

  /** A machine and a line that are larger, with steps as much larger, make the same steps. */
  @ParameterizedTest(name = "{0} times as large")
  @ValueSource(doubles = {0.5, 2, 3.7})
  void aLargerMachineTakesAsLong(double times) {
    MotionSettings settings = scaled(Settings.round(), times, 1);
    Polyline line = Lines.zigzag(8, AREA, 500);
    Polyline larger = Lines.line(line.points().stream().map(point -> point.times(times)).toList());
    MotionPlan plan = PLANNER.plan(line);
    MotionPlan scaled =
        new MotionPlanner(settings, new Box(0, 0, 100 * times, 100 * times)).plan(larger);
    assertThat(scaled.moves()).hasSameSizeAs(plan.moves());
    assertThat(scaled.durationS()).isCloseTo(plan.durationS(), within(1e-9 * plan.durationS()));
    assertThat(scaled.lengthMm()).isCloseTo(times * plan.lengthMm(), within(1e-6));
    assertThat(scaled.endBacklash()).isEqualTo(plan.endBacklash());
  }

  /** Speeds so many times as high, with accelerations that lead there on the same way. */
  @ParameterizedTest(name = "{0} times as fast")
  @ValueSource(doubles = {0.5, 2, 3.7})
  void aFasterMachineTakesSoMuchLessTime(double times) {
    Polyline line = Lines.zigzag(9, AREA, 500);
    MotionPlan plan = PLANNER.plan(line);
    MotionPlan faster = new MotionPlanner(scaled(Settings.round(), 1, times), AREA).plan(line);
    assertThat(faster.durationS() * times)
        .isCloseTo(plan.durationS(), within(1e-9 * plan.durationS()));
    assertThat(faster.blocks()).hasSameSizeAs(plan.blocks());
  }

  private static MotionSettings scaled(MotionSettings settings, double size, double speed) {
    double mmPerS = size * speed;
    double mmPerS2 = size * speed * speed;
    return new MotionSettings(
        scaled(settings.x(), size, speed),
        scaled(settings.y(), size, speed),
        settings.feedRateMmPerS() * mmPerS,
        settings.startSpeedMmPerS() * mmPerS,
        settings.accelerationMmPerS2() * mmPerS2,
        settings.junctionDeviationMm() * size,
        settings.minimumCruiseRatio(),
        settings.takeUpFeedRateMmPerS() * mmPerS,
        settings.takeUpAccelerationMmPerS2() * mmPerS2);
  }

  private static AxisSettings scaled(AxisSettings axis, double size, double speed) {
    return new AxisSettings(
        axis.stepsPerMm() / size,
        axis.backlashSteps(),
        axis.minimumStepIntervalUs() / speed,
        axis.homeApproach());
  }

  @Test
  void isDeterministic() {
    Polyline line = Lines.portrait(7, AREA, HOME, 300);
    MotionPlan plan = PLANNER.plan(line);
    MotionPlan again = new MotionPlanner(Settings.round(), AREA).plan(line);
    assertThat(again).isEqualTo(plan);
    StepPlan steps = new StepGenerator(Settings.round()).generate(plan);
    StepPlan stepsAgain = new StepGenerator(Settings.round()).generate(again);
    assertThat(stepsAgain.size()).isEqualTo(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      assertThat(stepsAgain.timeNs(i)).isEqualTo(steps.timeNs(i));
      assertThat(stepsAgain.xAfter(i)).isEqualTo(steps.xAfter(i));
      assertThat(stepsAgain.yAfter(i)).isEqualTo(steps.yAfter(i));
    }
  }

  private static double movesS(MotionPlan plan) {
    return plan.moves().stream().mapToDouble(Move::durationS).sum();
  }

  /** No two points equally far out: a line that rests at one of two would rest at the other. */
  private static List<Point> shaken(List<Point> points, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return points.stream()
        .map(p -> p.plus(new Point(random.nextDouble(), random.nextDouble()).times(1e-3)))
        .toList();
  }

  private static Polyline split(Polyline line, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = line.points();
    List<Point> more = new ArrayList<>(List.of(points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      double share = 0;
      for (int k = random.nextInt(4); k > 0; k--) {
        share = random.nextDouble(share, 1);
        more.add(from.towards(points.get(i), share));
      }
      more.add(points.get(i));
    }
    return Lines.line(more);
  }
}
