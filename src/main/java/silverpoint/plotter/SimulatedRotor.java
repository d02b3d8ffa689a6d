package silverpoint.plotter;

/**
 * A stepper's rotor behind its driver: it follows the stepped field with limited speed and
 * acceleration. When it lags by two full steps the field pulls it back instead of forward, and four
 * full steps are lost and the rotor has stalled. The acceleration follows from the pull-in rate: at
 * that rate the rotor just starts without losing steps.
 */
final class SimulatedRotor {
  private final double limitStepsPerS;
  private final double accelerationStepsPerS2;
  private final int slipSteps;
  private long nowNs;
  private int field;
  private double rotor;
  private double stepsPerS;
  private int lost;

  SimulatedRotor(ToyAxisSettings settings) {
    limitStepsPerS = settings.pullOutStepsPerS();
    slipSteps = 2 * settings.microsteps();
    accelerationStepsPerS2 =
        settings.pullInStepsPerS() * settings.pullInStepsPerS() / (2.0 * slipSteps);
  }

  /** One step of the field at the given time, -1 or 1. */
  void step(int direction, long timeNs) {
    double elapsedS = Math.max(1, timeNs - nowNs) * 1e-9;
    nowNs = timeNs;
    double gain = accelerationStepsPerS2 * elapsedS;
    double wanted = (field - rotor) / elapsedS;
    stepsPerS = Math.clamp(wanted, stepsPerS - gain, stepsPerS + gain);
    stepsPerS = Math.clamp(stepsPerS, -limitStepsPerS, limitStepsPerS);
    rotor += stepsPerS * elapsedS;
    field += direction;
    if (Math.abs(field - rotor) > slipSteps) {
      int slipped = field > rotor ? 2 * slipSteps : -2 * slipSteps;
      field -= slipped;
      lost += Math.abs(slipped);
      // half of what the next half cycle takes away: a stalled rotor swings about its place
      stepsPerS = Math.signum(slipped) * gain * slipSteps / 2;
    }
  }

  /** Steps made since the start, signed, less the lost ones. */
  int position() {
    return field;
  }

  int lost() {
    return lost;
  }
}
