package silverpoint.kiosk.web.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.history.FaultEntry;
import silverpoint.kiosk.history.SessionEntry;

/**
 * A day in numbers; a median is null without a value.
 *
 * @param outcomes sessions by how they ended
 * @param promiseErrorS by how much promises were missed, early or late
 * @param faults how often each kind of fault was noticed
 * @param lastFaults the newest first
 * @param hours each hour with a guest or a fault
 */
@WireName("DayView")
record DayView(
    int sessions,
    int drawn,
    int retakes,
    Map<String, Integer> outcomes,
    Optional<Double> waitS,
    Optional<Double> drawS,
    Optional<Double> promiseErrorS,
    Optional<Double> promiseErrorP95S,
    Map<String, Integer> faults,
    List<FaultView> lastFaults,
    List<Hour> hours) {
  private static final int LAST_FAULTS = 20;

  /**
   * One hour.
   *
   * @param atMs when it began
   * @param waitS median from the accepted sketch to the first step
   * @param drawS median of the drawings that ended
   * @param promiseErrorS median by which promises were missed, early or late
   */
  @WireName("DayViewHour")
  public record Hour(
      long atMs,
      int sessions,
      int drawn,
      int lost,
      int retakes,
      int faults,
      Optional<Double> waitS,
      Optional<Double> drawS,
      Optional<Double> promiseErrorS) {}

  /** Something that went wrong. */
  @WireName("DayViewFaultView")
  public record FaultView(long atMs, String kind, String message) {}

  public static DayView of(List<SessionEntry> sessions, List<FaultEntry> faults, ZoneId zone) {
    return new DayView(
        sessions.size(),
        count(sessions, "DRAWN"),
        retakes(sessions),
        counted(sessions.stream().flatMap(entry -> entry.outcome().stream())),
        median(sessions, DayView::waitS),
        median(sessions, DayView::drawS),
        median(sessions, DayView::promiseErrorS),
        quantile(values(sessions, DayView::promiseErrorS), 0.95),
        counted(faults.stream().map(FaultEntry::kind)),
        faults.reversed().stream()
            .limit(LAST_FAULTS)
            .map(fault -> new FaultView(fault.at().toEpochMilli(), fault.kind(), fault.message()))
            .toList(),
        hours(sessions, faults, zone));
  }

  private static List<Hour> hours(
      List<SessionEntry> sessions, List<FaultEntry> faults, ZoneId zone) {
    Map<Long, List<SessionEntry>> byHour =
        sessions.stream().collect(Collectors.groupingBy(entry -> hourMs(entry.began(), zone)));
    Map<Long, Long> faultsByHour =
        faults.stream()
            .collect(
                Collectors.groupingBy(fault -> hourMs(fault.at(), zone), Collectors.counting()));
    TreeSet<Long> hours = new TreeSet<>(byHour.keySet());
    hours.addAll(faultsByHour.keySet());
    return hours.stream()
        .map(atMs ->
            hour(
                atMs,
                byHour.getOrDefault(atMs, List.of()),
                faultsByHour.getOrDefault(atMs, 0L).intValue()))
        .toList();
  }

  private static Hour hour(long atMs, List<SessionEntry> sessions, int faults) {
    return new Hour(
        atMs,
        sessions.size(),
        count(sessions, "DRAWN"),
        count(sessions, "LOST") + count(sessions, "INTERRUPTED"),
        retakes(sessions),
        faults,
        median(sessions, DayView::waitS),
        median(sessions, DayView::drawS),
        median(sessions, DayView::promiseErrorS));
  }

  private static long hourMs(Instant at, ZoneId zone) {
    return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
  }

  /** From the accepted sketch to the first step. */
  static Optional<Double> waitS(SessionEntry entry) {
    return betweenS(entry.queued(), entry.drawStarted());
  }

  /** From the first step to the last, with all pauses. */
  static Optional<Double> drawS(SessionEntry entry) {
    return betweenS(entry.drawStarted(), entry.drawEnded());
  }

  private static Optional<Double> promiseErrorS(SessionEntry entry) {
    return entry.promiseErrorS().map(Math::abs);
  }

  private static Optional<Double> betweenS(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(
        start -> to.map(end -> (end.toEpochMilli() - start.toEpochMilli()) / 1000.0));
  }

  private static int count(List<SessionEntry> sessions, String outcome) {
    return (int)
        sessions.stream().filter(e -> e.outcome().filter(outcome::equals).isPresent()).count();
  }

  private static int retakes(List<SessionEntry> sessions) {
    return sessions.stream().mapToInt(SessionEntry::retakes).sum();
  }

  private static Map<String, Integer> counted(Stream<String> names) {
    Map<String, Integer> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  private static Stream<Double> values(
      List<SessionEntry> sessions, Function<SessionEntry, Optional<Double>> of) {
    return sessions.stream().flatMap(entry -> of.apply(entry).stream());
  }

  private static Optional<Double> median(
      List<SessionEntry> sessions, Function<SessionEntry, Optional<Double>> of) {
    return quantile(values(sessions, of), 0.5);
  }

  /** By nearest rank; empty without a value. */
  private static Optional<Double> quantile(Stream<Double> values, double share) {
    double[] all = values.mapToDouble(Double::doubleValue).toArray();
    return all.length == 0 ? Optional.empty() : Optional.of(Distribution.of(all).nearest(share));
  }
}
