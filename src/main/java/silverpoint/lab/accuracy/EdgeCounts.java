package silverpoint.lab.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one picture, or the sum of several, gives at every threshold, in pixels.
 *
 * <p>Recall is {@code recalled / drawn} over all people; precision is {@code right / detected},
 * where a pixel is right when any person has drawn it.
 */
public final class EdgeCounts {
  /** How many counts there are for each threshold. */
  public static final int SERIES = 4;

  private final long[] recalled;
  private final long[] drawn;
  private final long[] right;
  private final long[] detected;

  EdgeCounts(long[] recalled, long[] drawn, long[] right, long[] detected) {
    this.recalled = recalled;
    this.drawn = drawn;
    this.right = right;
    this.detected = detected;
  }

  /** The counts as they can be kept: recalled, drawn, right, detected, each by threshold. */
  public List<List<Long>> series() {
    return Stream.of(recalled, drawn, right, detected)
        .map(counts -> Arrays.stream(counts).boxed().toList())
        .toList();
  }

  /** From what {@link #series} gave. */
  public static EdgeCounts of(List<List<Long>> series) {
    if (series.size() != SERIES) {
      throw new IllegalArgumentException("four series of counts, got " + series.size());
    }
    return new EdgeCounts(
        array(series.get(0)), array(series.get(1)), array(series.get(2)), array(series.get(3)));
  }

  private static long[] array(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  /** These counts and others, threshold by threshold. */
  EdgeCounts plus(EdgeCounts other) {
    return new EdgeCounts(
        sum(recalled, other.recalled),
        sum(drawn, other.drawn),
        sum(right, other.right),
        sum(detected, other.detected));
  }

  /** The counts of one threshold alone. */
  EdgeCounts at(int threshold) {
    return new EdgeCounts(
        new long[] {recalled[threshold]},
        new long[] {drawn[threshold]},
        new long[] {right[threshold]},
        new long[] {detected[threshold]});
  }

  /** Precision and recall at every threshold, the lowest first. */
  List<CurvePoint> curve() {
    List<CurvePoint> points = new ArrayList<>();
    for (int t = 0; t < drawn.length; t++) {
      points.add(
          new CurvePoint(
              (t + 1.0) / (drawn.length + 1),
              share(recalled[t], drawn[t]),
              share(right[t], detected[t])));
    }
    return points;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
