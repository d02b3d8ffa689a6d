package silverpoint.machine.simulator;

import silverpoint.machine.driver.FourPhaseDriver;

/**
 * Two ULN2003 boards in software: the rotor goes to the phase of the coils that have current, the
 * short way; patterns that hold no rotor and jumps over several phases are faults. Without current
 * it stays where it is.
 */
final class SimulatedFourPhaseDriver extends SimulatedDriver {
  private final FourPhaseDriver driver;
  private final Motor x;
  private final Motor y;

  SimulatedFourPhaseDriver(FourPhaseDriver driver, StepListener listener) {
    super(listener, driver.releasedBits());
    this.driver = driver;
    x = new Motor(0, FourPhaseDriver.sign(driver.x()));
    y = new Motor(4, FourPhaseDriver.sign(driver.y()));
  }

  @Override
  public boolean energised() {
    return levels() != 0;
  }

  @Override
  void changed(long timeNs, int changedMask) {
    int xSteps = x.changed(timeNs, changedMask);
    int ySteps = y.changed(timeNs, changedMask);
    while (xSteps != 0 || ySteps != 0) {
      int xStep = Integer.signum(xSteps);
      int yStep = Integer.signum(ySteps);
      step(xStep, yStep, timeNs);
      xSteps -= xStep;
      ySteps -= yStep;
    }
  }

  private final class Motor {
    private final int shift;
    private final int sign;
    private int phase;

    Motor(int shift, int sign) {
      this.shift = shift;
      this.sign = sign;
      phase = driver.stepping().firstPhase;
    }

    /** The steps that the change makes. */
    int changed(long timeNs, int changedMask) {
      int coils = levels() >> shift & 0xf;
      if ((changedMask >> shift & 0xf) == 0 || coils == 0) {
        return 0;
      }
      int next = FourPhaseDriver.phaseOf(coils);
      if (next < 0) {
        fault(timeNs, "coils " + Integer.toBinaryString(coils) + " hold no rotor");
        return 0;
      }
      int half = FourPhaseDriver.PHASES / 2;
      int phases = Math.floorMod(next - phase + half, FourPhaseDriver.PHASES) - half;
      int perStep = driver.stepping().phasesPerStep;
      if (Math.abs(phases) > perStep || phases % perStep != 0) {
        fault(timeNs, "a jump over " + phases + " phases");
      }
      phase = next;
      return sign * phases / perStep;
    }
  }
}
