package silverpoint.foundation.statistics;

/**
 * What can be said of two series of a figure, such as latencies.
 *
 * @param change relative change of the figure, 0.1 for ten per cent more
 * @param interval of the change
 * @param verdict what follows
 */
public record Difference(double change, Interval interval, Verdict verdict) {
  /** What follows from an interval. */
  public enum Verdict {
    /** The whole interval lies above what is worth a word. */
    MORE,
    /** The whole interval lies below. */
    LESS,
    /** The whole interval lies where changes are not worth a word. */
    SAME,
    /** The interval is too wide to tell: measure longer. */
    UNCLEAR
  }

  /**
   * @param worthTelling the smallest relative change that counts, such as 0.05; machines drift by
   *     some per cent from run to run, which no resampling of one run shows
   */
  public static Difference of(
      double[] before, double[] after, Figure figure, double worthTelling, Bootstrap bootstrap) {
    double change =
        Bootstrap.relative(figure.of(Distribution.of(before)), figure.of(Distribution.of(after)));
    Interval interval = bootstrap.change(before, after, figure);
    return new Difference(change, interval, verdict(interval, worthTelling));
  }

  /**
   * Of the mean over things that were measured twice, such as pictures.
   *
   * @param before one figure a thing, with a mean other than 0
   * @param after of the same things in the same order
   * @param worthTelling the smallest relative change that counts
   */
  public static Difference ofPairs(
      double[] before, double[] after, double worthTelling, Bootstrap bootstrap) {
    double change =
        Bootstrap.relative(Distribution.of(before).mean(), Distribution.of(after).mean());
    Interval interval = bootstrap.pairedChange(before, after);
    return new Difference(change, interval, verdict(interval, worthTelling));
  }

  private static Verdict verdict(Interval interval, double worthTelling) {
    if (interval.low() > worthTelling) {
      return Verdict.MORE;
    }
    if (interval.high() < -worthTelling) {
      return Verdict.LESS;
    }
    boolean within = interval.low() > -worthTelling && interval.high() < worthTelling;
    return within ? Verdict.SAME : Verdict.UNCLEAR;
  }
}
