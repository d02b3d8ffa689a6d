package silverpoint.machine.motion;

/**
 * How the machine may move. Lengths, speeds and accelerations are those of the stylus.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param feedRateMmPerS speed on long straight lines
 * @param startSpeedMmPerS speed at which the motors may start and stop without a ramp (pull-in)
 * @param accelerationMmPerS2 along the line
 * @param junctionDeviationMm how far a corner may be imagined to be rounded when its speed is
 *     chosen
 * @param minimumCruiseRatio the share of each rise and fall of speed that is driven at constant
 *     speed, 0 up to, not including, 1; spares the machine the shaking of short zig-zags
 * @param takeUpFeedRateMmPerS speed of a knob while it crosses the play
 * @param takeUpAccelerationMmPerS2 acceleration of a knob while it crosses the play
 */
public record MotionSettings(
    AxisSettings x,
    AxisSettings y,
    double feedRateMmPerS,
    double startSpeedMmPerS,
    double accelerationMmPerS2,
    double junctionDeviationMm,
    double minimumCruiseRatio,
    double takeUpFeedRateMmPerS,
    double takeUpAccelerationMmPerS2) {
  public MotionSettings {
    requirePositive("feedRateMmPerS", feedRateMmPerS);
    requirePositive("startSpeedMmPerS", startSpeedMmPerS);
    requirePositive("accelerationMmPerS2", accelerationMmPerS2);
    requirePositive("junctionDeviationMm", junctionDeviationMm);
    requirePositive("takeUpFeedRateMmPerS", takeUpFeedRateMmPerS);
    requirePositive("takeUpAccelerationMmPerS2", takeUpAccelerationMmPerS2);
    if (!(minimumCruiseRatio >= 0 && minimumCruiseRatio < 1)) {
      throw new IllegalArgumentException(
          "minimumCruiseRatio must lie in 0..1: " + minimumCruiseRatio);
    }
    if (startSpeedMmPerS > Math.min(feedRateMmPerS, takeUpFeedRateMmPerS)) {
      throw new IllegalArgumentException(
          "startSpeedMmPerS "
              + startSpeedMmPerS
              + " exceeds feedRateMmPerS "
              + feedRateMmPerS
              + " or takeUpFeedRateMmPerS "
              + takeUpFeedRateMmPerS);
    }
    requireFloorAtStart("x", x, startSpeedMmPerS);
    requireFloorAtStart("y", y, startSpeedMmPerS);
  }

  /** The same settings for axes that were measured again. */
  public MotionSettings withAxes(AxisSettings newX, AxisSettings newY) {
    return new MotionSettings(
        newX,
        newY,
        feedRateMmPerS,
        startSpeedMmPerS,
        accelerationMmPerS2,
        junctionDeviationMm,
        minimumCruiseRatio,
        takeUpFeedRateMmPerS,
        takeUpAccelerationMmPerS2);
  }

  /** How long the stylus rests where x reverses, seconds. */
  public double xTakeUpS() {
    return TakeUp.of(x.backlashSteps(), 0, this).durationS();
  }

  /** How long the stylus rests where y reverses, seconds; where both do, the longer time counts. */
  public double yTakeUpS() {
    return TakeUp.of(0, y.backlashSteps(), this).durationS();
  }

  /** How long a step of the axis takes at the start speed. */
  double startStepS(AxisSettings axis) {
    return 1 / (startSpeedMmPerS * axis.stepsPerMm());
  }

  private static void requirePositive(String name, double value) {
    if (!(value >= 1e-4 && value <= 1e6)) {
      throw new IllegalArgumentException(name + " must lie in 0.0001..1000000: " + value);
    }
  }

  private static void requireFloorAtStart(String name, AxisSettings axis, double startMmPerS) {
    if (startMmPerS > axis.maximumSpeedMmPerS()) {
      throw new IllegalArgumentException(
          "startSpeedMmPerS %s steps faster than motion.%s.minimumStepIntervalUs %s"
              .formatted(startMmPerS, name, axis.minimumStepIntervalUs()));
    }
  }
}
