package silverpoint.machine.simulator;

import silverpoint.machine.driver.StepDirectionDriver;
import silverpoint.machine.driver.StepperChip;

/**
 * Two step/direction chips in software: checks the data sheet's times to the nanosecond. A step
 * that comes too soon after a change of DIR goes the old way, as on real chips.
 */
final class SimulatedStepDirectionDriver extends SimulatedDriver {
  private static final long LONG_AGO_NS = Long.MIN_VALUE / 4;

  private final StepperChip chip;
  private final Motor x;
  private final Motor y;
  private long enabledNs;

  SimulatedStepDirectionDriver(StepDirectionDriver driver, StepListener listener) {
    super(listener, driver.releasedBits());
    chip = driver.chip();
    x =
        new Motor(
            StepDirectionDriver.X_STEP, StepDirectionDriver.X_DIRECTION, driver.x().inverted());
    y =
        new Motor(
            StepDirectionDriver.Y_STEP, StepDirectionDriver.Y_DIRECTION, driver.y().inverted());
  }

  @Override
  public boolean energised() {
    return !isHigh(StepDirectionDriver.ENABLE);
  }

  @Override
  void changed(long timeNs, int changedMask) {
    int steps = 1 << StepDirectionDriver.X_STEP | 1 << StepDirectionDriver.Y_STEP;
    int directions = 1 << StepDirectionDriver.X_DIRECTION | 1 << StepDirectionDriver.Y_DIRECTION;
    if ((changedMask & steps) != 0 && (changedMask & directions) != 0) {
      fault(timeNs, "DIR and STEP change in one write");
    }
    if ((changedMask >> StepDirectionDriver.ENABLE & 1) != 0 && energised()) {
      enabledNs = timeNs;
    }
    int xStep = x.changed(timeNs, changedMask);
    int yStep = y.changed(timeNs, changedMask);
    if (xStep != 0 || yStep != 0) {
      if (!energised()) {
        fault(timeNs, "STEP while the chip is disabled");
      } else {
        check(timeNs, timeNs - enabledNs, chip.wakeUs, "STEP too soon after ENABLE");
        step(xStep, yStep, timeNs);
      }
    }
  }

  private void check(long timeNs, long elapsedNs, double leastUs, String what) {
    if (elapsedNs < leastUs * 1e3) {
      fault(timeNs, what);
    }
  }

  private final class Motor {
    private final int stepLine;
    private final int directionLine;
    private final boolean inverted;
    private long roseNs = LONG_AGO_NS;
    private long fellNs = LONG_AGO_NS;
    private long turnedNs = LONG_AGO_NS;

    Motor(int stepLine, int directionLine, boolean inverted) {
      this.stepLine = stepLine;
      this.directionLine = directionLine;
      this.inverted = inverted;
    }

    /** The step that the change makes: -1, 0 or 1. */
    int changed(long timeNs, int changedMask) {
      if ((changedMask >> directionLine & 1) != 0) {
        if (isHigh(stepLine)) {
          fault(timeNs, "DIR changes while STEP is high");
        }
        check(timeNs, timeNs - roseNs, chip.directionHoldUs, "DIR held too short");
        turnedNs = timeNs;
      }
      if ((changedMask >> stepLine & 1) == 0) {
        return 0;
      }
      if (!isHigh(stepLine)) {
        check(timeNs, timeNs - roseNs, chip.stepHighUs, "STEP high too short");
        fellNs = timeNs;
        return 0;
      }
      check(timeNs, timeNs - fellNs, chip.stepLowUs, "STEP low too short");
      check(timeNs, timeNs - turnedNs, chip.directionSetupUs, "DIR set up too short");
      boolean settled = timeNs - turnedNs >= chip.directionSetupUs * 1e3;
      roseNs = timeNs;
      return isHigh(directionLine) == settled != inverted ? 1 : -1;
    }
  }
}
