package silverpoint.machine.simulator;

import silverpoint.machine.motion.Direction;

/**
 * The truth about one axis of the simulated toy, which the controller cannot see and may believe
 * otherwise.
 *
 * @param stepsPerMm motor steps for a millimetre of stylus travel
 * @param deadZoneSteps play in which the stylus rests after a reversal
 * @param elasticZoneSteps width of the zone behind it, in which the cable tightens and more and
 *     more of the motion arrives; a full reversal loses the dead zone and half of the elastic zone
 * @param microsteps steps for a full step of the motor
 * @param pullInStepsPerS the motor starts at this rate without a ramp
 * @param pullOutStepsPerS no ramp leads above this rate
 * @param homeApproach the direction in which the stylus last moved before it stood at home
 */
public record ToyAxisSettings(
    double stepsPerMm,
    double deadZoneSteps,
    double elasticZoneSteps,
    int microsteps,
    double pullInStepsPerS,
    double pullOutStepsPerS,
    Direction homeApproach) {
  public ToyAxisSettings {
    require("stepsPerMm", stepsPerMm, 0.01, 10_000);
    require("deadZoneSteps", deadZoneSteps, 0, 100_000);
    require("elasticZoneSteps", elasticZoneSteps, 0, 100_000);
    require("microsteps", microsteps, 1, 256);
    require("pullInStepsPerS", pullInStepsPerS, 1, 1e7);
    require("pullOutStepsPerS", pullOutStepsPerS, pullInStepsPerS, 1e7);
  }

  /** The axis with play that is so many times as wide. */
  ToyAxisSettings worn(double times) {
    return new ToyAxisSettings(
        stepsPerMm,
        deadZoneSteps * times,
        elasticZoneSteps * times,
        microsteps,
        pullInStepsPerS,
        pullOutStepsPerS,
        homeApproach);
  }

  /** The axis when its coordinates count the other way. */
  ToyAxisSettings mirrored() {
    return new ToyAxisSettings(
        stepsPerMm,
        deadZoneSteps,
        elasticZoneSteps,
        microsteps,
        pullInStepsPerS,
        pullOutStepsPerS,
        homeApproach.opposite());
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must lie in %s..%s: %s".formatted(name, least, most, value));
    }
  }
}
