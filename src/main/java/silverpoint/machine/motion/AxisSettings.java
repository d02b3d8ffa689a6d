package silverpoint.machine.motion;

/**
 * What the controller believes about one axis.
 *
 * @param stepsPerMm motor steps for a millimetre of stylus travel
 * @param backlashSteps motor steps that a reversal loses
 * @param minimumStepIntervalUs hard floor of the time between two steps
 * @param homeApproach the direction in which the stylus last moved before it stood at home: the
 *     play is taken up that way
 */
public record AxisSettings(
    double stepsPerMm, int backlashSteps, double minimumStepIntervalUs, Direction homeApproach) {
  public AxisSettings {
    if (!(stepsPerMm >= 0.01 && stepsPerMm <= 10_000)) {
      throw new IllegalArgumentException("stepsPerMm must lie in 0.01..10000: " + stepsPerMm);
    }
    if (backlashSteps < 0 || backlashSteps > 100_000) {
      throw new IllegalArgumentException("backlashSteps must lie in 0..100000: " + backlashSteps);
    }
    if (!(minimumStepIntervalUs >= 10 && minimumStepIntervalUs <= 1e6)) {
      throw new IllegalArgumentException(
          "minimumStepIntervalUs must lie in 10..1000000: " + minimumStepIntervalUs);
    }
  }

  /** The axis when its coordinates count the other way. */
  public AxisSettings mirrored() {
    return new AxisSettings(
        stepsPerMm, backlashSteps, minimumStepIntervalUs, homeApproach.opposite());
  }

  /** The axis' step count at a coordinate. */
  int stepsAt(double mm) {
    return Math.toIntExact(Math.round(mm * stepsPerMm));
  }

  long minimumStepIntervalNs() {
    return (long) Math.ceil(minimumStepIntervalUs * 1e3);
  }

  /** The speed at which steps come at the floor; 2 ns slower, because step times are rounded. */
  double maximumSpeedMmPerS() {
    return 1e9 / ((minimumStepIntervalNs() + 2) * stepsPerMm);
  }
}
