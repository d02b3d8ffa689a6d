package silverpoint.machine.simulator;

import java.util.ArrayList;
import java.util.List;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.driver.StepDirectionDriver;

/**
 * A motor driver in software: reads levels of lines, hands on the motor steps that they mean, and
 * notes what the real electronics would not forgive.
 */
public abstract sealed class SimulatedDriver
    permits SimulatedStepDirectionDriver, SimulatedFourPhaseDriver {
  /** Takes the steps, -1, 0 or 1 for each motor. */
  @FunctionalInterface
  public interface StepListener {
    void step(int x, int y, long timeNs);
  }

  private static final int KEPT_FAULTS = 20;

  private final StepListener listener;
  private final List<String> faults = new ArrayList<>();
  private int faultCount;
  private int levels;

  /** The same electronics in software. */
  public static SimulatedDriver of(MotorDriver driver, StepListener listener) {
    return switch (driver) {
      case StepDirectionDriver chips -> new SimulatedStepDirectionDriver(chips, listener);
      case FourPhaseDriver boards -> new SimulatedFourPhaseDriver(boards, listener);
      case GrblBoard board -> new SimulatedStepDirectionDriver(board.chips(), listener);
    };
  }

  SimulatedDriver(StepListener listener, int levels) {
    this.listener = listener;
    this.levels = levels;
  }

  /** One write to the lines. */
  public final void write(long timeNs, int bits, int mask) {
    int after = (levels & ~mask) | (bits & mask);
    int changed = levels ^ after;
    levels = after;
    if (changed != 0) {
      changed(timeNs, changed);
    }
  }

  /** The first faults, in words; {@link #faultCount} counts all. */
  public final List<String> faults() {
    return List.copyOf(faults);
  }

  public final int faultCount() {
    return faultCount;
  }

  /** Whether a motor has current. */
  public abstract boolean energised();

  /** Some lines have changed. */
  abstract void changed(long timeNs, int changedMask);

  final boolean isHigh(int line) {
    return (levels >> line & 1) != 0;
  }

  public final int levels() {
    return levels;
  }

  final void step(int x, int y, long timeNs) {
    listener.step(x, y, timeNs);
  }

  final void fault(long timeNs, String what) {
    faultCount++;
    if (faults.size() < KEPT_FAULTS) {
      faults.add(what + " at " + timeNs + " ns");
    }
  }
}
