package silverpoint.lab.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well edges agree with people, over a set of pictures.
 *
 * @param ods best F measure with one threshold for all pictures (optimal data set scale)
 * @param ois F measure with the best threshold of every picture (optimal image scale)
 * @param ap area under the precision-recall curve (average precision)
 * @param curve over all pictures, the lowest threshold first
 */
public record EdgeScore(CurvePoint ods, CurvePoint ois, double ap, List<CurvePoint> curve) {
  private static final int STEPS_BETWEEN_THRESHOLDS = 100;
  private static final int RECALL_STEPS = 100;

  public EdgeScore {
    curve = List.copyOf(curve);
  }

  /** The score of a set of pictures, of which there must be one. */
  public static EdgeScore of(List<EdgeCounts> pictures) {
    EdgeCounts all = pictures.stream().reduce(EdgeCounts::plus).orElseThrow();
    EdgeCounts best =
        pictures.stream().map(EdgeScore::bestThreshold).reduce(EdgeCounts::plus).orElseThrow();
    List<CurvePoint> curve = all.curve();
    return new EdgeScore(best(curve), best.curve().getFirst(), averagePrecision(curve), curve);
  }

  private static EdgeCounts bestThreshold(EdgeCounts picture) {
    List<CurvePoint> curve = picture.curve();
    int best = 0;
    for (int t = 1; t < curve.size(); t++) {
      best = curve.get(t).f() > curve.get(best).f() ? t : best;
    }
    return picture.at(best);
  }

  /** The best point of the curve, interpolated between thresholds as the data set's own code. */
  static CurvePoint best(List<CurvePoint> curve) {
    CurvePoint best = curve.getFirst();
    for (int t = 1; t < curve.size(); t++) {
      for (int step = 0; step < STEPS_BETWEEN_THRESHOLDS; step++) {
        double share = step / (STEPS_BETWEEN_THRESHOLDS - 1.0);
        CurvePoint point = curve.get(t).towards(curve.get(t - 1), share);
        best = point.f() > best.f() ? point : best;
      }
    }
    return best;
  }

  private static double averagePrecision(List<CurvePoint> curve) {
    List<CurvePoint> byRecall = new ArrayList<>(curve);
    byRecall.sort(Comparator.comparingDouble(CurvePoint::recall));
    // of equal recalls the last one, as MATLAB's unique
    for (int i = byRecall.size() - 2; i >= 0; i--) {
      if (byRecall.get(i).recall() == byRecall.get(i + 1).recall()) {
        byRecall.remove(i);
      }
    }
    double area = 0;
    for (int step = 0; byRecall.size() > 1 && step <= RECALL_STEPS; step++) {
      area += precisionAt(byRecall, (double) step / RECALL_STEPS) / RECALL_STEPS;
    }
    return area;
  }

  private static double precisionAt(List<CurvePoint> byRecall, double recall) {
    for (int i = 1; i < byRecall.size(); i++) {
      CurvePoint low = byRecall.get(i - 1);
      CurvePoint high = byRecall.get(i);
      if (recall >= low.recall() && recall <= high.recall()) {
        double share = (recall - low.recall()) / (high.recall() - low.recall());
        return low.precision() + share * (high.precision() - low.precision());
      }
    }
    return 0;
  }
}
