package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All memory of a running process that it can write to: heap, native, stacks, used or freed. */
record ProcessMemory(long pid) {
  private static final Pattern WRITABLE =
      Pattern.compile("([0-9a-f]+)-([0-9a-f]+) rw.. \\S+ \\S+ \\S+ *(.*)");
  private static final int BLOCK_BYTES = 1 << 20;

  /** The mapping that bytes lie in, as the kernel tells it, as often as they do. */
  List<String> find(byte[] wanted) throws IOException {
    List<String> found = new ArrayList<>();
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
        Matcher region = WRITABLE.matcher(line);
        if (region.matches() && !region.group(3).startsWith("[v")) {
          long from = Long.parseUnsignedLong(region.group(1), 16);
          long to = Long.parseUnsignedLong(region.group(2), 16);
          found.addAll(Collections.nCopies(count(memory, from, to, wanted), line));
        }
      }
    }
    return found;
  }

  private static int count(RandomAccessFile memory, long from, long to, byte[] wanted) {
    byte[] block = new byte[BLOCK_BYTES];
    int found = 0;
    for (long at = from; at < to; at += BLOCK_BYTES - wanted.length + 1) {
      int length = (int) Math.min(BLOCK_BYTES, to - at);
      try {
        memory.seek(at);
        memory.readFully(block, 0, length);
      } catch (IOException e) {
        // not there any more, or never touched
        continue;
      }
      for (int i = 0; i + wanted.length <= length; i++) {
        if (block[i] == wanted[0]
            && block[i + 1] == wanted[1]
            && Arrays.equals(block, i, i + wanted.length, wanted, 0, wanted.length)) {
          found++;
        }
      }
    }
    return found;
  }
}
