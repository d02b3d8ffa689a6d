package silverpoint.kiosk.crew;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import silverpoint.sketch.PlannedLine;

/** The lines of the sessions that wait or are drawn; in memory only. From any thread. */
public final class SketchMemory {
  private final Map<Long, PlannedLine> lines = new ConcurrentHashMap<>();

  /** The line of a session, while it is known. */
  public Optional<PlannedLine> line(long session) {
    return Optional.ofNullable(lines.get(session));
  }

  void keep(long session, PlannedLine line) {
    lines.put(session, line);
  }

  /** Keeps another line of a session that was not forgotten meanwhile. */
  void replace(long session, PlannedLine line) {
    lines.replace(session, line);
  }

  void forget(long session) {
    lines.remove(session);
  }

  void clear() {
    lines.clear();
  }

  /** How many lines there are. */
  public int size() {
    return lines.size();
  }
}
