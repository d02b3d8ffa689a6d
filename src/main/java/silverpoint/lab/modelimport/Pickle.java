package silverpoint.lab.modelimport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes Python pickles of protocol 2, as far as TorchScript needs them. Every method appends one
 * instruction of the pickle machine; names and codes: Python's pickletools.
 */
final class Pickle {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Pickle() {
    bytes.write(0x80);
    bytes.write(2);
  }

  Pickle global(String module, String name) {
    bytes.write('c');
    return text(module + "\n" + name + "\n");
  }

  Pickle string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes.write('X');
    bytes.writeBytes(littleEndian(utf8.length));
    bytes.writeBytes(utf8);
    return this;
  }

  Pickle integer(int value) {
    bytes.write('J');
    bytes.writeBytes(littleEndian(value));
    return this;
  }

  Pickle integers(List<Integer> values) {
    mark();
    values.forEach(this::integer);
    return tuple();
  }

  Pickle isFalse() {
    return instruction(0x89);
  }

  Pickle mark() {
    return instruction('(');
  }

  /** A tuple of everything since the mark. */
  Pickle tuple() {
    return instruction('t');
  }

  Pickle emptyTuple() {
    return instruction(')');
  }

  Pickle emptyDict() {
    return instruction('}');
  }

  /** Calls the class below the argument tuple without its constructor. */
  Pickle newObject() {
    return instruction(0x81);
  }

  /** Calls the function below the argument tuple. */
  Pickle call() {
    return instruction('R');
  }

  /** An object kept outside of the pickle under the tuple on the stack. */
  Pickle persistent() {
    return instruction('Q');
  }

  /** Puts the pairs since the mark into the dictionary below. */
  Pickle setItems() {
    return instruction('u');
  }

  /** Gives the dictionary to the object below as its fields. */
  Pickle build() {
    return instruction('b');
  }

  byte[] stop() {
    instruction('.');
    return bytes.toByteArray();
  }

  private Pickle instruction(int code) {
    bytes.write(code);
    return this;
  }

  private Pickle text(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
