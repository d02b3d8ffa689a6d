package silverpoint.kiosk.booth;

/**
 * An exponential mean over the last few observations. The first ones weigh more, so that a wrong
 * guess to begin with is soon forgotten.
 *
 * @param value in the unit of what is observed
 * @param seen observations so far
 */
public record Mean(double value, int seen) {
  private static final double WEIGHT = 0.2;

  public Mean {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY) || seen < 0) {
      throw new IllegalArgumentException(
          "a mean must be positive and finite, of none or more: " + value + " of " + seen);
    }
  }

  /** What is believed before anything was observed. */
  public static Mean guess(double value) {
    return new Mean(value, 0);
  }

  Mean with(double observed) {
    double weight = Math.max(WEIGHT, 1.0 / (seen + 2));
    return new Mean(value + weight * (observed - value), seen + 1);
  }
}
