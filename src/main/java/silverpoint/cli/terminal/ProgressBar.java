package silverpoint.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import silverpoint.lab.benchmark.Progress;

/** A line on a terminal that says how far and how long; on anything else a line a step in ten. */
public final class ProgressBar implements Progress {
  private static final int WIDTH = 24;
  private static final int LINE_WIDTH = 100;

  private final PrintWriter err;
  private final LongSupplier clockNs;
  private final boolean terminal;
  private final long startNs;
  private int tenth = -1;

  public ProgressBar(PrintWriter err, LongSupplier clockNs, boolean terminal) {
    this.err = err;
    this.clockNs = clockNs;
    this.terminal = terminal;
    this.startNs = clockNs.getAsLong();
  }

  @Override
  public void step(double done, String what) {
    String line = line(done, what, (clockNs.getAsLong() - startNs) / 1e9);
    if (terminal) {
      err.print("\r" + String.format(Locale.ROOT, "%-" + LINE_WIDTH + "s", cut(line)));
    } else if ((int) (10 * done) != tenth) {
      tenth = (int) (10 * done);
      err.println("  " + line);
    }
    err.flush();
  }

  public void end() {
    if (terminal) {
      err.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
      err.flush();
    }
  }

  static String line(double done, String what, double elapsedS) {
    int filled = (int) Math.round(WIDTH * done);
    String left = done < 0.02 ? "" : ", " + Span.words(elapsedS * (1 - done) / done) + " left";
    return String.format(
        Locale.ROOT,
        "[%s%s] %2.0f %%%s  %s",
        "=".repeat(filled),
        " ".repeat(WIDTH - filled),
        100 * done,
        left,
        what);
  }

  private static String cut(String line) {
    return line.length() <= LINE_WIDTH ? line : line.substring(0, LINE_WIDTH);
  }
}
