package silverpoint.plotter;

/** A stepper's rotor: it follows the steps that it is able to follow and loses the others. */
final class SimulatedRotor {
  private final ToyAxisSettings settings;
  private long lastStepNs = Long.MIN_VALUE;
  private double stepsPerS;
  private int position;
  private int lost;

  SimulatedRotor(ToyAxisSettings settings) {
    this.settings = settings;
  }

  /** One step at the given time, -1 or 1. */
  void step(int direction, long timeNs) {
    double rate =
        lastStepNs == Long.MIN_VALUE ? 0 : 1e9 / Math.max(1, timeNs - lastStepNs) * direction;
    // over one step the square of the rate changes by twice the acceleration
    boolean ramped =
        rate * stepsPerS > 0
            && rate * rate - stepsPerS * stepsPerS
                <= 2 * settings.maximumAccelerationStepsPerS2();
    boolean follows =
        Math.abs(rate) <= settings.pullInStepsPerS()
            || (ramped && Math.abs(rate) <= settings.pullOutStepsPerS());
    lastStepNs = timeNs;
    if (follows) {
      stepsPerS = rate;
      position += direction;
    } else {
      stepsPerS = 0;
      lost++;
    }
  }

  /** Steps made since the start, signed. */
  int position() {
    return position;
  }

  int lost() {
    return lost;
  }
}
