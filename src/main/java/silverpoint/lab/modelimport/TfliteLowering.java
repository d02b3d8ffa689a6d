package silverpoint.lab.modelimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import silverpoint.lab.modelimport.TfliteFile.Operator;
import silverpoint.lab.modelimport.TfliteFile.Tensor;
import silverpoint.lab.modelimport.TorchGraph.Pair;

/**
 * Says a TFLite net in torch's operations. TFLite keeps pictures batch-row-column-channel, torch
 * batch-channel-row-column, so that weights are permuted here once, and values only where a reshape
 * makes the order of a picture's numbers visible. Option numbers: TensorFlow's schema.fbs.
 */
final class TfliteLowering {
  private static final List<Integer> TO_NHWC = List.of(0, 2, 3, 1);
  private static final List<Integer> TO_NCHW = List.of(0, 3, 1, 2);

  private final TfliteFile file;
  private final TorchGraph graph = new TorchGraph();

  /** Names of computed tensors by index. */
  private final Map<Integer, String> values = new HashMap<>();

  /** Constants by index, through the DEQUANTIZE that widens 16-bit floats. */
  private final Map<Integer, Tensor> constants = new HashMap<>();

  private TfliteLowering(TfliteFile file) {
    this.file = file;
  }

  /** The net with its outputs in the file's order; pictures come out as NCHW. */
  static TorchGraph lower(TfliteFile file) {
    TfliteLowering lowering = new TfliteLowering(file);
    if (file.inputs().size() != 1) {
      throw new ImportException("a net with one input is expected, not " + file.inputs().size());
    }
    lowering.values.put(file.inputs().getFirst(), TorchGraph.INPUT);
    for (Operator operator : file.operators()) {
      lowering.lower(operator);
    }
    lowering.graph.returns(file.outputs().stream().map(lowering::output).toList());
    return lowering.graph;
  }

  private void lower(Operator operator) {
    if (operator.code() == TfliteFile.Code.DEQUANTIZE) {
      constants.put(operator.output(), constant(operator.inputs().getFirst()));
      return;
    }
    String x = value(operator.inputs().getFirst());
    String result =
        switch (operator.code()) {
          case CONV_2D -> convolution(operator, x);
          case DEPTHWISE_CONV_2D -> depthwiseConvolution(operator, x);
          case TRANSPOSE_CONV_BIAS -> transposedConvolution(operator, x);
          case MAX_POOL_2D, AVERAGE_POOL_2D -> pool(operator, x);
          case PAD -> pad(operator, x);
          case ADD ->
              activated(graph.add(x, value(operator.inputs().get(1))), operator.byteOption(0));
          case MUL ->
              activated(graph.mul(x, value(operator.inputs().get(1))), operator.byteOption(0));
          case RELU -> graph.relu(x);
          case LOGISTIC -> graph.sigmoid(x);
          case HARD_SWISH -> graph.hardswish(x);
          case PRELU -> prelu(operator, x);
          case CONCATENATION -> concatenation(operator);
          case RESHAPE -> reshape(operator, x);
          case RESIZE_BILINEAR -> resize(operator, x);
          case DEQUANTIZE -> throw new IllegalStateException("handled above");
        };
    values.put(operator.output(), result);
  }

  private String convolution(Operator operator, String x) {
    Tensor kernel = constant(operator.inputs().get(1));
    List<Integer> shape = kernel.shape();
    float[] weights = permuted(kernel, 0, 3, 1, 2);
    String weight = graph.weight(weights, shape.get(0), shape.get(3), shape.get(1), shape.get(2));
    int channels = shape(operator.inputs().getFirst()).get(3);
    return convolution(operator, x, weight, shape.get(0), 4, channels / shape.get(3));
  }

  private String depthwiseConvolution(Operator operator, String x) {
    Tensor kernel = constant(operator.inputs().get(1));
    List<Integer> shape = kernel.shape();
    float[] weights = permuted(kernel, 3, 0, 1, 2);
    String weight = graph.weight(weights, shape.get(3), 1, shape.get(1), shape.get(2));
    int channels = shape(operator.inputs().getFirst()).get(3);
    return convolution(operator, x, weight, shape.get(3), 5, channels);
  }

  /** The option before the dilation's is the activation. */
  private String convolution(
      Operator operator, String x, String weight, int channels, int dilationOption, int groups) {
    List<Integer> kernel = constant(operator.inputs().get(1)).shape();
    Pair stride = new Pair(operator.intOption(2, 1), operator.intOption(1, 1));
    Pair dilation =
        new Pair(operator.intOption(dilationOption + 1, 1), operator.intOption(dilationOption, 1));
    Padding padding =
        Padding.of(
            operator,
            shape(operator.inputs().getFirst()),
            new Pair(kernel.get(1), kernel.get(2)),
            stride,
            dilation);
    String padded = padding.isEven() ? x : graph.pad(x, padding.innermostFirst());
    String result =
        graph.conv2d(
            padded,
            weight,
            bias(operator, channels),
            stride,
            padding.isEven() ? padding.before() : Pair.ZERO,
            dilation,
            groups);
    return activated(result, operator.byteOption(dilationOption - 1));
  }

  private String bias(Operator operator, int channels) {
    boolean given = operator.inputs().size() > 2 && operator.inputs().get(2) >= 0;
    float[] bias = given ? constant(operator.inputs().get(2)).floats() : new float[channels];
    return graph.weight(bias, channels);
  }

  /** The stride is not in the options; with the kernel as wide as the stride no pixels overlap. */
  private String transposedConvolution(Operator operator, String x) {
    Tensor kernel = constant(operator.inputs().get(1));
    List<Integer> shape = kernel.shape();
    List<Integer> from = shape(operator.inputs().getFirst());
    List<Integer> to = shape(operator.output());
    Pair stride = new Pair(to.get(1) / from.get(1), to.get(2) / from.get(2));
    if (!stride.equals(new Pair(shape.get(1), shape.get(2)))) {
      throw new ImportException(
          "a transposed convolution with kernel "
              + shape
              + " and stride "
              + stride
              + " is not supported");
    }
    String weight =
        graph.weight(
            permuted(kernel, 3, 0, 1, 2), shape.get(3), shape.get(0), shape.get(1), shape.get(2));
    return graph.convTranspose2d(x, weight, bias(operator, shape.get(0)), stride);
  }

  private String pool(Operator operator, String x) {
    Pair stride = new Pair(operator.intOption(2, 1), operator.intOption(1, 1));
    Pair kernel = new Pair(operator.intOption(4, 1), operator.intOption(3, 1));
    Padding padding =
        Padding.of(operator, shape(operator.inputs().getFirst()), kernel, stride, Pair.ONE);
    if (!padding.isNone()) {
      throw new ImportException("a pool with padding " + padding + " is not supported");
    }
    String result =
        operator.code() == TfliteFile.Code.MAX_POOL_2D
            ? graph.maxPool2d(x, kernel, stride)
            : graph.avgPool2d(x, kernel, stride);
    return activated(result, operator.byteOption(5));
  }

  /** TFLite lists before and after of batch, row, column, channel. */
  private String pad(Operator operator, String x) {
    int[] pads = constant(operator.inputs().get(1)).ints();
    if (pads.length != 8 || pads[0] != 0 || pads[1] != 0) {
      throw new ImportException("a pad of rank " + pads.length / 2 + " is not supported");
    }
    return graph.pad(x, List.of(pads[4], pads[5], pads[2], pads[3], pads[6], pads[7]));
  }

  private String prelu(Operator operator, String x) {
    float[] slopes = constant(operator.inputs().get(1)).floats();
    return graph.prelu(x, graph.weight(slopes, slopes.length));
  }

  private String concatenation(Operator operator) {
    int rank = shape(operator.output()).size();
    int axis = Math.floorMod(operator.intOption(0, 0), rank);
    List<String> parts = operator.inputs().stream().map(this::value).toList();
    int torchAxis = rank == 4 ? TO_NCHW.indexOf(axis) : axis;
    return activated(graph.cat(parts, torchAxis), operator.byteOption(1));
  }

  private String reshape(Operator operator, String x) {
    List<Integer> to = shape(operator.output());
    boolean fromPicture = shape(operator.inputs().getFirst()).size() == 4;
    String result = graph.reshape(fromPicture ? graph.permute(x, TO_NHWC) : x, to);
    return to.size() == 4 ? graph.permute(result, TO_NCHW) : result;
  }

  private String resize(Operator operator, String x) {
    int[] size = constant(operator.inputs().get(1)).ints();
    boolean alignCorners = operator.byteOption(2) != 0;
    boolean halfPixelCentres = operator.byteOption(3) != 0;
    if (alignCorners == halfPixelCentres) {
      throw new ImportException(
          "a bilinear resize needs either aligned corners or half-pixel centres");
    }
    return graph.upsampleBilinear2d(x, new Pair(size[0], size[1]), alignCorners);
  }

  private String activated(String x, int activation) {
    return switch (activation) {
      case 0 -> x;
      case 1 -> graph.relu(x);
      default ->
          throw new ImportException("the fused activation " + activation + " is not supported");
    };
  }

  private String value(int tensor) {
    String name = values.get(tensor);
    if (name == null) {
      throw new ImportException(
          "the tensor '" + file.tensors().get(tensor).name() + "' is used but not computed");
    }
    return name;
  }

  /** A picture of one pixel is given back as a list: 1x1404 rather than 1x1404x1x1. */
  private String output(int tensor) {
    List<Integer> shape = shape(tensor);
    boolean onePixel = shape.size() == 4 && shape.get(1) == 1 && shape.get(2) == 1;
    return onePixel
        ? graph.reshape(value(tensor), List.of(shape.get(0), shape.get(3)))
        : value(tensor);
  }

  private Tensor constant(int index) {
    Tensor widened = constants.get(index);
    Tensor tensor = widened == null ? file.tensors().get(index) : widened;
    if (!tensor.isConstant()) {
      throw new ImportException("the tensor '" + tensor.name() + "' must be a constant");
    }
    return tensor;
  }

  private List<Integer> shape(int tensor) {
    return file.tensors().get(tensor).shape();
  }

  /** The values of a rank-4 constant with its axes in another order. */
  private static float[] permuted(Tensor tensor, int... axes) {
    List<Integer> shape = tensor.shape();
    if (shape.size() != 4) {
      throw new ImportException("the kernel '" + tensor.name() + "' has the shape " + shape);
    }
    int[] strides = {
      shape.get(1) * shape.get(2) * shape.get(3), shape.get(2) * shape.get(3), shape.get(3), 1
    };
    float[] from = tensor.floats();
    float[] to = new float[from.length];
    int next = 0;
    for (int a = 0; a < shape.get(axes[0]); a++) {
      for (int b = 0; b < shape.get(axes[1]); b++) {
        for (int c = 0; c < shape.get(axes[2]); c++) {
          for (int d = 0; d < shape.get(axes[3]); d++) {
            to[next++] =
                from[
                    a * strides[axes[0]]
                        + b * strides[axes[1]]
                        + c * strides[axes[2]]
                        + d * strides[axes[3]]];
          }
        }
      }
    }
    return to;
  }
}
