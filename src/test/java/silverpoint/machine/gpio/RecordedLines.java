package silverpoint.machine.gpio;

import java.util.ArrayList;
import java.util.List;

/** Output lines that only note what is written to them. */
final class RecordedLines implements OutputLines {
  final List<String> writes = new ArrayList<>();

  @Override
  public void write(int bits, int mask) {
    writes.add(Integer.toBinaryString(bits) + "/" + Integer.toBinaryString(mask));
  }

  @Override
  public void close() {
    writes.add("closed");
  }
}
