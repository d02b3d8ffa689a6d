package silverpoint.machine.plotter;

import java.util.List;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.gpio.GpioChip;
import silverpoint.machine.gpio.GpioException;
import silverpoint.machine.gpio.LineSource;
import silverpoint.machine.gpio.OutputLines;

/**
 * Takes the current off the motors where no program drives them, such as after one that was killed:
 * the kernels of Raspberry Pis leave lines as they were.
 */
public final class MotorRelease {
  private MotorRelease() {}

  /**
   * Releases both motors, and gives the lines back as they are then.
   *
   * @param chipLabels the first GPIO chip with one of these labels is used
   */
  public static void release(MotorDriver driver, List<String> chipLabels) {
    try (GpioChip chip = GpioChip.open(chipLabels)) {
      release(driver, chip);
    } catch (GpioException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  static void release(MotorDriver driver, LineSource chip) {
    try (OutputLines lines = chip.outputs(driver.pins(), driver.releasedBits())) {
      lines.write(driver.releasedBits(), driver.lineMask());
    }
  }
}
