package silverpoint.machine.plotter;

import java.util.Arrays;
import silverpoint.machine.motion.Block;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.Move;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.motion.TakeUp;

/** Mistakes that builders make with backlash, planted into a correct step plan. */
public final class CompensationMistakes {
  private CompensationMistakes() {}

  /** Takes up the play the wrong way round. */
  public static StepPlan wrongSign(MotionPlan plan, StepPlan steps) {
    Copy copy = new Copy(steps);
    walk(
        plan,
        steps,
        (event, takeUp) -> {
          int sign = takeUp ? -1 : 1;
          copy.add(event, sign * steps.xStep(event), sign * steps.yStep(event));
        });
    return copy.plan();
  }

  /**
   * Adds the play to the absolute target of the reversing move only, so that the moves after it
   * take it back: steps after the reversing move are left out until the play is used up.
   */
  public static StepPlan addedOnceToTheTarget(MotionPlan plan, StepPlan steps) {
    Copy copy = new Copy(steps);
    Debt x = new Debt();
    Debt y = new Debt();
    walk(
        plan,
        steps,
        (event, takeUp) ->
            copy.add(
                event, x.paid(steps.xStep(event), takeUp), y.paid(steps.yStep(event), takeUp)));
    return copy.plan();
  }

  private interface Visitor {
    void event(int event, boolean takeUp);
  }

  private static void walk(MotionPlan plan, StepPlan steps, Visitor visitor) {
    double endS = 0;
    int event = 0;
    for (Block block : plan.blocks()) {
      endS += block.durationS();
      for (; event < steps.size() && steps.timeNs(event) <= endS * 1e9; event++) {
        switch (block) {
          case Move move -> visitor.event(event, false);
          case TakeUp takeUp -> visitor.event(event, true);
        }
      }
    }
  }

  /** Steps of one axis that a mistaken controller takes back. */
  private static final class Debt {
    /** Steps that the reversing move gets right. */
    private static final int REVERSING_STEPS = 25;

    private int direction;
    private int steps;
    private int untouched;

    int paid(int step, boolean takeUp) {
      if (step == 0) {
        return 0;
      }
      if (takeUp) {
        steps = step == direction ? steps + 1 : 1;
        direction = step;
        untouched = REVERSING_STEPS;
      } else if (untouched > 0) {
        untouched--;
      } else if (step == direction && steps > 0) {
        steps--;
        return 0;
      }
      return step;
    }
  }

  private static final class Copy {
    private final StepPlan source;
    private final long[] timeNs;
    private final int[] x;
    private final int[] y;
    private int size;

    Copy(StepPlan source) {
      this.source = source;
      timeNs = new long[source.size()];
      x = new int[source.size()];
      y = new int[source.size()];
    }

    void add(int event, int xStep, int yStep) {
      if (xStep != 0 || yStep != 0) {
        timeNs[size] = source.timeNs(event);
        x[size] = (size == 0 ? source.xAfter(0) : x[size - 1]) + xStep;
        y[size] = (size == 0 ? source.yAfter(0) : y[size - 1]) + yStep;
        size++;
      }
    }

    StepPlan plan() {
      return StepPlan.of(
          source.xAfter(0),
          source.yAfter(0),
          Arrays.copyOf(timeNs, size),
          Arrays.copyOf(x, size),
          Arrays.copyOf(y, size));
    }
  }
}
