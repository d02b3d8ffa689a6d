package silverpoint.lab.modelimport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Builds small TFLite nets of one input and one output for tests. Every method adds an operator on
 * the last result. Shapes are NHWC; weights are random from a seed.
 */
final class TinyNet {
  private final List<Map<Integer, Object>> codes = new ArrayList<>();
  private final List<Map<Integer, Object>> tensors = new ArrayList<>();
  private final List<Map<Integer, Object>> operators = new ArrayList<>();
  private final List<Map<Integer, Object>> buffers = new ArrayList<>(List.of(Map.of()));
  private final Random random;
  private int last;

  TinyNet(long seed, int... inputShape) {
    random = new Random(seed);
    last = tensor(0, 0, inputShape);
  }

  /** SAME convolution with its relu; the kernel is 16-bit floats behind a DEQUANTIZE. */
  TinyNet convolution(int kernel, int stride, int in, int out, int... outputShape) {
    int weights = widened(random16(out * kernel * kernel * in), out, kernel, kernel, in);
    int bias = widened(random16(out), out);
    Map<Integer, Object> options = Map.of(1, stride, 2, stride, 3, (byte) 1);
    return operator(3, 1, options, outputShape, last, weights, bias);
  }

  TinyNet depthwise(int kernel, int stride, int channels, int... outputShape) {
    int weights = widened(random16(kernel * kernel * channels), 1, kernel, kernel, channels);
    int bias = widened(random16(channels), channels);
    Map<Integer, Object> options = Map.of(1, stride, 2, stride, 3, 1);
    return operator(4, 2, options, outputShape, last, weights, bias);
  }

  TinyNet maxPool(int size, int... outputShape) {
    Map<Integer, Object> options = Map.of(1, size, 2, size, 3, size, 4, size);
    return operator(17, 5, options, outputShape, last);
  }

  TinyNet pad(int[] beforeAndAfter, int... outputShape) {
    ByteBuffer data = bytes(4 * beforeAndAfter.length);
    data.asIntBuffer().put(beforeAndAfter);
    return operator(34, 22, Map.of(), outputShape, last, constant(2, data, 4, 2));
  }

  TinyNet reshape(int... outputShape) {
    ByteBuffer data = bytes(4 * outputShape.length);
    data.asIntBuffer().put(outputShape);
    int shape = constant(2, data, outputShape.length);
    return operator(22, 17, Map.of(0, outputShape), outputShape, last, shape);
  }

  /** An operator that the importer does not know: SIN. */
  TinyNet unknown(int... outputShape) {
    return operator(66, 0, Map.of(), outputShape, last);
  }

  byte[] file() {
    Map<Integer, Object> graph =
        Map.of(0, tensors, 1, new int[] {0}, 2, new int[] {last}, 3, operators);
    return FlatBuilder.file(
        "TFL3", Map.of(0, 3, 1, codes, 2, List.of(graph), 3, "tiny", 4, buffers));
  }

  private TinyNet operator(
      int code, int optionsType, Map<Integer, Object> options, int[] outputShape, int... inputs) {
    codes.add(Map.of(0, (byte) code, 3, code));
    int output = tensor(0, 0, outputShape);
    operators.add(
        Map.of(
            0,
            codes.size() - 1,
            1,
            inputs,
            2,
            new int[] {output},
            3,
            (byte) optionsType,
            4,
            options));
    last = output;
    return this;
  }

  private int widened(ByteBuffer halves, int... shape) {
    int before = last;
    operator(6, 0, Map.of(), shape, constant(1, halves, shape));
    int widened = last;
    last = before;
    return widened;
  }

  private int constant(int type, ByteBuffer data, int... shape) {
    byte[] content = new byte[data.capacity()];
    data.get(0, content);
    buffers.add(Map.of(0, content));
    return tensor(type, buffers.size() - 1, shape);
  }

  private int tensor(int type, int buffer, int... shape) {
    tensors.add(Map.of(0, shape, 1, (byte) type, 2, buffer, 3, "t" + tensors.size()));
    return tensors.size() - 1;
  }

  private ByteBuffer random16(int count) {
    ByteBuffer data = bytes(2 * count);
    for (int i = 0; i < count; i++) {
      data.putShort(Float.floatToFloat16((float) random.nextGaussian()));
    }
    return data;
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
