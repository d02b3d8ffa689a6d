package silverpoint.history;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The lines of guests who allowed that, as long as the settings say. */
final class KeptLines {
  private final InstantSource wall;
  private final long keptMs;
  private final AtomicLong erasures = new AtomicLong();

  KeptLines(InstantSource wall, HistorySettings settings) {
    this.wall = wall;
    keptMs = Math.round(settings.keptLinesHours() * 3_600_000);
  }

  boolean areKept() {
    return keptMs > 0;
  }

  /** Keeps a line, unless all are erased before it is written. */
  Notebook.Change keep(ThisRun run, long session, String line) {
    long untilMs = wall.millis() + keptMs;
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

  /** Deletes them all; how many there were. */
  int eraseAll(HistoryFile at) throws SQLException {
    int lines = at.change("DELETE FROM kept_line");
    noteErasure(at, "everything", lines);
    return lines;
  }

  /** The notes that delete them all, those that wait to be written too. */
  List<Notebook.Note> erasingAll() {
    erasures.incrementAndGet();
    return erasing("all kept lines are erased", this::eraseAll);
  }

  /** The notes that delete those whose time is over. */
  List<Notebook.Note> expiring() {
    return erasing("kept lines have expired", this::expire);
  }

  /** A line whose end is farther off than any can be comes from a clock that was set back since. */
  private int expire(HistoryFile at) throws SQLException {
    long nowMs = wall.millis();
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
        wall.millis(),
        reason,
        lines);
  }

  /** An erasure, and then the log, which cannot be emptied within it. */
  private static List<Notebook.Note> erasing(String what, CurrentFile.Work<Integer> erasure) {
    return List.of(
        new Notebook.Note(what, at -> at.transaction(erasure)),
        new Notebook.Note(what + ", and forgotten", HistoryFile::forgetLog));
  }
}
