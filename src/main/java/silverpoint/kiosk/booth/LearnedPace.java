package silverpoint.kiosk.booth;

/**
 * What the machine and those who look after it taught about their speed.
 *
 * @param draw time that a drawing took over the time that was planned, pauses left out
 * @param clearing seconds from the stylus leaving to be parked to a blank page, while somebody
 *     waits
 * @param repair seconds from a fault of the machine to the parking after it
 */
public record LearnedPace(Mean draw, Mean clearing, Mean repair) {
  private static final double MOST_TIMES_LONGER = 3;
  private static final double LEAST = 1e-3;

  /** What is expected of a machine that draws in the given multiple of the planned time. */
  public static LearnedPace guess(double drawFactor) {
    return new LearnedPace(Mean.guess(drawFactor), Mean.guess(25), Mean.guess(90));
  }

  /** Time that a drawing takes over the time that is planned. */
  public double drawFactor() {
    return draw.value();
  }

  /** Seconds that it takes to get a blank page. */
  public double clearingS() {
    return clearing.value();
  }

  /** Seconds for which a fault keeps the machine from its work. */
  public double repairS() {
    return repair.value();
  }

  /** A drawing was finished. */
  public LearnedPace drew(double plannedS, double tookS) {
    // a drawing of a moment teaches nothing
    return plannedS < 1
        ? this
        : new LearnedPace(draw.with(Math.max(LEAST, tookS / plannedS)), clearing, repair);
  }

  /** The page was cleared. */
  public LearnedPace cleared(double tookS) {
    return new LearnedPace(draw, clearing.with(usual(tookS, clearing)), repair);
  }

  /** A fault was mended. */
  public LearnedPace repaired(double tookS) {
    return new LearnedPace(draw, clearing, repair.with(usual(tookS, repair)));
  }

  /** An evening's break says little about the next time. */
  private static double usual(double tookS, Mean mean) {
    return Math.clamp(tookS, LEAST, MOST_TIMES_LONGER * mean.value());
  }
}
