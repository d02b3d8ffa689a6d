package silverpoint.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import silverpoint.access.Role;
import silverpoint.history.History;
import silverpoint.history.HistoryCsv;
import silverpoint.history.HistoryException;
import silverpoint.history.SessionEntry;

/** Looking back: the day in numbers, the sessions, and what the machine has drawn in its life. */
final class HistoryApi {
  private static final int MOST_SESSIONS = 100;
  private static final double HOURS_BETWEEN_CALIBRATIONS = 25;

  private final History history;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * A day in numbers; a median is null without a value.
   *
   * @param outcomes sessions by how they ended
   * @param hours each hour from the first with a guest
   * @param promiseErrorP95S by how much promises were missed, early or late, in 95 of 100 cases
   */
  record Day(
      int sessions,
      int drawn,
      int retakes,
      Map<String, Integer> outcomes,
      Optional<Double> waitS,
      Optional<Double> drawS,
      Optional<Double> promiseErrorS,
      Optional<Double> promiseErrorP95S,
      List<Hour> hours) {}

  /**
   * @param atMs when the hour began
   * @param waitS median from the accepted sketch to the first step
   * @param drawS median of the drawings that ended
   */
  record Hour(
      long atMs,
      int sessions,
      int drawn,
      int lost,
      Optional<Double> waitS,
      Optional<Double> drawS) {}

  /**
   * One session.
   *
   * @param kept whether the line may still be seen, since the guest allowed it
   */
  record Entry(
      long number,
      long beganMs,
      Optional<String> outcome,
      int retakes,
      Optional<Double> waitS,
      Optional<Double> drawS,
      Optional<Double> promiseErrorS,
      Optional<Double> lengthMm,
      Optional<String> style,
      boolean kept) {}

  record Entries(List<Entry> sessions) {}

  /**
   * What the machine has drawn in its life.
   *
   * @param hoursToCalibration of drawing, until it should be calibrated again
   */
  record Maintenance(int portraits, double drawnM, double drawnHours, double hoursToCalibration) {}

  HistoryApi(History history, InstantSource clock, ZoneId zone) {
    this.history = history;
    this.clock = clock;
    this.zone = zone;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/api/v1/history/today", Role.VIEWER, "The day in numbers.", Day.class, _ -> day()),
        Endpoint.get(
            "/api/v1/history/sessions",
            Role.VIEWER,
            "The last sessions, the newest first.",
            Entries.class,
            _ -> entries()),
        Endpoint.document(
            "/api/v1/history/sessions.csv",
            Role.VIEWER,
            "All sessions, one a line.",
            "text/csv",
            _ -> csv()),
        Endpoint.document(
            "/api/v1/history/lines/{session}",
            Role.OPERATOR,
            "The line of a guest who allowed it to be kept.",
            "image/svg+xml",
            this::line),
        Endpoint.get(
            "/api/v1/history/maintenance",
            Role.VIEWER,
            "What the machine has drawn in its life.",
            Maintenance.class,
            _ -> maintenance()));
  }

  private Day day() {
    List<SessionEntry> today =
        since(clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant());
    Map<String, Integer> outcomes = new TreeMap<>();
    today.forEach(entry -> entry.outcome().ifPresent(how -> outcomes.merge(how, 1, Integer::sum)));
    Map<Long, List<SessionEntry>> byHour = new TreeMap<>();
    today.forEach(entry ->
        byHour
            .computeIfAbsent(
                entry.began().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli(),
                _ -> new ArrayList<>())
            .add(entry));
    List<Hour> hours =
        byHour.entrySet().stream()
            .map(hour ->
                new Hour(
                    hour.getKey(),
                    hour.getValue().size(),
                    count(hour.getValue(), "DRAWN"),
                    count(hour.getValue(), "LOST") + count(hour.getValue(), "INTERRUPTED"),
                    quantile(hour.getValue().stream().flatMap(e -> waitS(e).stream()), 0.5),
                    quantile(hour.getValue().stream().flatMap(e -> drawS(e).stream()), 0.5)))
            .toList();
    return new Day(
        today.size(),
        count(today, "DRAWN"),
        today.stream().mapToInt(SessionEntry::retakes).sum(),
        Collections.unmodifiableMap(outcomes),
        quantile(today.stream().flatMap(entry -> waitS(entry).stream()), 0.5),
        quantile(today.stream().flatMap(entry -> drawS(entry).stream()), 0.5),
        quantile(promiseErrors(today), 0.5),
        quantile(promiseErrors(today), 0.95),
        hours);
  }

  private Entries entries() {
    List<SessionEntry> all = since(clock.instant().minus(31, ChronoUnit.DAYS));
    return new Entries(
        all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size()).reversed().stream()
            .map(entry ->
                new Entry(
                    entry.number(),
                    entry.began().toEpochMilli(),
                    entry.outcome(),
                    entry.retakes(),
                    waitS(entry),
                    drawS(entry),
                    entry.promiseErrorS(),
                    entry.figures().map(line -> line.lengthMm()),
                    entry.figures().map(line -> line.style()),
                    keptLine(entry.number()).isPresent()))
            .toList());
  }

  private Endpoint.Content csv() {
    byte[] text = HistoryCsv.of(since(Instant.EPOCH)).getBytes(StandardCharsets.UTF_8);
    return new Endpoint.Content(200, "text/csv", text, Optional.of("silverpoint-sessions.csv"));
  }

  private Object line(Call call) {
    String session = call.pathParameter("session");
    if (!session.matches("[0-9]{1,15}")) {
      throw new Refusal(404, "there is no such session");
    }
    String points =
        keptLine(Long.parseLong(session))
            .orElseThrow(() -> new Refusal(404, "no line of that session is kept"));
    double[] xs = coordinates(points, 0);
    double[] ys = coordinates(points, 1);
    String svg =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\"><polyline"
                + " fill=\"none\" stroke=\"#222\" stroke-width=\"0.6\" stroke-linejoin=\"round\""
                + " points=\"%s\"/></svg>",
            Arrays.stream(xs).min().orElse(0) - 2,
            Arrays.stream(ys).min().orElse(0) - 2,
            Arrays.stream(xs).max().orElse(0) - Arrays.stream(xs).min().orElse(0) + 4,
            Arrays.stream(ys).max().orElse(0) - Arrays.stream(ys).min().orElse(0) + 4,
            points);
    return new Endpoint.Content("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
  }

  private static double[] coordinates(String points, int axis) {
    return Arrays.stream(points.split(" "))
        .map(point -> point.split(","))
        .mapToDouble(pair -> Double.parseDouble(pair[axis]))
        .toArray();
  }

  private Maintenance maintenance() {
    List<SessionEntry> drawn =
        since(Instant.EPOCH).stream().filter(entry -> drawS(entry).isPresent()).toList();
    double hours = drawn.stream().mapToDouble(entry -> drawS(entry).orElse(0.0)).sum() / 3600;
    double mm =
        drawn.stream().mapToDouble(e -> e.figures().map(line -> line.lengthMm()).orElse(0.0)).sum();
    return new Maintenance(
        drawn.size(),
        mm / 1000,
        hours,
        HOURS_BETWEEN_CALIBRATIONS - hours % HOURS_BETWEEN_CALIBRATIONS);
  }

  private List<SessionEntry> since(Instant from) {
    try {
      return history.sessionsSince(from);
    } catch (HistoryException e) {
      throw new Refusal(503, "the history cannot be read", 10);
    }
  }

  private Optional<String> keptLine(long session) {
    try {
      return history.keptLine(session);
    } catch (HistoryException e) {
      return Optional.empty();
    }
  }

  private static int count(List<SessionEntry> sessions, String outcome) {
    return (int)
        sessions.stream().filter(e -> e.outcome().filter(outcome::equals).isPresent()).count();
  }

  private static Stream<Double> promiseErrors(List<SessionEntry> sessions) {
    return sessions.stream().flatMap(entry -> entry.promiseErrorS().stream()).map(Math::abs);
  }

  private static Optional<Double> waitS(SessionEntry entry) {
    return between(entry.queued(), entry.drawStarted());
  }

  private static Optional<Double> drawS(SessionEntry entry) {
    return between(entry.drawStarted(), entry.drawEnded());
  }

  private static Optional<Double> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(
        start -> to.map(end -> (end.toEpochMilli() - start.toEpochMilli()) / 1000.0));
  }

  /** By nearest rank; empty without a value. */
  private static Optional<Double> quantile(Stream<Double> values, double share) {
    List<Double> sorted = values.sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1)));
  }
}
