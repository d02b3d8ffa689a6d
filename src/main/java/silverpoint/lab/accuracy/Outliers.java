package silverpoint.lab.accuracy;

/** What a pixel without a partner is paired with. */
sealed interface Outliers {
  /** Every pixel may stay alone: the true optimum, the same everywhere. */
  record Free() implements Outliers {}

  /**
   * Six outliers a pixel, drawn at random, as in the Berkeley benchmark's own program: about one
   * pair in two thousand is lost. Published figures contain that loss.
   *
   * @param seed of the draw
   */
  record Sampled(long seed) implements Outliers {}
}
