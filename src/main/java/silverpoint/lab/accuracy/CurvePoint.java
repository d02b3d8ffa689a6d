package silverpoint.lab.accuracy;

/**
 * One point of a precision-recall curve.
 *
 * @param threshold 0..1
 * @param recall share of the people's lines that were found
 * @param precision share of the found lines that somebody drew
 */
public record CurvePoint(double threshold, double recall, double precision) {
  /** The harmonic mean of recall and precision. */
  public double f() {
    double sum = recall + precision;
    return sum == 0 ? 0 : 2 * recall * precision / sum;
  }

  CurvePoint towards(CurvePoint other, double share) {
    return new CurvePoint(
        threshold + share * (other.threshold - threshold),
        recall + share * (other.recall - recall),
        precision + share * (other.precision - precision));
  }
}
