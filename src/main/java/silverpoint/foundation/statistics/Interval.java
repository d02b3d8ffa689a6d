package silverpoint.foundation.statistics;

/**
 * Where a figure lies with a confidence of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("bad interval " + low + " to " + high);
    }
  }
}
