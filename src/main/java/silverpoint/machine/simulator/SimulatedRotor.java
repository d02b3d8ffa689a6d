package silverpoint.machine.simulator;

/**
 * A stepper's rotor behind its driver: the stepped field pulls it like a spring whose force is a
 * sine of the lag (T. Kenjo, Stepping Motors), against the friction of the knob, which also damps
 * it. When it lags by two full steps the field pulls it back instead of forward, and four full
 * steps are lost. The force falls with the speed, since the moving rotor induces a voltage against
 * the current; at the pull-out rate just the friction is left. Its strength follows from the
 * pull-in rate: a resting rotor just gathers the speed of such a field before it has lagged too
 * far. The inertia of the knob and the cables is part of it.
 */
final class SimulatedRotor {
  /** Share of the greatest force that friction takes; estimate: the toy is stiff. */
  private static final double FRICTION = 0.3;

  /** Integration steps in the time in which the rotor swings by a radian. */
  private static final double STEPS_PER_RADIAN = 30;

  private final double limitStepsPerS;
  private final double forceStepsPerS2;
  private final double frictionStepsPerS2;
  private final double radiansPerStep;
  private final double longestStepS;
  private final int slipSteps;
  private long nowNs;
  private int field;
  private double rotor;
  private double stepsPerS;
  private int lost;

  SimulatedRotor(ToyAxisSettings settings) {
    this(settings, 1);
  }

  /**
   * @param torque of the motor, as a share of what the settings say; the friction does not change
   */
  SimulatedRotor(ToyAxisSettings settings, double torque) {
    this(settings, leastForce(settings), torque);
  }

  private SimulatedRotor(ToyAxisSettings settings, double nominalStepsPerS2, double torque) {
    forceStepsPerS2 = torque * nominalStepsPerS2;
    limitStepsPerS = settings.pullOutStepsPerS();
    slipSteps = 2 * settings.microsteps();
    radiansPerStep = Math.PI / slipSteps;
    frictionStepsPerS2 = FRICTION * nominalStepsPerS2;
    longestStepS = 1 / (STEPS_PER_RADIAN * Math.sqrt(forceStepsPerS2 * radiansPerStep));
  }

  /** The least force that starts a rotor at its pull-in rate. */
  private static double leastForce(ToyAxisSettings settings) {
    double pullIn = settings.pullInStepsPerS();
    double low = 0.1 * pullIn * pullIn / settings.microsteps();
    double high = 1000 * low;
    while (high / low > 1.001) {
      double force = Math.sqrt(low * high);
      if (new SimulatedRotor(settings, force, 1).starts(settings)) {
        high = force;
      } else {
        low = force;
      }
    }
    return high;
  }

  private boolean starts(ToyAxisSettings settings) {
    long intervalNs = (long) (1e9 / settings.pullInStepsPerS());
    for (int i = 1; i <= 20 * slipSteps && lost == 0; i++) {
      step(1, i * intervalNs);
    }
    return lost == 0;
  }

  /** One step of the field at the given time, -1 or 1. */
  void step(int direction, long timeNs) {
    follow(Math.max(0, timeNs - nowNs) * 1e-9);
    nowNs = timeNs;
    field += direction;
    if (Math.abs(field - rotor) > slipSteps) {
      int slipped = field > rotor ? 2 * slipSteps : -2 * slipSteps;
      field -= slipped;
      lost += Math.abs(slipped);
    }
  }

  /** Steps made since the start, signed, less the lost ones. */
  int position() {
    return field;
  }

  int lost() {
    return lost;
  }

  private void follow(double elapsedS) {
    int parts = (int) Math.min(1e6, Math.ceil(elapsedS / longestStepS));
    double partS = elapsedS / parts;
    for (int i = 0; i < parts; i++) {
      double pull = forceStepsPerS2 * Math.sin(radiansPerStep * (field - rotor));
      if (stepsPerS == 0 && Math.abs(pull) <= frictionStepsPerS2) {
        return;
      }
      if (pull * stepsPerS > 0) {
        pull *= Math.max(0, 1 - (1 - FRICTION) * Math.abs(stepsPerS) / limitStepsPerS);
      }
      double pulled = stepsPerS + pull * partS;
      double braked = Math.abs(pulled) - frictionStepsPerS2 * partS;
      stepsPerS = Math.signum(pulled) * Math.max(0, braked);
      rotor += stepsPerS * partS;
    }
  }
}
