package silverpoint.kiosk.crew;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import silverpoint.sketch.PlannedLine;

/**
 * The lines of the sessions that are looked at, wait or are drawn; in memory only. From any thread.
 */
public final class SketchMemory {
  private final Map<Long, Lines> sessions = new ConcurrentHashMap<>();

  /**
   * The lines of one session, by style.
   *
   * @param taken the style that is drawn unless the guest decides otherwise
   */
  private record Lines(String taken, Map<String, PlannedLine> byStyle) {
    Lines {
      byStyle = Map.copyOf(byStyle);
    }

    Optional<PlannedLine> of(String style) {
      return Optional.ofNullable(byStyle.get(style));
    }

    Lines with(String style, PlannedLine line) {
      Map<String, PlannedLine> more = new HashMap<>(byStyle);
      more.put(style, line);
      return new Lines(taken, more);
    }

    /** That style alone; the usual one when there is no such line. */
    Lines only(String style) {
      String left = byStyle.containsKey(style) ? style : taken;
      return new Lines(left, of(left).map(line -> Map.of(left, line)).orElse(Map.of()));
    }
  }

  /** The line of a session, while it is known. */
  public Optional<PlannedLine> line(long session) {
    return Optional.ofNullable(sessions.get(session)).flatMap(lines -> lines.of(lines.taken()));
  }

  /** The line of a session as points in mm: "x,y x,y ...". */
  Optional<String> text(long session) {
    return line(session)
        .map(line ->
            line.motionPlan().pathMm().points().stream()
                .map(point -> String.format(Locale.ROOT, "%.2f,%.2f", point.x(), point.y()))
                .collect(Collectors.joining(" ")));
  }

  /** The line of a session in a style, while it is offered or taken. */
  public Optional<PlannedLine> line(long session, String style) {
    return Optional.ofNullable(sessions.get(session)).flatMap(lines -> lines.of(style));
  }

  void keep(long session, String style, PlannedLine line) {
    sessions.put(session, new Lines(style, Map.of(style, line)));
  }

  /** Keeps one more line of a session that was not forgotten meanwhile, to choose from. */
  void offer(long session, String style, PlannedLine line) {
    sessions.computeIfPresent(session, (_, lines) -> lines.with(style, line));
  }

  /** The line of that style is the session's; the others are forgotten. */
  void settle(long session, String style) {
    sessions.computeIfPresent(session, (_, lines) -> lines.only(style));
  }

  /** Keeps another line of a session that was not forgotten meanwhile. */
  void replace(long session, PlannedLine line) {
    sessions.computeIfPresent(session, (_, lines) -> lines.with(lines.taken(), line));
  }

  void forget(long session) {
    sessions.remove(session);
  }

  void clear() {
    sessions.clear();
  }

  /** How many lines there are. */
  public int size() {
    return sessions.values().stream().mapToInt(lines -> lines.byStyle().size()).sum();
  }
}
