package silverpoint.motion;

/**
 * Knobs cross their play while the stylus rests: the extra steps of a reversal, both axes at the
 * same time. On a toy that cannot lift its stylus a stop leaves no blot, so that the play need not
 * be smeared over the following moves, as Marlin does.
 *
 * @param xSteps signed motor steps of x, 0 where it does not reverse
 * @param ySteps signed motor steps of y
 * @param xProfile speed of the x knob, in mm of stylus travel
 * @param yProfile speed of the y knob, in mm of stylus travel
 * @param durationS at least as long as each profile
 */
public record TakeUp(
    int xSteps, int ySteps, SpeedProfile xProfile, SpeedProfile yProfile, double durationS)
    implements Block {
  public TakeUp {
    if (!(durationS >= Math.max(xProfile.durationS(), yProfile.durationS()))) {
      throw new IllegalArgumentException(
          "take-up of " + durationS + " s is shorter than " + xProfile + " or " + yProfile);
    }
  }

  /** The speed of the faster knob, mm/s of stylus travel. */
  double speedAtS(double timeS) {
    return Math.max(speedAtS(xProfile, timeS), speedAtS(yProfile, timeS));
  }

  private static double speedAtS(SpeedProfile knob, double timeS) {
    return timeS > knob.durationS() ? 0 : knob.speedAtMm(knob.distanceAtMm(timeS));
  }
}
