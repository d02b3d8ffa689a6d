package silverpoint.lab.modelimport;

import java.util.List;
import silverpoint.foundation.inference.Tensor;

/**
 * How far an output is from the reference's.
 *
 * @param largest absolute difference
 * @param min smallest value of the reference
 * @param max largest value of the reference
 */
record OutputDifference(double largest, double min, double max) {

  /**
   * Compares with the reference of the same size: OpenCV returns outputs in an order of its own,
   * and no net here has two outputs of one size. A lone value is measured against itself and zero.
   */
  static OutputDifference between(Tensor output, List<float[]> references) {
    float[] reference =
        references.stream().filter(r -> r.length == output.size()).findFirst().orElseThrow();
    double largest = 0;
    double min = reference.length == 1 ? 0 : reference[0];
    double max = min;
    for (int i = 0; i < reference.length; i++) {
      double difference = Math.abs(output.at(i) - reference[i]);
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
      min = Math.min(min, reference[i]);
      max = Math.max(max, reference[i]);
    }
    return new OutputDifference(largest, min, max);
  }

  double range() {
    return max - min;
  }
}
