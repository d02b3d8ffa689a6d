package silverpoint.machine.plotter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.machine.simulator.SimulatedDriver;

/** The kernel's own record (tracing event gpio_value) of what was written to the lines. */
final class KernelTrace {
  /** A line that was set. */
  record Set(long timeNs, int line, boolean high) {}

  private static final Pattern SET =
      Pattern.compile("\\s(\\d+)\\.(\\d{6}): gpio_value: (\\d+) set ([01])");

  private final List<Set> sets = new ArrayList<>();

  /**
   * @param pins BCM numbers of the driver's lines; the lowest of them was written
   */
  static KernelTrace read(Path file, List<Integer> pins) throws IOException {
    List<Matcher> found =
        Files.readAllLines(file).stream().map(SET::matcher).filter(Matcher::find).toList();
    int base =
        found.stream().mapToInt(set -> Integer.parseInt(set.group(3))).min().orElseThrow()
            - pins.stream().min(Integer::compare).orElseThrow();
    KernelTrace trace = new KernelTrace();
    for (Matcher set : found) {
      long timeNs =
          (Long.parseLong(set.group(1)) * 1_000_000 + Long.parseLong(set.group(2))) * 1000;
      int line = pins.indexOf(Integer.parseInt(set.group(3)) - base);
      if (line >= 0) {
        trace.sets.add(new Set(timeNs, line, set.group(4).equals("1")));
      }
    }
    return trace;
  }

  List<Set> sets() {
    return sets;
  }

  /**
   * @param together whether lines that were set one after the other, in rising order and at once,
   *     belong to one write
   */
  void playTo(SimulatedDriver driver, boolean together) {
    int bits = 0;
    int mask = 0;
    for (int i = 0; i < sets.size(); i++) {
      Set set = sets.get(i);
      bits |= set.high ? 1 << set.line : 0;
      mask |= 1 << set.line;
      boolean goesOn =
          together
              && i + 1 < sets.size()
              && sets.get(i + 1).line > set.line
              && sets.get(i + 1).timeNs - set.timeNs < 200_000;
      if (!goesOn) {
        driver.write(set.timeNs - sets.getFirst().timeNs, bits, mask);
        bits = 0;
        mask = 0;
      }
    }
  }
}
