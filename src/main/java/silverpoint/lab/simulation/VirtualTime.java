package silverpoint.lab.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import silverpoint.kiosk.booth.BoothClock;

/** Time that jumps from one thing that happens to the next. One thread. */
final class VirtualTime {
  private static final Instant OPENS = Instant.parse("2026-01-01T09:00:00Z");

  private record Planned(long atMs, long order, Runnable what) {}

  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(
          Comparator.comparingLong(Planned::atMs).thenComparingLong(Planned::order));
  private long nowMs;
  private long order;

  BoothClock clock() {
    return new BoothClock(() -> nowMs, () -> OPENS.plusMillis(nowMs));
  }

  /** The booth time of a moment. */
  long msOf(Instant moment) {
    return Duration.between(OPENS, moment).toMillis();
  }

  long nowMs() {
    return nowMs;
  }

  /** Has something happen after so many seconds. */
  void in(double seconds, Runnable what) {
    planned.add(new Planned(nowMs + Math.round(seconds * 1000), order++, what));
  }

  /** When the next thing happens. */
  long nextMs() {
    return planned.isEmpty() ? Long.MAX_VALUE : planned.peek().atMs;
  }

  /** Goes on to that time and does what is planned for it. */
  void goTo(long atMs) {
    nowMs = Math.max(nowMs, atMs);
    while (nextMs() <= nowMs) {
      planned.remove().what.run();
    }
  }
}
