package silverpoint.machine.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.motion.Backlash.Play;

/** I8. Home was reached to the left and down: x takes up 7 steps on reversal, y 12. */
class BacklashTest {
  private static final Box AREA = new Box(0, 0, 100, 100);
  private static final MotionPlanner PLANNER = new MotionPlanner(Settings.round(), AREA);

  @Test
  void isTakenUpTowardsHome() {
    Backlash home = Backlash.atHome(Settings.round());
    assertThat(home.x()).isEqualTo(new Play(Direction.NEGATIVE, 0));
    assertThat(home.y()).isEqualTo(new Play(Direction.POSITIVE, 12));
  }

  @Test
  void theFirstMoveInTheHomeDirectionTakesUpNothing() {
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 40, 60));
    assertThat(takeUps(plan)).isEmpty();
    assertThat(plan.endBacklash()).isEqualTo(plan.startBacklash());
  }

  @Test
  void aReversalTakesUpExactlyThePlay() {
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 40, 50, 50, 50));
    assertThat(takeUps(plan)).containsExactly("7, 0");
    assertThat(plan.endBacklash().x()).isEqualTo(new Play(Direction.POSITIVE, 7));
    StepPlan steps = new StepGenerator(Settings.round()).generate(plan);
    assertThat(steps.xStepCount()).isEqualTo(100 + 7 + 100);
    assertThat(steps.yStepCount()).isZero();
    assertThat(steps.xAfter(100)).isEqualTo(400);
    assertThat(steps.xAfter(steps.size())).isEqualTo(507);
  }

  @Test
  void bothAxesTakeUpAtTheSameTime() {
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 60, 40));
    assertThat(takeUps(plan)).containsExactly("7, -12");
    TakeUp takeUp = (TakeUp) plan.blocks().getFirst();
    assertThat(takeUp.durationS())
        .isEqualTo(
            Math.max(takeUp.xProfile().durationS(), takeUp.yProfile().durationS())
                + 2 * takeUp.restS());
    StepPlan steps = new StepGenerator(Settings.round()).generate(plan);
    assertThat(steps.xStepCount()).isEqualTo(100 + 7);
    assertThat(steps.yStepCount()).isEqualTo(200 + 12);
    assertThat(steps.yAfter(0)).isEqualTo(1000 + 12);
    assertThat(steps.yAfter(steps.size())).isEqualTo(800);
  }

  @Test
  void anAxisWithoutStepsTakesUpNothing() {
    // 0.04 mm of x are less than half a step, there and back
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 50.04, 60, 50, 70, 50.04, 80));
    assertThat(takeUps(plan)).isEmpty();
  }

  @Test
  void goingOnInTheSameDirectionAfterAStopOfTheAxisTakesUpNothing() {
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 60, 50, 60, 60, 70, 60));
    assertThat(takeUps(plan)).containsExactly("7, 0");
  }

  @Test
  void reversesWhereTheLineLiesFurthestOut() {
    // the tip lies 0.04 mm, less than a step, beyond the corners at its side
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 60, 50, 60.04, 51, 60, 52, 50, 52));
    assertThat(takeUps(plan)).containsExactly("7, 0", "-7, 0");
    int rest = plan.blocks().lastIndexOf(lastTakeUp(plan));
    assertThat(((Move) plan.blocks().get(rest - 1)).toMm()).isEqualTo(new Point(60.04, 51));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void theAppliedOffsetStaysWithinThePlay(int seed) {
    MotionPlan plan = PLANNER.plan(Lines.zigzag(seed, AREA, 2000));
    int x = plan.startBacklash().x().offsetSteps();
    int y = plan.startBacklash().y().offsetSteps();
    int reversals = 0;
    for (Block block : plan.blocks()) {
      if (block instanceof TakeUp takeUp) {
        x += takeUp.xSteps();
        y += takeUp.ySteps();
        reversals += (takeUp.xSteps() == 0 ? 0 : 1) + (takeUp.ySteps() == 0 ? 0 : 1);
        assertThat(x).isIn(0, 7);
        assertThat(y).isIn(0, 12);
      }
    }
    assertThat(reversals).isEqualTo(plan.xReversals() + plan.yReversals()).isGreaterThan(500);
  }

  @Test
  void aSecondPlanGoesOnWithTheOffsetOfTheFirst() {
    Polyline line = Lines.zigzag(5, AREA, 400);
    List<Point> points = line.points();
    MotionPlan first = PLANNER.plan(Lines.line(points.subList(0, 201)));
    MotionPlan second = PLANNER.plan(Lines.line(points.subList(200, 401)), first.endBacklash());
    StepGenerator generator = new StepGenerator(Settings.round());
    StepPlan firstSteps = generator.generate(first);
    StepPlan secondSteps = generator.generate(second);
    assertThat(secondSteps.xAfter(0)).isEqualTo(firstSteps.xAfter(firstSteps.size()));
    assertThat(secondSteps.yAfter(0)).isEqualTo(firstSteps.yAfter(firstSteps.size()));
    assertThat(second.endBacklash()).isEqualTo(PLANNER.plan(line).endBacklash());
  }

  /** A plan may end at any of its steps: the next one takes up what is left of the play. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void aPlanThatBreaksOffAnywhereIsGoneOnWith(int seed) {
    MotionPlan broken = PLANNER.plan(Lines.zigzag(seed, AREA, 30));
    StepGenerator generator = new StepGenerator(Settings.round());
    StepPlan steps = generator.generate(broken);
    assertThat(steps.backlashAfter(steps.size())).isEqualTo(broken.endBacklash());
    int withinTakeUp = 0;
    for (int k = 0; k <= steps.size(); k++) {
      Backlash play = steps.backlashAfter(k);
      withinTakeUp += play.x().isTakenUp(Settings.X) && play.y().isTakenUp(Settings.Y) ? 0 : 1;
      Point at =
          new Point(
              (steps.xAfter(k) - play.x().offsetSteps()) / Settings.X.stepsPerMm(),
              (steps.yAfter(k) - play.y().offsetSteps()) / Settings.Y.stepsPerMm());
      for (int way = 0; way < 4; way++) {
        Point to = at.plus(new Point((way & 1) * 2 - 1, (way & 2) - 1).times(3));
        MotionPlan next = PLANNER.plan(Lines.line(at.x(), at.y(), to.x(), to.y()), play);
        StepPlan nextSteps = generator.generate(next);
        assertThat(nextSteps.xAfter(0)).isEqualTo(steps.xAfter(k));
        assertThat(next.endBacklash().x().isTakenUp(Settings.X)).isTrue();
        assertThat(next.endBacklash().y().isTakenUp(Settings.Y)).isTrue();
        assertThat(nextSteps.backlashAfter(nextSteps.size())).isEqualTo(next.endBacklash());
      }
    }
    assertThat(withinTakeUp).isGreaterThan(50);
  }

  @Test
  void aChangedBeliefMovesTheMotorAndNotTheStylus() {
    MotionPlan plan = PLANNER.plan(Lines.line(50, 50, 60, 50));
    AxisSettings more = new AxisSettings(10, 9, 1000, Direction.NEGATIVE);
    MotionSettings changed = new MotionSettings(more, Settings.Y, 40, 1, 100, 0.05, 0, 20, 200);
    MotionPlan next =
        new MotionPlanner(changed, AREA).plan(Lines.line(60, 50, 70, 50), plan.endBacklash());
    assertThat(takeUps(next)).containsExactly("2, 0");
    assertThat(next.xReversals()).isZero();
    assertThat(new StepGenerator(changed).generate(next).xAfter(0)).isEqualTo(607);
    assertThat(next.endBacklash().x()).isEqualTo(new Play(Direction.POSITIVE, 9));
  }

  private static TakeUp lastTakeUp(MotionPlan plan) {
    return (TakeUp) plan.blocks().stream().filter(TakeUp.class::isInstance).toList().getLast();
  }

  /** The steps of x and y of each take-up. */
  private static List<String> takeUps(MotionPlan plan) {
    return plan.blocks().stream()
        .filter(TakeUp.class::isInstance)
        .map(TakeUp.class::cast)
        .map(takeUp -> takeUp.xSteps() + ", " + takeUp.ySteps())
        .toList();
  }
}
