package silverpoint.kiosk.web.operations;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/**
 * The last lines that the program logged, kept in memory for engineers who are far away. Whatever
 * looks like a key, a hash or encoded bytes is left out, so that no secret or picture gets on a
 * page even when a library logs one.
 */
public final class LogTail extends Handler {
  private static final int MOST_LINES = 400;
  private static final int LONGEST_LINE = 400;

  /** How much of a stack trace helps. */
  private static final int FRAMES = 6;

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+_=-]{32,}");

  private final Logger root = Logger.getLogger("");
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Deque<String> lines = new ArrayDeque<>();

  /** Begins to listen to the whole program. */
  public static LogTail begin() {
    LogTail tail = new LogTail();
    tail.setLevel(Level.ALL);
    tail.root.addHandler(tail);
    return tail;
  }

  /** The lines, oldest first. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    List<String> said = new ArrayList<>();
    said.add(
        Instant.ofEpochMilli(record.getMillis())
            + " "
            + record.getLevel().getName()
            + " "
            + record.getLoggerName()
            + ": "
            + formatter.formatMessage(record));
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      said.add("  " + thrown);
      for (int i = 0; i < Math.min(FRAMES, thrown.getStackTrace().length); i++) {
        said.add("    at " + thrown.getStackTrace()[i]);
      }
    }
    synchronized (this) {
      said.forEach(line -> lines.addLast(clean(line)));
      while (lines.size() > MOST_LINES) {
        lines.removeFirst();
      }
    }
  }

  private static String clean(String line) {
    String one = SECRET.matcher(line.replaceAll("\\R", " ")).replaceAll("...");
    return one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) + " ..." : one;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
