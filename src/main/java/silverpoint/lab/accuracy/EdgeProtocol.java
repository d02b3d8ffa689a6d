package silverpoint.lab.accuracy;

import java.util.List;
import java.util.stream.IntStream;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.Thinning;

/**
 * How a soft edge picture is compared with the lines that people drew, as the Berkeley Segmentation
 * Data Set does (Arbelaez, Maire, Fowlkes and Malik 2011): it is cut at evenly spaced thresholds,
 * thinned, and put in one-to-one correspondence with every person's lines.
 *
 * @param thresholds how many
 * @param maxDistanceOfDiagonal how far apart two pixels may lie, as a share of the picture's
 *     diagonal
 * @param maxDistancePx and at most so far
 * @param outliers what becomes of pixels without a partner
 */
record EdgeProtocol(
    int thresholds, double maxDistanceOfDiagonal, double maxDistancePx, Outliers outliers) {
  /** As in the published figures: 99 thresholds, 0.0075 of the diagonal. */
  public static final EdgeProtocol BERKELEY = new EdgeProtocol(99, 0.0075, new Outliers.Free());

  /**
   * The same with one pixel, whatever the size of the picture: the usual distance is more than four
   * pixels on the data set's pictures, and forgives thick lines.
   */
  public static final EdgeProtocol ONE_PIXEL = new EdgeProtocol(99, 1, 1, new Outliers.Free());

  public EdgeProtocol {
    if (thresholds < 2 || !(maxDistanceOfDiagonal > 0) || !(maxDistancePx > 0)) {
      throw new IllegalArgumentException(
          "bad edge protocol: %d thresholds, %s, %s px"
              .formatted(thresholds, maxDistanceOfDiagonal, maxDistancePx));
    }
  }

  /** With a distance that grows with the picture alone. */
  public EdgeProtocol(int thresholds, double maxDistanceOfDiagonal, Outliers outliers) {
    this(thresholds, maxDistanceOfDiagonal, Double.POSITIVE_INFINITY, outliers);
  }

  /** The threshold of that number, 0 the lowest, between 0 and 1. */
  double threshold(int number) {
    double lowest = 1.0 / (thresholds + 1);
    return lowest + number * ((1 - lowest - lowest) / (thresholds - 1));
  }

  /**
   * Counts of one picture.
   *
   * @param edges soft edges, 0..1
   * @param people the lines of each person, of the same size
   */
  public EdgeCounts count(GrayImage edges, List<Mask> people) {
    double diagonalPx = Math.hypot(edges.width(), edges.height());
    double nearPx = Math.min(maxDistancePx, maxDistanceOfDiagonal * diagonalPx);
    List<Cut> counts =
        IntStream.range(0, thresholds)
            .parallel()
            .mapToObj(t -> count(Thinning.thin(edges.atLeast(threshold(t))), people, nearPx))
            .toList();
    return new EdgeCounts(
        counts.stream().mapToLong(Cut::recalled).toArray(),
        counts.stream().mapToLong(Cut::drawn).toArray(),
        counts.stream().mapToLong(Cut::right).toArray(),
        counts.stream().mapToLong(Cut::detected).toArray());
  }

  /** Counts at one threshold, as in {@link EdgeCounts}. */
  private record Cut(long recalled, long drawn, long right, long detected) {}

  private Cut count(Mask lines, List<Mask> people, double nearPx) {
    long recalled = 0;
    long drawn = 0;
    boolean[] partnered = new boolean[lines.width() * lines.height()];
    for (Mask person : people) {
      Correspondence pairs = Correspondence.of(lines, person, nearPx, outliers);
      recalled += pairs.truth().count();
      drawn += person.count();
      boolean[] found = pairs.detected().toArray();
      for (int i = 0; i < found.length; i++) {
        partnered[i] |= found[i];
      }
    }
    long right = new Mask(lines.width(), lines.height(), partnered).count();
    return new Cut(recalled, drawn, right, lines.count());
  }
}
