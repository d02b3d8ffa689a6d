package silverpoint.machine.driver;

import java.util.function.IntUnaryOperator;
import silverpoint.machine.motion.StepPlan;

/**
 * The writes of a step/direction driver. A pulse begins at the time of its step; DIR changes just
 * long enough before. Both motors may rise in one write, but DIR and STEP never change in the same
 * one: the kernel sets lines one after the other.
 */
final class StepDirectionWrites {
  /** The order of writes at the same time. */
  private static final int TURN = 0;

  private static final int FALL = 1;
  private static final int RISE = 2;

  private final StepDirectionDriver driver;
  private final StepPlan plan;
  private final long highNs;
  private final long setupNs;
  private final long holdNs;

  StepDirectionWrites(StepDirectionDriver driver, StepPlan plan) {
    this.driver = driver;
    this.plan = plan;
    highNs = (long) Math.ceil(driver.stepHighUs() * 1e3);
    setupNs = (long) Math.ceil(driver.directionSetupUs() * 1e3);
    holdNs = (long) Math.ceil(driver.directionHoldUs() * 1e3);
  }

  LineProgram program() {
    Edges x =
        new Edges(
            plan::xStep,
            StepDirectionDriver.X_STEP,
            StepDirectionDriver.X_DIRECTION,
            driver.x().inverted());
    Edges y =
        new Edges(
            plan::yStep,
            StepDirectionDriver.Y_STEP,
            StepDirectionDriver.Y_DIRECTION,
            driver.y().inverted());
    LineProgram.Builder program =
        new LineProgram.Builder(
            plan,
            driver.lineMask(),
            x.startBits | y.startBits,
            1 << StepDirectionDriver.X_STEP | 1 << StepDirectionDriver.Y_STEP,
            x.size + y.size);
    int i = 0;
    int j = 0;
    while (i < x.size || j < y.size) {
      long xKey = i < x.size ? x.key[i] : Long.MAX_VALUE;
      long yKey = j < y.size ? y.key[j] : Long.MAX_VALUE;
      Edges first = xKey <= yKey ? x : y;
      int k = xKey <= yKey ? i : j;
      boolean both = xKey == yKey;
      int bits = both ? x.bits[i] | y.bits[j] : first.bits[k];
      int mask = both ? x.mask[i] | y.mask[j] : first.mask[k];
      long key = first.key[k];
      program.add(key >> 2, bits, mask, first.event[k], (key & 3) == RISE);
      i += xKey <= yKey ? 1 : 0;
      j += yKey <= xKey ? 1 : 0;
    }
    return program.build();
  }

  /** The writes of one motor: DIR where it reverses, then STEP up and down. */
  private final class Edges {
    private final long[] key;
    private final int[] bits;
    private final int[] mask;
    private final int[] event;
    private int startBits;
    private int size;

    Edges(IntUnaryOperator stepAt, int stepLine, int directionLine, boolean inverted) {
      int capacity = 3 * count(stepAt);
      key = new long[capacity];
      bits = new int[capacity];
      mask = new int[capacity];
      event = new int[capacity];
      int sign = 0;
      long freeNs = 0;
      for (int i = 0; i < plan.size(); i++) {
        int step = stepAt.applyAsInt(i);
        if (step == 0) {
          continue;
        }
        long riseNs = plan.timeNs(i) + setupNs;
        int directionBits = step > 0 != inverted ? 1 << directionLine : 0;
        if (sign == 0) {
          startBits = directionBits;
        } else if (step != sign) {
          if (riseNs - setupNs < freeNs) {
            throw new IllegalStateException(
                "reversal at event %d leaves no time for the direction line".formatted(i));
          }
          add(riseNs - setupNs, TURN, directionBits, 1 << directionLine, i);
        }
        sign = step;
        add(riseNs, RISE, 1 << stepLine, 1 << stepLine, i);
        add(riseNs + highNs, FALL, 0, 1 << stepLine, i);
        freeNs = riseNs + Math.max(highNs, holdNs);
      }
    }

    private void add(long timeNs, int kind, int newBits, int ofMask, int ofEvent) {
      key[size] = timeNs << 2 | kind;
      bits[size] = newBits;
      mask[size] = ofMask;
      event[size] = ofEvent;
      size++;
    }

    private int count(IntUnaryOperator stepAt) {
      int count = 0;
      for (int i = 0; i < plan.size(); i++) {
        count += Math.abs(stepAt.applyAsInt(i));
      }
      return count;
    }
  }
}
