package silverpoint.kiosk.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions as CSV (RFC 4180), one a line, times in ISO 8601 UTC. */
public final class HistoryCsv {
  private static final String HEADER =
      "session,run,began,ended,outcome,retakes,queued,promised,drawStarted,drawEnded,pausedS,"
          + "redraws,drawTimeS,promiseErrorS,strokes,lengthMm,connectorMm,retraceMm,sketchMs,style,"
          + "reversalsX,reversalsY,retold,startMs";

  private HistoryCsv() {}

  /** The header and a line for every session. */
  public static String of(List<SessionEntry> sessions) {
    return Stream.concat(Stream.of(HEADER), sessions.stream().map(HistoryCsv::line))
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  private static String line(SessionEntry entry) {
    Optional<LineFigures> figures = entry.figures();
    return Stream.of(
            String.valueOf(entry.number()),
            String.valueOf(entry.run()),
            entry.began().toString(),
            time(entry.ended()),
            entry.outcome().orElse(""),
            String.valueOf(entry.retakes()),
            time(entry.queued()),
            time(entry.promised()),
            time(entry.drawStarted()),
            time(entry.drawEnded()),
            number(entry.pausedS()),
            String.valueOf(entry.redraws()),
            number(entry.drawTimeS()),
            entry.promiseErrorS().map(HistoryCsv::number).orElse(""),
            figures.map(line -> String.valueOf(line.strokes())).orElse(""),
            figures.map(line -> number(line.lengthMm())).orElse(""),
            figures.map(line -> number(line.connectorMm())).orElse(""),
            figures.map(line -> number(line.retraceMm())).orElse(""),
            figures.map(line -> number(line.sketchMs())).orElse(""),
            figures.map(line -> quoted(line.style())).orElse(""),
            figures.map(line -> String.valueOf(line.reversalsX())).orElse(""),
            figures.map(line -> String.valueOf(line.reversalsY())).orElse(""),
            String.valueOf(entry.retold()),
            entry.startMs().map(HistoryCsv::number).orElse(""))
        .collect(Collectors.joining(","));
  }

  private static String time(Optional<Instant> at) {
    return at.map(Instant::toString).orElse("");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String quoted(String text) {
    return text.matches("[\\w .-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
