package silverpoint.motion;

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
    requireFloorAtRests("x", x, startSpeedMmPerS, takeUpFeedRateMmPerS, takeUpAccelerationMmPerS2);
    requireFloorAtRests("y", y, startSpeedMmPerS, takeUpFeedRateMmPerS, takeUpAccelerationMmPerS2);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value <= 1e6)) {
      throw new IllegalArgumentException(name + " must lie in 0..1000000: " + value);
    }
  }

  /** Between the line and the play there may be only half a step: its time must keep the floor. */
  private static void requireFloorAtRests(
      String name,
      AxisSettings axis,
      double startMmPerS,
      double takeUpMmPerS,
      double takeUpMmPerS2) {
    double stepMm = 1 / axis.stepsPerMm();
    double limit = Math.min(takeUpMmPerS, axis.maximumSpeedMmPerS());
    double halfStepS =
        SpeedProfile.fastest(stepMm, startMmPerS, limit, startMmPerS, takeUpMmPerS2)
            .timeAtS(stepMm / 2);
    if (halfStepS * 1e9 < axis.minimumStepIntervalNs() + 2) {
      throw new IllegalArgumentException(
          ("startSpeedMmPerS %s with takeUpAccelerationMmPerS2 %s takes half a step of %s in less"
                  + " than minimumStepIntervalUs %s")
              .formatted(startMmPerS, takeUpMmPerS2, name, axis.minimumStepIntervalUs()));
    }
  }
}
