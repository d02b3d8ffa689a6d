package silverpoint.kiosk.history;

import java.time.Instant;
import java.time.InstantSource;
import silverpoint.kiosk.booth.BoothClock;

/**
 * The clock on the wall, by which ages are told: when it is set back nothing becomes younger, since
 * time has passed all the same. In a new run of the program the wall's time counts again.
 */
final class AgingClock implements InstantSource {
  private final BoothClock clock;
  private long shownMs;
  private long atMs;

  AgingClock(BoothClock clock) {
    this.clock = clock;
    shownMs = clock.wall().millis();
    atMs = clock.nowMs().getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    // in this order: a program that stands still between the two counts no time twice
    long wallMs = clock.wall().millis();
    long nowMs = clock.nowMs().getAsLong();
    shownMs = Math.max(wallMs, shownMs + nowMs - atMs);
    atMs = nowMs;
    return Instant.ofEpochMilli(shownMs);
  }
}
