package silverpoint.lab.modelimport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small FlatBuffers files. A table is a map from field number to value: a Byte, an Integer,
 * a String, an int[], a byte[], a map (table), or a list of maps. Every table is followed by what
 * it refers to, each aligned to four bytes (data to sixteen).
 */
final class FlatBuilder {
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private FlatBuilder() {}

  static byte[] file(String mark, Map<Integer, Object> root) {
    FlatBuilder builder = new FlatBuilder();
    builder.bytes.putInt(0).put(mark.getBytes(StandardCharsets.US_ASCII));
    builder.bytes.putInt(0, builder.table(root));
    byte[] file = new byte[builder.bytes.position()];
    builder.bytes.get(0, file);
    return file;
  }

  private int table(Map<Integer, Object> fields) {
    TreeMap<Integer, Object> sorted = new TreeMap<>(fields);
    int count = sorted.isEmpty() ? 0 : sorted.lastKey() + 1;
    align(4);
    int vtable = bytes.position();
    bytes.position(vtable + 4 + 2 * count);
    align(4);
    int table = bytes.position();
    bytes.putInt(table - vtable);
    bytes.putShort(vtable, (short) (4 + 2 * count));
    bytes.putShort(vtable + 2, (short) (4 + 4 * sorted.size()));
    int slot = table + 4;
    bytes.position(slot + 4 * sorted.size());
    for (Map.Entry<Integer, Object> field : sorted.entrySet()) {
      bytes.putShort(vtable + 4 + 2 * field.getKey(), (short) (slot - table));
      switch (field.getValue()) {
        case Byte value -> bytes.put(slot, value);
        case Integer value -> bytes.putInt(slot, value);
        default -> bytes.putInt(slot, referred(field.getValue()) - slot);
      }
      slot += 4;
    }
    return table;
  }

  /** Appends what a reference points to and returns where it stands. */
  private int referred(Object value) {
    return switch (value) {
      case Map<?, ?> table -> table(fields(table));
      case String text -> vector(text.getBytes(StandardCharsets.UTF_8), 4);
      case byte[] data -> vector(data, 16);
      case int[] numbers -> {
        ByteBuffer data = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asIntBuffer().put(numbers);
        int at = vector(data.array(), 4);
        bytes.putInt(at, numbers.length);
        yield at;
      }
      case List<?> tables -> {
        align(4);
        int at = bytes.position();
        bytes.putInt(tables.size());
        bytes.position(at + 4 + 4 * tables.size());
        for (int i = 0; i < tables.size(); i++) {
          int entry = at + 4 + 4 * i;
          bytes.putInt(entry, table(fields((Map<?, ?>) tables.get(i))) - entry);
        }
        yield at;
      }
      default -> throw new IllegalArgumentException("cannot write " + value.getClass());
    };
  }

  private int vector(byte[] data, int alignment) {
    while ((bytes.position() + 4) % alignment != 0) {
      bytes.put((byte) 0);
    }
    int at = bytes.position();
    bytes.putInt(data.length).put(data);
    bytes.put((byte) 0); // a string's end
    return at;
  }

  private void align(int alignment) {
    while (bytes.position() % alignment != 0) {
      bytes.put((byte) 0);
    }
  }

  private static Map<Integer, Object> fields(Map<?, ?> table) {
    Map<Integer, Object> fields = new TreeMap<>();
    table.forEach((field, value) -> fields.put((Integer) field, value));
    return fields;
  }
}
