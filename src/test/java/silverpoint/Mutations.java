package silverpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Files that nobody meant: seeds with some bytes, words and numbers changed, from a seed. */
public final class Mutations {
  private static final int MOST_CHANGES = 6;
  private static final int MOST_REPEATS = 40;

  /** What parsers stumble over, as text. */
  private static final List<String> WORDS =
      List.of(
          "0",
          "-1",
          "1e308",
          "-1e400",
          "4.9e-324",
          "NaN",
          ".inf",
          "99999999999999999999",
          "null",
          "true",
          "[]",
          "{}",
          "[[[[",
          "\"",
          "'",
          "<",
          ">",
          "&x;",
          "<!--",
          "]]>",
          ":",
          "- ",
          "\n",
          "\t",
          ",",
          ";",
          "#",
          "%",
          "..",
          "\u0000",
          "\ufeff",
          "\u202e",
          "é",
          "😀",
          "&a *a",
          "!!",
          "1 1",
          "M0 0",
          "A1 1 0 0 1 9 9",
          "<use href='#g'/>",
          "x2='",
          "points\":[");

  private final List<byte[]> seeds;
  private final Random chance;

  public Mutations(List<byte[]> seeds, long seed) {
    this.seeds = List.copyOf(seeds);
    this.chance = new Random(seed);
  }

  public byte[] next() {
    byte[] file = any(seeds);
    for (int i = chance.nextInt(MOST_CHANGES); i >= 0; i--) {
      file = changed(file);
    }
    return file;
  }

  private byte[] changed(byte[] file) {
    int from = chance.nextInt(file.length + 1);
    int to = Math.min(file.length, from + 1 + chance.nextInt(1 + chance.nextInt(40)));
    return switch (chance.nextInt(10)) {
      case 0 -> joined(file, from, new byte[0], to);
      case 1 -> joined(file, from, new byte[0], file.length);
      case 2 -> joined(file, from, repeated(file, from, to), to);
      case 3 -> joined(file, from, bytes(any(WORDS)), from);
      case 4 -> joined(file, from, bytes(any(WORDS)), to);
      case 5 -> joined(file, from, new byte[] {(byte) chance.nextInt(256)}, to);
      case 6 -> joined(file, from, any(seeds), file.length);
      case 7 -> flipped(file);
      default -> withOtherNumber(file, from);
    };
  }

  private byte[] repeated(byte[] file, int from, int to) {
    String text = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    return text.repeat(1 + chance.nextInt(MOST_REPEATS)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] flipped(byte[] file) {
    byte[] flipped = file.clone();
    if (flipped.length > 0) {
      flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
    }
    return flipped;
  }

  /** The first number after a place becomes another one. */
  private byte[] withOtherNumber(byte[] file, int from) {
    int start = from;
    while (start < file.length && !isOfNumber(file[start])) {
      start++;
    }
    int end = start;
    while (end < file.length && isOfNumber(file[end])) {
      end++;
    }
    String number =
        chance.nextBoolean()
            ? any(WORDS)
            : String.valueOf(chance.nextGaussian() * Math.pow(10, chance.nextInt(12) - 4));
    return joined(file, start, bytes(number), end);
  }

  private static boolean isOfNumber(byte b) {
    return b >= '0' && b <= '9' || b == '.' || b == '-';
  }

  private static byte[] joined(byte[] file, int head, byte[] middle, int tail) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(file, 0, head);
    joined.writeBytes(middle);
    joined.write(file, tail, file.length - tail);
    return joined.toByteArray();
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
