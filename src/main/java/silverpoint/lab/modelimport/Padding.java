package silverpoint.lab.modelimport;

import java.util.List;
import silverpoint.lab.modelimport.TfliteFile.Operator;
import silverpoint.lab.modelimport.TorchGraph.Pair;

/**
 * Zeros around a picture: TFLite's SAME puts the odd one after, torch's own padding is the same on
 * both sides.
 *
 * @param before rows above and columns to the left
 * @param after rows below and columns to the right
 */
record Padding(Pair before, Pair after) {
  /** What an operator whose option 0 is its padding adds to a picture of that NHWC shape. */
  static Padding of(
      Operator operator, List<Integer> shape, Pair kernel, Pair stride, Pair dilation) {
    boolean same = operator.byteOption(0) == 0;
    int rows = same ? total(shape.get(1), kernel.rows(), stride.rows(), dilation.rows()) : 0;
    int columns =
        same ? total(shape.get(2), kernel.columns(), stride.columns(), dilation.columns()) : 0;
    return new Padding(
        new Pair(rows / 2, columns / 2), new Pair(rows - rows / 2, columns - columns / 2));
  }

  private static int total(int extent, int kernel, int stride, int dilation) {
    int results = (extent + stride - 1) / stride;
    return Math.max((results - 1) * stride + (kernel - 1) * dilation + 1 - extent, 0);
  }

  boolean isEven() {
    return before.equals(after);
  }

  boolean isNone() {
    return isEven() && before.equals(Pair.ZERO);
  }

  /** In the order of torch's constant_pad_nd. */
  List<Integer> innermostFirst() {
    return List.of(before.columns(), after.columns(), before.rows(), after.rows());
  }
}
