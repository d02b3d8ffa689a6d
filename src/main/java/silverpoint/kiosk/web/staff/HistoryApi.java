package silverpoint.kiosk.web.staff;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistoryCsv;
import silverpoint.kiosk.history.HistoryException;
import silverpoint.kiosk.history.RunEntry;
import silverpoint.kiosk.history.SessionEntry;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.RequestRefused;

/** Looking back: the day in numbers, the sessions, and what the machine has drawn in its life. */
public final class HistoryApi {
  private static final int MOST_SESSIONS = 100;
  private static final int MOST_RUNS = 20;
  private static final int DAYS = 31;

  private final History history;
  private final Kiosk kiosk;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * One session.
   *
   * @param kept whether the line may still be seen, since the guest allowed it
   */
  @WireName("HistoryApiEntry")
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

  @WireName("HistoryApiEntries")
  record Entries(List<Entry> sessions) {}

  /**
   * One run of the program.
   *
   * @param endedMs null while it goes on, and when it was cut off
   * @param models names and the first digits of their SHA-256
   * @param config fingerprint of the settings
   * @param machine name of the profile
   * @param drawn portraits that it finished
   */
  @WireName("HistoryApiRun")
  record Run(
      long beganMs,
      Optional<Long> endedMs,
      String program,
      String models,
      String config,
      String machine,
      int drawn) {}

  @WireName("HistoryApiRuns")
  record Runs(List<Run> runs) {}

  public HistoryApi(History history, Kiosk kiosk, InstantSource clock, ZoneId zone) {
    this.history = history;
    this.kiosk = kiosk;
    this.clock = clock;
    this.zone = zone;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/api/v1/history/today", Role.VIEWER, "The day in numbers.", DayView.class, _ -> day()),
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
            "What the machine has drawn, and when it wants to be calibrated.",
            MaintenanceView.class,
            _ -> maintenance()),
        Endpoint.get(
            "/api/v1/history/runs",
            Role.VIEWER,
            "The last runs of the program with the versions of all parts, the newest first.",
            Runs.class,
            _ -> runs()));
  }

  public DayView day() {
    Instant midnight = clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
    return DayView.of(since(midnight), asked(() -> history.faultsSince(midnight)), zone);
  }

  public Runs runs() {
    Instant from = clock.instant().minus(DAYS, ChronoUnit.DAYS);
    List<RunEntry> all = asked(() -> history.runsSince(from));
    Map<Long, Long> drawn =
        since(from).stream()
            .filter(entry -> entry.drawEnded().isPresent())
            .collect(Collectors.groupingBy(SessionEntry::run, Collectors.counting()));
    return new Runs(
        all.reversed().stream()
            .limit(MOST_RUNS)
            .map(run ->
                new Run(
                    run.began().toEpochMilli(),
                    run.ended().map(Instant::toEpochMilli),
                    run.versions().program(),
                    run.versions().models(),
                    run.versions().config(),
                    run.versions().machine(),
                    drawn.getOrDefault(run.id(), 0L).intValue()))
            .toList());
  }

  private Entries entries() {
    List<SessionEntry> all = since(clock.instant().minus(DAYS, ChronoUnit.DAYS));
    return new Entries(
        all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size()).reversed().stream()
            .map(entry ->
                new Entry(
                    entry.number(),
                    entry.began().toEpochMilli(),
                    entry.outcome(),
                    entry.retakes(),
                    DayView.waitS(entry),
                    DayView.drawS(entry),
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
      throw new RequestRefused(404, "there is no such session");
    }
    String points =
        keptLine(Long.parseLong(session))
            .orElseThrow(() -> new RequestRefused(404, "no line of that session is kept"));
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

  public MaintenanceView maintenance() {
    return MaintenanceView.of(since(Instant.EPOCH), kiosk.calibratedOn(), zone);
  }

  private List<SessionEntry> since(Instant from) {
    return asked(() -> history.sessionsSince(from));
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (HistoryException e) {
      throw new RequestRefused(503, "the history cannot be read", 10);
    }
  }

  private Optional<String> keptLine(long session) {
    return asked(() -> history.keptLine(session));
  }
}
