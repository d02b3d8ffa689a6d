package silverpoint.booth;

/**
 * What the machine taught about its own speed; exponential means over the last few portraits.
 *
 * @param drawFactor time that a drawing took over the time that was planned, pauses left out
 * @param turnaroundS from the end of a drawing to the start of the next one that waits
 */
public record Pace(double drawFactor, double turnaroundS) {
  private static final double WEIGHT = 0.2;
  private static final double MOST_TIMES_LONGER = 2;

  Pace drew(double plannedS, double tookS) {
    // a drawing of a moment teaches nothing
    double factor = plannedS < 1 ? drawFactor : Math.clamp(tookS / plannedS, 0.5, 2);
    return new Pace(drawFactor + WEIGHT * (factor - drawFactor), turnaroundS);
  }

  Pace turnedAround(double tookS) {
    // a repair in between says little about the next time
    double usualS = Math.min(tookS, MOST_TIMES_LONGER * turnaroundS);
    return new Pace(drawFactor, turnaroundS + WEIGHT * (usualS - turnaroundS));
  }
}
