package silverpoint.kiosk.history;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final ThisRun run;
  private final long beganMs;
  private final AtomicLong erasures = new AtomicLong();

  KeptLines(InstantSource ages, HistorySettings settings, AsideFiles aside, ThisRun run) {
    this.ages = ages;
    this.aside = aside;
    this.run = run;
    beganMs = ages.millis();
    keptMs = settings.keptLinesMs();
  }

  boolean areKept() {
    return keptMs > 0;
  }

  /** Keeps a line, unless all are erased before it is written. */
  HistoryWriter.Change keep(long session, String line) {
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
  List<HistoryWriter.Note> erasingAll() {
    erasures.incrementAndGet();
    return erasing("all kept lines are erased", this::eraseAll, _ -> aside.deleteAll());
  }

  /** The notes that delete those whose time is over. */
  List<HistoryWriter.Note> expiring() {
    List<HistoryWriter.Note> notes =
        new ArrayList<>(erasing("kept lines have expired", this::expire, this::expireAside));
    notes.add(new HistoryWriter.Note("a look for what has expired", this::noteLook));
    return notes;
  }

  /**
   * A line whose end is farther off than any can be was kept by a run whose clock went ahead. Where
   * the clock was set back before this run, nobody knows how old any line is.
   */
  private int expire(HistoryFile at) throws SQLException {
    long nowMs = ages.millis();
    int lines =
        wasSetBack(at)
            ? at.change("DELETE FROM kept_line")
            : at.change(
                "DELETE FROM kept_line WHERE until_ms <= ? OR until_ms > ?", nowMs, nowMs + keptMs);
    if (lines > 0) {
      noteErasure(at, "expired", lines);
    }
    return lines;
  }

  private void expireAside(HistoryFile at) throws SQLException {
    if (wasSetBack(at)) {
      aside.deleteAll();
    } else {
      aside.deleteOver();
    }
  }

  /**
   * Whether this run began at an earlier time than an earlier run had seen; asked until it has
   * looked once, and deleted what was there.
   */
  private boolean wasSetBack(HistoryFile at) throws SQLException {
    return at.number(
            "SELECT count(*) FROM run WHERE id = (SELECT max(id) FROM run WHERE looked_ms NOT NULL)"
                + " AND id < ? AND looked_ms > ?",
            run.id(),
            beganMs)
        > 0;
  }

  private void noteLook(HistoryFile at) throws SQLException {
    at.changeOne("UPDATE run SET looked_ms = ? WHERE id = ?", ages.millis(), run.id());
  }

  private void noteErasure(HistoryFile at, String reason, int lines) throws SQLException {
    at.change(
        "INSERT INTO erasure (at_ms, reason, lines) VALUES (?, ?, ?)",
        ages.millis(),
        reason,
        lines);
  }

  /**
   * An erasure, and then the log, which cannot be emptied within it. The damaged files come last:
   * the file itself may turn out to be one.
   */
  private static List<HistoryWriter.Note> erasing(
      String what, CurrentFile.Work<Integer> erasure, HistoryWriter.Change damaged) {
    return List.of(
        new HistoryWriter.Note(what, at -> at.transaction(erasure)),
        new HistoryWriter.Note(what + ", and forgotten", HistoryFile::forgetLog),
        new HistoryWriter.Note(what + ", and damaged files with them", damaged));
  }
}
