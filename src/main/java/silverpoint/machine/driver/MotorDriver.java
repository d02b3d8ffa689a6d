package silverpoint.machine.driver;

import java.util.List;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/** The electronics between the computer and the two motors. */
public sealed interface MotorDriver permits StepDirectionDriver, FourPhaseDriver, GrblBoard {
  /**
   * GPIO numbers (BCM) of the driver's lines; bit i of every write is the i-th. None of electronics
   * at another port.
   */
  List<Integer> pins();

  /** Levels that leave both motors without current. */
  int releasedBits();

  /** From switching the motors on to the first step. */
  double wakeMs();

  /** The motors stay on for at least this time after the last step, or they may lose it. */
  double settleMs();

  /** Refuses motion that is too fast for the driver. */
  void check(MotionSettings motion);

  /**
   * The plan as writes to the lines.
   *
   * @param xTurned steps that the x motor has made before the plan, since it was powered
   * @param yTurned steps that the y motor has made
   */
  LineProgram program(StepPlan plan, int xTurned, int yTurned);

  /**
   * The same electronics after a quarter turn of the toy counterclockwise: the motor of y is that
   * of x, the motor of x that of y and runs the other way.
   */
  MotorDriver turnedCounterclockwise();

  default long wakeNs() {
    return Math.round(wakeMs() * 1e6);
  }

  default long settleNs() {
    return Math.round(settleMs() * 1e6);
  }

  /** All lines. */
  default int lineMask() {
    return (1 << pins().size()) - 1;
  }

  /** Refuses pins that do not exist or are used twice. */
  static List<Integer> checked(List<Integer> pins) {
    for (int pin : pins) {
      if (pin < 0 || pin > 27) {
        throw new IllegalArgumentException("GPIO pins lie in 0..27: " + pin);
      }
    }
    if (pins.stream().distinct().count() < pins.size()) {
      throw new IllegalArgumentException("a GPIO pin is used twice: " + pins);
    }
    return List.copyOf(pins);
  }
}
