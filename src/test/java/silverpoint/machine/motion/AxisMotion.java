package silverpoint.machine.motion;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** What one axis of a step plan does, seen from outside: by finite differences of step times. */
final class AxisMotion {
  /** Step times are rounded to 1 ns, which shows in the second differences of fast steps. */
  private static final double ROUNDING_S = 2e-9;

  private final long[] timeNs;
  private final int[] sign;
  private final boolean[] takesUp;
  private int next;
  private int checkedAccelerations;

  private AxisMotion(StepPlan plan, IntUnaryOperator step, IntPredicate ofTakeUp, int count) {
    timeNs = new long[count];
    sign = new int[count];
    takesUp = new boolean[count];
    int size = 0;
    for (int i = 0; i < plan.size(); i++) {
      if (step.applyAsInt(i) != 0) {
        timeNs[size] = plan.timeNs(i);
        sign[size] = step.applyAsInt(i);
        takesUp[size] = ofTakeUp.test(i);
        size++;
      }
    }
  }

  static AxisMotion ofX(StepPlan plan) {
    return new AxisMotion(plan, plan::xStep, plan::xTakesUp, plan.xStepCount());
  }

  static AxisMotion ofY(StepPlan plan) {
    return new AxisMotion(plan, plan::yStep, plan::yTakesUp, plan.yStepCount());
  }

  long shortestIntervalNs() {
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < timeNs.length; i++) {
      shortest = Math.min(shortest, timeNs[i] - timeNs[i - 1]);
    }
    return shortest;
  }

  /** The shortest time between two steps of which the second one turns back or ends a take-up. */
  long shortestRestNs() {
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < timeNs.length; i++) {
      if (sign[i] != sign[i - 1] || takesUp[i] != takesUp[i - 1]) {
        shortest = Math.min(shortest, timeNs[i] - timeNs[i - 1]);
      }
    }
    return shortest;
  }

  /**
   * Steps that a motor would lose by the simplest reading of its data sheet: it starts and turns
   * back at up to the pull-in rate, and leaves it only by a ramp that would reach it from rest
   * within a full step.
   */
  int stepsAbovePullIn(double pullInStepsPerS, int stepsPerFullStep) {
    double gainSq = pullInStepsPerS * pullInStepsPerS / stepsPerFullStep;
    int lost = 0;
    for (int i = 1; i < timeNs.length; i++) {
      double rate = 1e9 / (timeNs[i] - timeNs[i - 1]);
      double before = i == 1 || sign[i] != sign[i - 1] ? 0 : 1e9 / (timeNs[i - 1] - timeNs[i - 2]);
      double from = Math.max(before, pullInStepsPerS);
      boolean ramped = before > 0 && rate * rate <= from * from + gainSq;
      lost += rate <= pullInStepsPerS || ramped ? 0 : 1;
    }
    return lost;
  }

  /** Checks the steps of one block; blocks must come in their order. */
  void assertLimits(
      double fromS, double toS, AxisSettings axis, double limitMmPerS, double limitMmPerS2) {
    while (next < timeNs.length && timeNs[next] < fromS * 1e9) {
      next++;
    }
    int first = next;
    while (next < timeNs.length && timeNs[next] <= toS * 1e9) {
      next++;
    }
    for (int i = first + 1; i < next; i++) {
      double speed = speedMmPerS(i, axis);
      if (speed > limitMmPerS * (1 + 1e-5)) {
        throw new AssertionError(
            "%s mm/s exceeds %s mm/s at %d ns".formatted(speed, limitMmPerS, timeNs[i]));
      }
      if (i > first + 1) {
        double gain = Math.abs(speed - speedMmPerS(i - 1, axis));
        double timeS = (timeNs[i] - timeNs[i - 2]) * 1e-9 / 2;
        double noise = 2 * speed * ROUNDING_S / timeS;
        if (gain > limitMmPerS2 * timeS * (1 + 1e-6) + noise) {
          throw new AssertionError(
              "%s mm/s2 exceeds %s mm/s2 at %d ns"
                  .formatted(gain / timeS, limitMmPerS2, timeNs[i]));
        }
        checkedAccelerations++;
      }
    }
  }

  int checkedAccelerations() {
    return checkedAccelerations;
  }

  private double speedMmPerS(int step, AxisSettings axis) {
    return 1e9 / (timeNs[step] - timeNs[step - 1]) / axis.stepsPerMm();
  }
}
