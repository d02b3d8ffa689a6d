package silverpoint.accuracy;

/**
 * One point of a precision-recall curve.
 *
 * @param threshold 0..1
 * @param recall share of the people's lines that were found
 * @param precision share of the found lines that somebody drew
 */
public record EdgePoint(double threshold, double recall, double precision) {
  /** The harmonic mean of recall and precision. */
  public double f() {
    double sum = recall + precision;
    return sum == 0 ? 0 : 2 * recall * precision / sum;
  }

  EdgePoint towards(EdgePoint other, double share) {
    return new EdgePoint(
        threshold + share * (other.threshold - threshold),
        recall + share * (other.recall - recall),
        precision + share * (other.precision - precision));
  }
}
