package silverpoint.sketch;

import silverpoint.machine.motion.MotionSettings;
import silverpoint.route.MachinePace;

/** What a router should know of a machine. */
public final class PaceOfMachine {
  private PaceOfMachine() {}

  public static MachinePace of(MotionSettings machine) {
    return new MachinePace(
        machine.feedRateMmPerS(),
        machine.accelerationMmPerS2(),
        machine.junctionDeviationMm(),
        machine.xTakeUpS(),
        machine.yTakeUpS());
  }
}
