package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.gpio.GpioException;
import silverpoint.machine.simulator.SimulatedChip;
import silverpoint.machine.simulator.SimulatedDriver;

/** Motors that a program has left on are switched off by the next one. */
class MotorReleaseTest {
  private final List<String> steps = new ArrayList<>();

  private static MotorDriver driver(String machine) {
    return new MachineProfiles(Path.of("kiosk-config", "machines")).load(machine).driver();
  }

  private SimulatedChip chip(MotorDriver driver) {
    return new SimulatedChip(
        SimulatedDriver.of(driver, (x, y, timeNs) -> steps.add(x + "," + y)), new VirtualClock());
  }

  /** Of the large machine, ENABLE alone is low, or all but it are high; of the small, two coils. */
  @ParameterizedTest(name = "{0}, lines {1}")
  @CsvSource({"classic, 0", "classic, 15", "pocket, 17", "pocket, 51"})
  void motorsThatWereLeftOnHaveNoCurrentAndMakeNoStep(String machine, int left) {
    MotorDriver driver = driver(machine);
    SimulatedChip chip = chip(driver);
    chip.driver.write(0, left, driver.lineMask());
    assertThat(chip.driver.energised()).as("left on").isTrue();
    steps.clear();
    MotorRelease.release(driver, chip);
    assertThat(chip.driver.energised()).isFalse();
    assertThat(chip.outputsClosed).as("the lines are given back").isTrue();
    if (machine.equals("classic")) {
      assertThat(steps).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"classic", "pocket"})
  void motorsThatAreOffStayOff(String machine) {
    MotorDriver driver = driver(machine);
    SimulatedChip chip = chip(driver);
    MotorRelease.release(driver, chip);
    assertThat(chip.driver.energised()).isFalse();
    assertThat(steps).isEmpty();
  }

  @Test
  void linesThatAnotherProgramHasAreLeftToIt() {
    MotorDriver driver = driver("classic");
    SimulatedChip chip = chip(driver);
    chip.outputsTaken = true;
    assertThatThrownBy(() -> MotorRelease.release(driver, chip))
        .isInstanceOf(GpioException.class)
        .hasMessageContaining("another program uses the lines");
  }

  @Test
  void withoutAChipOneLineSaysSo() {
    assertThatThrownBy(() -> MotorRelease.release(driver("classic"), List.of("none such")))
        .isInstanceOf(PlotterException.class)
        .hasMessageContaining("GPIO chip");
  }
}
