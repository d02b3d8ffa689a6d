package silverpoint.kiosk.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Session;

/**
 * This run of the program and its sessions that go on: what every file holds first, also one that
 * is begun in the middle. A session's row has its number, or the next free one where the file knows
 * more sessions than the kiosk knew when it began. Used with the file, one thread at a time.
 */
final class ThisRun implements CurrentFile.Beginning {
  private final Map<Long, List<HistoryWriter.Change>> written = new LinkedHashMap<>();
  private final Map<Long, Long> rows = new HashMap<>();
  private Versions versions = new Versions("", "", "", "");
  private long beganMs;
  private long id;

  void begin(Versions by, long nowMs) {
    versions = by;
    beganMs = nowMs;
  }

  @Override
  public boolean isIn(HistoryFile at) throws SQLException {
    return at.number("SELECT count(*) FROM run WHERE id = ? AND began_ms = ?", id, beganMs) == 1;
  }

  @Override
  public void write(HistoryFile at) throws SQLException {
    at.change("UPDATE session SET outcome = ? WHERE outcome IS NULL", Outcome.INTERRUPTED.name());
    at.change(
        "INSERT INTO run (began_ms, program, models, config, machine) VALUES (?, ?, ?, ?, ?)",
        beganMs,
        versions.program(),
        versions.models(),
        versions.config(),
        versions.machine());
    id = at.number("SELECT max(id) FROM run");
    for (List<HistoryWriter.Change> changes : written.values()) {
      for (HistoryWriter.Change change : changes) {
        change.on(at);
      }
    }
  }

  /** Its number in the file that is written now. */
  long id() {
    return id;
  }

  /** The row of a session. */
  long row(long session) {
    return rows.getOrDefault(session, session);
  }

  /** Writes a new session. */
  void insert(HistoryFile at, Session session, long sessionBeganMs) throws SQLException {
    long free = at.number("SELECT max(number) FROM session") + 1;
    if (session.number() < free) {
      rows.put(session.number(), free);
    } else {
      rows.remove(session.number());
    }
    at.change(
        "INSERT INTO session (number, run, began_ms) VALUES (?, ?, ?)",
        row(session.number()),
        id,
        sessionBeganMs);
  }

  /** Changes the row of a session of this run; an older one may have had its number. */
  void update(HistoryFile at, long session, String set, @Nullable Object... values)
      throws SQLException {
    @Nullable Object[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length] = row(session);
    all[values.length + 1] = id;
    at.changeOne("UPDATE session SET " + set + " WHERE number = ? AND run = ?", all);
  }

  /** Counts a rating with the style and the time of a session of this run, and without it. */
  void rate(HistoryFile at, long session, long hourMs, boolean liked) throws SQLException {
    at.changeOne(
        "INSERT INTO rating (hour_ms, style, draw_time_s, liked)"
            + " SELECT ?, coalesce(style, ''), draw_time_s, ? FROM session"
            + " WHERE number = ? AND run = ?",
        hourMs,
        liked ? 1 : 0,
        row(session),
        id);
  }

  /** What began a session is on the disk. */
  void begun(long session, HistoryWriter.Change change) {
    written.put(session, new ArrayList<>(List.of(change)));
  }

  /** More of a session is on the disk. */
  void changed(long session, HistoryWriter.Change change) {
    List<HistoryWriter.Change> changes = written.get(session);
    if (changes != null) {
      changes.add(change);
    }
  }

  /** The end of a session is on the disk. */
  void ended(long session) {
    written.remove(session);
  }
}
