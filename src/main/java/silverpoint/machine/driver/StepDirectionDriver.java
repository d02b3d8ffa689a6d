package silverpoint.machine.driver;

import java.util.List;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/**
 * A chip for each motor that steps on the rising edge of STEP, in the direction that DIR shows, as
 * long as the common ENABLE (active low) is low. Lines in order: x STEP, x DIR, y STEP, y DIR,
 * ENABLE.
 *
 * @param chip its data sheet bounds the times below
 * @param stepHighUs STEP stays high, microseconds
 * @param stepLowUs STEP stays low
 * @param directionSetupUs from a change of DIR to the next rise of STEP
 * @param directionHoldUs from a rise of STEP to the next change of DIR
 * @param wakeMs from ENABLE low to the first step
 * @param settleMs from the last step to ENABLE high
 */
public record StepDirectionDriver(
    StepperChip chip,
    Axis x,
    Axis y,
    int enablePin,
    double stepHighUs,
    double stepLowUs,
    double directionSetupUs,
    double directionHoldUs,
    double wakeMs,
    double settleMs)
    implements MotorDriver {
  public static final int X_STEP = 0;
  public static final int X_DIRECTION = 1;
  public static final int Y_STEP = 2;
  public static final int Y_DIRECTION = 3;
  public static final int ENABLE = 4;

  /**
   * The chip of one motor.
   *
   * @param inverted whether DIR is low for steps in the positive direction
   */
  public record Axis(int stepPin, int directionPin, boolean inverted) {
    Axis mirrored() {
      return new Axis(stepPin, directionPin, !inverted);
    }
  }

  public StepDirectionDriver {
    requireAtLeast("stepHighUs", stepHighUs, chip.stepHighUs, chip);
    requireAtLeast("stepLowUs", stepLowUs, chip.stepLowUs, chip);
    requireAtLeast("directionSetupUs", directionSetupUs, chip.directionSetupUs, chip);
    requireAtLeast("directionHoldUs", directionHoldUs, chip.directionHoldUs, chip);
    requireAtLeast("wakeMs", wakeMs, chip.wakeUs / 1e3, chip);
    requireAtLeast("settleMs", settleMs, 0, chip);
    MotorDriver.checked(pins(x, y, enablePin));
  }

  private static void requireAtLeast(String name, double value, double least, StepperChip chip) {
    if (!(value >= least && value <= 1e5)) {
      throw new IllegalArgumentException(
          "%s must lie in %s..100000 for %s: %s".formatted(name, least, chip, value));
    }
  }

  private static List<Integer> pins(Axis x, Axis y, int enablePin) {
    return List.of(x.stepPin, x.directionPin, y.stepPin, y.directionPin, enablePin);
  }

  @Override
  public List<Integer> pins() {
    return pins(x, y, enablePin);
  }

  @Override
  public int releasedBits() {
    return 1 << ENABLE;
  }

  @Override
  public void check(MotionSettings motion) {
    check("x", motion.x());
    check("y", motion.y());
  }

  private void check(String name, AxisSettings axis) {
    double leastUs = stepHighUs + Math.max(stepLowUs, directionSetupUs + directionHoldUs);
    if (axis.minimumStepIntervalUs() < leastUs) {
      throw new IllegalArgumentException(
          "motion.%s.minimumStepIntervalUs %s is shorter than the driver's pulse of %s us"
              .formatted(name, axis.minimumStepIntervalUs(), leastUs));
    }
  }

  @Override
  public LineProgram program(StepPlan plan, int xTurned, int yTurned) {
    return new StepDirectionWrites(this, plan).program();
  }

  @Override
  public MotorDriver turnedCounterclockwise() {
    return new StepDirectionDriver(
        chip,
        y,
        x.mirrored(),
        enablePin,
        stepHighUs,
        stepLowUs,
        directionSetupUs,
        directionHoldUs,
        wakeMs,
        settleMs);
  }
}
