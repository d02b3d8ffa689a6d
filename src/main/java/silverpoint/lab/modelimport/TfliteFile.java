package silverpoint.lab.modelimport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A TensorFlow Lite net as its file says it: tensors, and operators that name them by index in
 * order of execution. Shapes are batch-row-column-channel (NHWC). Numbers of fields and operators:
 * TensorFlow's schema.fbs, version 3.
 *
 * @param tensors by index
 * @param operators in order of execution
 * @param inputs tensor indices
 * @param outputs tensor indices
 */
record TfliteFile(
    List<Tensor> tensors, List<Operator> operators, List<Integer> inputs, List<Integer> outputs) {

  /** The operators that the importer knows, with their codes in the schema. */
  enum Code {
    ADD(0),
    AVERAGE_POOL_2D(1),
    CONCATENATION(2),
    CONV_2D(3),
    DEPTHWISE_CONV_2D(4),
    DEQUANTIZE(6),
    LOGISTIC(14),
    MAX_POOL_2D(17),
    MUL(18),
    RELU(19),
    RESHAPE(22),
    RESIZE_BILINEAR(23),
    PAD(34),
    PRELU(54),
    HARD_SWISH(117),
    /** MediaPipe's custom operator: a transposed convolution with a bias. */
    TRANSPOSE_CONV_BIAS(-1);

    private final int number;

    Code(int number) {
      this.number = number;
    }
  }

  /** Types of a tensor's elements that the importer knows. */
  enum Type {
    FLOAT32,
    FLOAT16,
    INT32
  }

  /**
   * A tensor.
   *
   * @param name in the file, for messages
   * @param shape extents
   * @param type of the elements
   * @param data little-endian content of a constant, empty for a computed tensor
   */
  record Tensor(String name, List<Integer> shape, Type type, ByteBuffer data) {
    boolean isConstant() {
      return data.hasRemaining();
    }

    /** The values of a constant of floats, in the file's order. */
    float[] floats() {
      float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (type) {
              case FLOAT32 -> data.getFloat(4 * i);
              case FLOAT16 -> Float.float16ToFloat(data.getShort(2 * i));
              case INT32 -> throw new ImportException(name + " holds integers, not floats");
            };
      }
      return values;
    }

    /** The values of a constant of integers. */
    int[] ints() {
      if (type != Type.INT32) {
        throw new ImportException(name + " holds " + type + ", not integers");
      }
      int[] values = new int[data.remaining() / 4];
      data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
      return values;
    }
  }

  /**
   * One step of the net.
   *
   * @param code what it does
   * @param inputs tensor indices, -1 for one left out
   * @param output tensor index; all operators known here have one
   * @param options fields whose numbers depend on the code
   */
  record Operator(Code code, List<Integer> inputs, int output, Optional<FlatTable> options) {
    int intOption(int field, int absent) {
      return options.map(table -> table.intField(field, absent)).orElse(absent);
    }

    int byteOption(int field) {
      return options.map(table -> table.byteField(field, 0)).orElse(0);
    }
  }

  /** Reads the only subgraph of a file. */
  static TfliteFile read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      if (bytes.getInt(4) != 0x334c4654) { // "TFL3"
        throw new ImportException("this is no TFLite file: it lacks the mark TFL3");
      }
      FlatTable model = FlatTable.root(bytes);
      List<Code> codes = model.tables(1, TfliteFile::code);
      List<byte[]> buffers = model.tables(4, buffer -> buffer.byteVector(0));
      FlatTable graph = model.tables(2, table -> table).getFirst();
      return new TfliteFile(
          graph.tables(0, table -> tensor(table, buffers)),
          graph.tables(3, table -> operator(table, codes)),
          graph.intVector(1),
          graph.intVector(2));
    } catch (IndexOutOfBoundsException e) {
      throw new ImportException("the TFLite file is damaged: " + e.getMessage(), e);
    }
  }

  private static Code code(FlatTable table) {
    // Old files keep the code in field 0, files with codes above 127 in field 3.
    int number = Math.max(table.byteField(0, 0), table.intField(3, 0));
    String custom = table.string(1);
    if (number == 32 && custom.equals("Convolution2DTransposeBias")) {
      return Code.TRANSPOSE_CONV_BIAS;
    }
    for (Code code : Code.values()) {
      if (code.number == number) {
        return code;
      }
    }
    throw new ImportException(
        "the importer does not know the TFLite operator " + number + " " + custom);
  }

  private static Tensor tensor(FlatTable table, List<byte[]> buffers) {
    Type type =
        switch (table.byteField(1, 0)) {
          case 0 -> Type.FLOAT32;
          case 1 -> Type.FLOAT16;
          case 2 -> Type.INT32;
          default ->
              throw new ImportException(
                  table.string(3) + " has the unsupported element type " + table.byteField(1, 0));
        };
    if (table.table(6).isPresent()) {
      throw new ImportException(table.string(3) + " is sparse, which is not supported");
    }
    ByteBuffer data = ByteBuffer.wrap(buffers.get(table.intField(2, 0)));
    return new Tensor(
        table.string(3),
        table.intVector(0),
        type,
        data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
  }

  private static Operator operator(FlatTable table, List<Code> codes) {
    List<Integer> outputs = table.intVector(2);
    Code code = codes.get(table.intField(0, 0));
    if (outputs.size() != 1) {
      throw new ImportException(code + " with " + outputs.size() + " outputs is not supported");
    }
    return new Operator(code, table.intVector(1), outputs.getFirst(), table.table(4));
  }
}
