package silverpoint.history;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The lines of guests who allowed that, as long as the settings say; also those that may lie in
 * damaged files.
 */
final class KeptLines {
  private final InstantSource ages;
  private final long keptMs;
  private final AsideFiles aside;
  private final AtomicLong erasures = new AtomicLong();

  KeptLines(InstantSource ages, HistorySettings settings, AsideFiles aside) {
    this.ages = ages;
    this.aside = aside;
    keptMs = settings.keptLinesMs();
  }

  boolean areKept() {
    return keptMs > 0;
  }

  /** Keeps a line, unless all are erased before it is written. */
  Notebook.Change keep(ThisRun run, long session, String line) {
    long untilMs = ages.millis() + keptMs;
    long before = erasures.get();
    return at -> {
      if (erasures.get() == before) {
        at.changeOne(
            "INSERT OR REPLACE INTO kept_line (session, until_ms, line)"
                + " SELECT number, ?, ? FROM session WHERE number = ? AND run = ?",
            untilMs,
            line,
            run.row(session),
            run.id());
      }
    };
  }

  /** Deletes them all at once; how many there were. */
  int eraseAllNow(HistoryFile at) throws SQLException {
    int lines = at.transaction(this::eraseAll);
    at.forgetLog();
    aside.deleteAll();
    return lines;
  }

  private int eraseAll(HistoryFile at) throws SQLException {
    int lines = at.change("DELETE FROM kept_line");
    noteErasure(at, "everything", lines);
    return lines;
  }

  /** The notes that delete them all, those that wait to be written too. */
  List<Notebook.Note> erasingAll() {
    erasures.incrementAndGet();
    return erasing("all kept lines are erased", this::eraseAll, aside::deleteAll);
  }

  /** The notes that delete those whose time is over. */
  List<Notebook.Note> expiring() {
    return erasing("kept lines have expired", this::expire, aside::deleteOver);
  }

  /** A line whose end is farther off than any can be was kept by a run whose clock went ahead. */
  private int expire(HistoryFile at) throws SQLException {
    long nowMs = ages.millis();
    int lines =
        at.change(
            "DELETE FROM kept_line WHERE until_ms <= ? OR until_ms > ?", nowMs, nowMs + keptMs);
    if (lines > 0) {
      noteErasure(at, "expired", lines);
    }
    return lines;
  }

  private void noteErasure(HistoryFile at, String reason, int lines) throws SQLException {
    at.change(
        "INSERT INTO erasure (at_ms, reason, lines) VALUES (?, ?, ?)",
        ages.millis(),
        reason,
        lines);
  }

  /** Deletes files. */
  @FunctionalInterface
  private interface Deletion {
    void run() throws SQLException;
  }

  /**
   * An erasure, and then the log, which cannot be emptied within it. The damaged files come last:
   * the file itself may turn out to be one.
   */
  private static List<Notebook.Note> erasing(
      String what, CurrentFile.Work<Integer> erasure, Deletion damaged) {
    return List.of(
        new Notebook.Note(what, at -> at.transaction(erasure)),
        new Notebook.Note(what + ", and forgotten", HistoryFile::forgetLog),
        new Notebook.Note(what + ", and damaged files with them", _ -> damaged.run()));
  }
}
