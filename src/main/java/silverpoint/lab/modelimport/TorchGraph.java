package silverpoint.lab.modelimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A net as straight-line TorchScript: one input, weights, one assignment after the other, outputs.
 * Pictures are batch-channel-row-column (NCHW). Every method that adds an operation returns the
 * name of its result. The operations are torch's own; argument lists are complete and in torch's
 * order, as the TorchScript serialisation format demands.
 */
final class TorchGraph {
  /** The name of the input. */
  static final String INPUT = "x";

  /**
   * Learnt numbers.
   *
   * @param values row-major
   * @param shape extents
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, read once; never compared
  record Weight(float[] values, List<Integer> shape) {}

  private final Map<String, Weight> weights = new LinkedHashMap<>();
  private final List<String> assignments = new ArrayList<>();
  private List<String> outputs = List.of();

  /** Names of the weights in the order in which they were added. */
  List<String> weightNames() {
    return List.copyOf(weights.keySet());
  }

  Weight weight(String name) {
    Weight weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException("no weight is named '" + name + "'");
    }
    return weight;
  }

  /** Lines of the form {@code v3 = torch.relu(v2)}. */
  List<String> assignments() {
    return List.copyOf(assignments);
  }

  List<String> outputs() {
    return outputs;
  }

  void returns(List<String> results) {
    outputs = List.copyOf(results);
  }

  String weight(float[] values, int... shape) {
    String name = "weight" + weights.size();
    weights.put(name, new Weight(values, IntStream.of(shape).boxed().toList()));
    return "self." + name;
  }

  /**
   * Two-dimensional convolution.
   *
   * @param pad zeros added at both ends of rows and columns
   */
  String conv2d(
      String x, String weight, String bias, Pair stride, Pair pad, Pair dilation, int groups) {
    return call("conv2d", x, weight, bias, stride, pad, dilation, groups);
  }

  String convTranspose2d(String x, String weight, String bias, Pair stride) {
    return call("conv_transpose2d", x, weight, bias, stride, Pair.ZERO, Pair.ZERO, 1, Pair.ONE);
  }

  String maxPool2d(String x, Pair kernel, Pair stride) {
    return call("max_pool2d", x, kernel, stride, Pair.ZERO, Pair.ONE, "False");
  }

  String avgPool2d(String x, Pair kernel, Pair stride) {
    return call("avg_pool2d", x, kernel, stride, Pair.ZERO, "False", "True", "None");
  }

  /** Zeros around; two numbers an axis, before and after, innermost axis first. */
  String pad(String x, List<Integer> amounts) {
    return call("constant_pad_nd", x, amounts, 0);
  }

  String relu(String x) {
    return call("relu", x);
  }

  String sigmoid(String x) {
    return call("sigmoid", x);
  }

  String hardswish(String x) {
    return call("hardswish", x);
  }

  /** Leaky rectifier with one slope a channel. */
  String prelu(String x, String slopes) {
    return call("prelu", x, slopes);
  }

  String add(String a, String b) {
    return call("add", a, b, "alpha=1");
  }

  String mul(String a, String b) {
    return call("mul", a, b);
  }

  String cat(List<String> parts, int axis) {
    return call("cat", parts, axis);
  }

  String permute(String x, List<Integer> axes) {
    return call("permute", x, axes);
  }

  String reshape(String x, List<Integer> shape) {
    return call("reshape", x, shape);
  }

  /** Bilinear resampling; corners aligned, or else pixel centres at half. */
  String upsampleBilinear2d(String x, Pair size, boolean alignCorners) {
    return call("upsample_bilinear2d", x, size, alignCorners ? "True" : "False", "None", "None");
  }

  private String call(String operation, Object... arguments) {
    String result = "v" + assignments.size();
    assignments.add(
        result
            + " = torch."
            + operation
            + List.of(arguments).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "(", ")")));
    return result;
  }

  /**
   * A number for rows and one for columns.
   *
   * @param rows along y
   * @param columns along x
   */
  record Pair(int rows, int columns) {
    static final Pair ZERO = new Pair(0, 0);
    static final Pair ONE = new Pair(1, 1);

    @Override
    public String toString() {
      return "[" + rows + ", " + columns + "]";
    }
  }
}
