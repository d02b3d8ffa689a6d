package silverpoint.machine.driver;

import java.util.List;

/** Drivers for tests. */
public final class Drivers {
  private Drivers() {}

  public static StepDirectionDriver stepDirection(StepperChip chip) {
    double margin = 0.1;
    return new StepDirectionDriver(
        chip,
        new StepDirectionDriver.Axis(17, 27, false),
        new StepDirectionDriver.Axis(22, 23, true),
        24,
        chip.stepHighUs + margin,
        chip.stepLowUs + margin,
        chip.directionSetupUs + margin,
        chip.directionHoldUs + margin,
        chip.wakeUs / 1e3 + margin,
        500);
  }

  public static FourPhaseDriver fourPhase(FourPhaseDriver.Stepping stepping) {
    return new FourPhaseDriver(
        new FourPhaseDriver.Axis(List.of(17, 27, 22, 23), false),
        new FourPhaseDriver.Axis(List.of(24, 25, 12, 16), true),
        stepping,
        10,
        500);
  }

  static List<MotorDriver> all() {
    return List.of(
        stepDirection(StepperChip.A4988),
        stepDirection(StepperChip.DRV8825),
        stepDirection(StepperChip.TMC2209),
        fourPhase(FourPhaseDriver.Stepping.HALF),
        fourPhase(FourPhaseDriver.Stepping.FULL));
  }
}
