package silverpoint.machine.motion;

/**
 * Knobs cross their play while the stylus rests: the extra steps of a reversal, both axes at the
 * same time. On a toy that cannot lift its stylus a stop leaves no blot, so that the play need not
 * be smeared over the following moves, as Marlin does. The knobs rest before and after, so that a
 * motor that reverses waits as long between two steps as at its start speed.
 *
 * @param xSteps signed motor steps of x, 0 where it does not reverse
 * @param ySteps signed motor steps of y
 * @param xProfile speed of the x knob, in mm of stylus travel
 * @param yProfile speed of the y knob, in mm of stylus travel
 * @param restS how long the knobs rest, before they turn and again after it
 */
public record TakeUp(
    int xSteps, int ySteps, SpeedProfile xProfile, SpeedProfile yProfile, double restS)
    implements Block {
  public TakeUp {
    if (!(restS > 0)) {
      throw new IllegalArgumentException("a take-up needs a rest: " + restS + " s");
    }
  }

  /**
   * As fast as the settings allow. The rests keep two steps of an axis apart for as long as a step
   * takes at the start speed, even where the line has stepped at the very end of its move or steps
   * at once in the next. Where there is play, its own first and last half step help.
   */
  static TakeUp of(int xSteps, int ySteps, MotionSettings settings) {
    SpeedProfile x = knob(settings.x(), xSteps, settings);
    SpeedProfile y = knob(settings.y(), ySteps, settings);
    double restS = Math.max(restS(settings.x(), x, settings), restS(settings.y(), y, settings));
    return new TakeUp(xSteps, ySteps, x, y, restS);
  }

  private static SpeedProfile knob(AxisSettings axis, int steps, MotionSettings settings) {
    return SpeedProfile.fastest(
        Math.abs(steps) / axis.stepsPerMm(),
        settings.startSpeedMmPerS(),
        Math.min(settings.takeUpFeedRateMmPerS(), axis.maximumSpeedMmPerS()),
        settings.startSpeedMmPerS(),
        settings.takeUpAccelerationMmPerS2());
  }

  private static double restS(AxisSettings axis, SpeedProfile knob, MotionSettings settings) {
    double startStepS = settings.startStepS(axis);
    return knob.lengthMm() == 0
        ? startStepS / 2
        : startStepS - knob.timeAtS(0.5 / axis.stepsPerMm());
  }

  /** The same turn with other rests. */
  TakeUp restingFor(double otherRestS) {
    return new TakeUp(xSteps, ySteps, xProfile, yProfile, otherRestS);
  }

  @Override
  public double durationS() {
    return restS + turnS() + restS;
  }

  /** How long the slower knob turns. */
  double turnS() {
    return Math.max(xProfile.durationS(), yProfile.durationS());
  }

  /** The speed of the faster knob, mm/s of stylus travel; from the first rest's end. */
  double speedAtS(double timeS) {
    return Math.max(speedAtS(xProfile, timeS), speedAtS(yProfile, timeS));
  }

  private static double speedAtS(SpeedProfile knob, double timeS) {
    return timeS > knob.durationS() ? 0 : knob.speedAtMm(knob.distanceAtMm(timeS));
  }
}
