package silverpoint.machine.plotter;

import java.util.List;
import silverpoint.machine.driver.MotorDriver;

/**
 * Switches to ground that people use, on lines with pull-ups; BCM numbers. The emergency stop opens
 * its contact, so that a broken wire stops the machine too.
 *
 * @param startPin closes while it is pressed
 * @param emergencyStopPin opens when it is pressed
 * @param tiltPin closes while the toy is turned over to be erased
 * @param debounceMs a level must last this long to count
 */
public record ControlPins(int startPin, int emergencyStopPin, int tiltPin, int debounceMs) {
  public ControlPins {
    MotorDriver.checked(List.of(startPin, emergencyStopPin, tiltPin));
    if (debounceMs < 0 || debounceMs > 1000) {
      throw new IllegalArgumentException("debounceMs must lie in 0..1000: " + debounceMs);
    }
  }

  /** The switch at a line that changed. */
  Control at(int pin) {
    return pin == startPin ? Control.START : pin == tiltPin ? Control.TILT : Control.EMERGENCY_STOP;
  }

  /** All of them. */
  public List<Integer> pins() {
    return List.of(startPin, emergencyStopPin, tiltPin);
  }
}
