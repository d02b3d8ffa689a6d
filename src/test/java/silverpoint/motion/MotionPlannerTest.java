package silverpoint.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/** I6 and I13: what does not change a plan, and what is refused. */
class MotionPlannerTest {
  private static final Box AREA = new Box(0, 0, 100, 100);
  private static final Point HOME = new Point(50, 50);
  private static final MotionPlanner PLANNER = new MotionPlanner(Settings.round(), AREA);

  @Test
  void aRouteWithoutLegsNeedsNoTimeAndNoSteps() {
    MotionPlan plan = PLANNER.plan(new Route(HOME, List.of(), 0));
    assertThat(plan.blocks()).isEmpty();
    assertThat(plan.durationS()).isZero();
    assertThat(plan.endMm()).isEqualTo(HOME);
    assertThat(new StepGenerator(Settings.round()).generate(plan).size()).isZero();
  }

  @Test
  void aDotAtHomeNeedsNoMove() {
    assertThat(PLANNER.plan(Lines.route(50, 50, 50, 50)).blocks()).isEmpty();
  }

  @Test
  void legsAreJoinedToOneLine() {
    Point corner = new Point(60, 50);
    Point end = new Point(60, 80);
    Route route =
        new Route(
            HOME,
            List.of(
                new Leg.Connector(Polyline.of(HOME, corner)),
                new Leg.Draw(Polyline.of(corner, end))),
            0);
    assertThat(PLANNER.plan(route).pathMm()).isEqualTo(Polyline.of(HOME, corner, end));
    assertThat(PLANNER.plan(route)).isEqualTo(PLANNER.plan(Lines.route(50, 50, 60, 50, 60, 80)));
  }

  @Test
  void refusesAPointOutsideOfTheArea() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLANNER.plan(Lines.route(50, 50, 100.001, 20)))
        .withMessageContaining("Box[x=0.0, y=0.0, width=100.0, height=100.0]")
        .withMessageContaining("Point[x=100.001, y=20.0]");
  }

  @Test
  void refusesAHomeOutsideOfTheArea() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLANNER.plan(new Route(new Point(50, -1), List.of(), 0)))
        .withMessageContaining("Point[x=50.0, y=-1.0]");
  }

  @Test
  void aPointCannotBeNotANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> Lines.route(50, 50, Double.NaN, 20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.route(50, 50, Double.POSITIVE_INFINITY, 20));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void pointsAddedOnStraightPiecesDoNotChangeThePlan(int seed) {
    Route route = Lines.zigzag(seed, AREA, 500);
    MotionPlan plan = PLANNER.plan(route);
    MotionPlan split = PLANNER.plan(split(route, seed));
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
            ? Lines.points(Lines.zigzag(seed, AREA, 500))
            : shaken(Lines.points(Lines.portrait(seed, AREA.inset(1), HOME, 500)), seed);
    double thereS = movesS(planner.plan(Lines.route(points)));
    double backS = movesS(planner.plan(Lines.route(points.reversed())));
    assertThat(backS).isCloseTo(thereS, within(1e-9 * thereS));
  }

  /** A machine and a line that are larger, with steps as much larger, make the same steps. */
  @ParameterizedTest(name = "{0} times as large")
  @ValueSource(doubles = {0.5, 2, 3.7})
  void aLargerMachineTakesAsLong(double times) {
    MotionSettings settings = scaled(Settings.round(), times, 1);
    Route route = Lines.zigzag(8, AREA, 500);
    Route larger =
        Lines.route(Lines.points(route).stream().map(point -> point.times(times)).toList());
    MotionPlan plan = PLANNER.plan(route);
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
    Route route = Lines.zigzag(9, AREA, 500);
    MotionPlan plan = PLANNER.plan(route);
    MotionPlan faster = new MotionPlanner(scaled(Settings.round(), 1, times), AREA).plan(route);
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
    Route route = Lines.portrait(7, AREA, HOME, 300);
    MotionPlan plan = PLANNER.plan(route);
    MotionPlan again = new MotionPlanner(Settings.round(), AREA).plan(route);
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

  private static Route split(Route route, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = Lines.points(route);
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
    return Lines.route(more);
  }
}
