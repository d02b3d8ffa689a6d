package silverpoint.foundation.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Samples of one quantity in order of size; at least one. */
public final class Distribution {
  /** A quantile stands on this many samples beyond it. */
  private static final int SAMPLES_BEYOND = 10;

  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a distribution needs a sample");
    }
  }

  public static Distribution of(double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  public static Distribution of(long... samples) {
    return of(Arrays.stream(samples).asDoubleStream().toArray());
  }

  /** The median, or NaN of no samples. */
  public static double median(DoubleStream samples) {
    double[] all = samples.toArray();
    return all.length == 0 ? Double.NaN : of(all).median();
  }

  public int count() {
    return sorted.length;
  }

  public double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  public double median() {
    return at(0.5);
  }

  /**
   * The quantile, or nothing where fewer than ten samples lie beyond it: p90 takes 100 samples, p99
   * takes 1000. The median takes 20.
   *
   * @param q 0..1
   */
  public OptionalDouble quantile(double q) {
    return sorted.length >= samplesFor(q) ? OptionalDouble.of(at(q)) : OptionalDouble.empty();
  }

  /**
   * The smallest sample that a share of them does not exceed, by nearest rank, however few there
   * are.
   *
   * @param share above 0, to 1
   */
  public double nearest(double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** How many samples a quantile takes. */
  public static int samplesFor(double q) {
    return (int) Math.round(SAMPLES_BEYOND / Math.min(q, 1 - q));
  }

  /** Between the first and the third quarter. */
  public double interquartileRange() {
    return at(0.75) - at(0.25);
  }

  /** The interquartile range as a share of the median. */
  public double spread() {
    double range = interquartileRange();
    return range == 0 ? 0 : range / median();
  }

  /** The value that a share {@code q} of the samples does not exceed, between neighbours linear. */
  double at(double q) {
    double position = q * (sorted.length - 1);
    int low = (int) Math.floor(position);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
  }
}
