package silverpoint.lab.accuracy;

import java.util.List;
import java.util.stream.Stream;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

/**
 * How soft edges of one picture agree with people's lines.
 *
 * @param usual as published figures are counted
 * @param onePixel counted with a distance of one pixel, which crisp lines alone stand
 */
public record EdgeAgreement(EdgeCounts usual, EdgeCounts onePixel) {
  /**
   * @param edges soft edges, thinned, 0..1
   * @param people the lines of each person, of the same size
   */
  public static EdgeAgreement of(GrayImage edges, List<Mask> people) {
    return new EdgeAgreement(
        EdgeProtocol.BERKELEY.count(edges, people), EdgeProtocol.ONE_PIXEL.count(edges, people));
  }

  /** As it can be kept: the series of both counts. */
  public List<List<Long>> series() {
    return Stream.concat(usual.series().stream(), onePixel.series().stream()).toList();
  }

  /** From what {@link #series} gave. */
  public static EdgeAgreement of(List<List<Long>> series) {
    if (series.size() != 2 * EdgeCounts.SERIES) {
      throw new IllegalArgumentException("eight series of counts, got " + series.size());
    }
    return new EdgeAgreement(
        EdgeCounts.of(series.subList(0, EdgeCounts.SERIES)),
        EdgeCounts.of(series.subList(EdgeCounts.SERIES, series.size())));
  }
}
