package silverpoint.lab.modelimport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One table of a FlatBuffers file: numbered fields, each possibly absent. A table starts with the
 * distance back to its vtable, which holds the offset of every field; strings, vectors and tables
 * are references, distances forward from where they stand. Layout: the FlatBuffers "internals"
 * page.
 */
final class FlatTable {
  private final ByteBuffer bytes;
  private final int position;
  private final int vtable;
  private final int vtableLength;

  private FlatTable(ByteBuffer bytes, int position) {
    this.bytes = bytes;
    this.position = position;
    this.vtable = position - bytes.getInt(position);
    this.vtableLength = Short.toUnsignedInt(bytes.getShort(vtable));
  }

  /** The root table of a file in little-endian order. */
  static FlatTable root(ByteBuffer bytes) {
    return new FlatTable(bytes, bytes.getInt(0));
  }

  int intField(int field, int absent) {
    int at = at(field);
    return at == 0 ? absent : bytes.getInt(at);
  }

  int byteField(int field, int absent) {
    int at = at(field);
    return at == 0 ? absent : bytes.get(at);
  }

  Optional<FlatTable> table(int field) {
    int at = at(field);
    return at == 0 ? Optional.empty() : Optional.of(new FlatTable(bytes, follow(at)));
  }

  String string(int field) {
    return new String(byteVector(field), StandardCharsets.UTF_8);
  }

  <T> List<T> tables(int field, Function<FlatTable, T> read) {
    int first = firstElement(field);
    return IntStream.range(0, length(field))
        .mapToObj(i -> read.apply(new FlatTable(bytes, follow(first + 4 * i))))
        .toList();
  }

  List<Integer> intVector(int field) {
    int first = firstElement(field);
    return IntStream.range(0, length(field)).mapToObj(i -> bytes.getInt(first + 4 * i)).toList();
  }

  byte[] byteVector(int field) {
    byte[] content = new byte[length(field)];
    bytes.get(firstElement(field), content);
    return content;
  }

  /** Where a field stands, 0 when it is absent. */
  private int at(int field) {
    int entry = 4 + 2 * field;
    int offset = entry < vtableLength ? Short.toUnsignedInt(bytes.getShort(vtable + entry)) : 0;
    return offset == 0 ? 0 : position + offset;
  }

  private int follow(int at) {
    return at + bytes.getInt(at);
  }

  private int length(int field) {
    int at = at(field);
    return at == 0 ? 0 : bytes.getInt(follow(at));
  }

  private int firstElement(int field) {
    int at = at(field);
    return at == 0 ? 0 : follow(at) + 4;
  }
}
