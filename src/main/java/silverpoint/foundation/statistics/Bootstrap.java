package silverpoint.foundation.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals by resampling (Efron 1979). Times that follow each other resemble each other, so whole
 * blocks of them are drawn (Kuensch 1989), as long as the cube root of their number.
 *
 * @param seed same seed, same intervals
 */
public record Bootstrap(long seed) {
  private static final int RESAMPLES = 1000;
  private static final double TAIL = 0.025;

  /** The interval of a figure of the samples, which are in the order of their measurement. */
  public Interval interval(double[] samples, Figure figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      figures[i] = figure.of(resampled(samples, random));
    }
    return central(figures);
  }

  /** The interval of the relative change from one series to another, 0.1 for ten per cent more. */
  public Interval change(double[] before, double[] after, Figure figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] changes = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double old = figure.of(resampled(before, random));
      changes[i] = relative(old, figure.of(resampled(after, random)));
    }
    return central(changes);
  }

  /**
   * The interval of the relative change of a mean over things that were measured twice, such as
   * pictures: they are drawn as pairs, independent of each other (Efron 1979).
   *
   * @param before one figure a thing, with a mean other than 0
   * @param after of the same things in the same order
   */
  public Interval pairedChange(double[] before, double[] after) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] changes = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double old = 0;
      double now = 0;
      for (int n = 0; n < before.length; n++) {
        int drawn = random.nextInt(before.length);
        old += before[drawn];
        now += after[drawn];
      }
      changes[i] = relative(old, now);
    }
    return central(changes);
  }

  /** The change from one figure to another; none where both are 0. */
  static double relative(double before, double after) {
    return before == after ? 0 : after / before - 1;
  }

  private static Distribution resampled(double[] samples, SplittableRandom random) {
    int block = (int) Math.max(1, Math.round(Math.cbrt(samples.length)));
    double[] drawn = new double[samples.length];
    for (int at = 0; at < drawn.length; at += block) {
      int from = random.nextInt(samples.length);
      for (int i = 0; i < block && at + i < drawn.length; i++) {
        drawn[at + i] = samples[(from + i) % samples.length];
      }
    }
    return Distribution.of(drawn);
  }

  private static Interval central(double[] figures) {
    Arrays.sort(figures);
    int tail = (int) Math.round(TAIL * figures.length);
    return new Interval(figures[tail], figures[figures.length - 1 - tail]);
  }
}
