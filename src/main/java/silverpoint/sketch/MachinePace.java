package silverpoint.sketch;

import silverpoint.machine.motion.MotionSettings;
import silverpoint.route.Pace;

/** What a router should know of a machine. */
public final class MachinePace {
  private MachinePace() {}

  public static Pace of(MotionSettings machine) {
    return new Pace(
        machine.feedRateMmPerS(),
        machine.accelerationMmPerS2(),
        machine.junctionDeviationMm(),
        machine.xTakeUpS(),
        machine.yTakeUpS());
  }
}
