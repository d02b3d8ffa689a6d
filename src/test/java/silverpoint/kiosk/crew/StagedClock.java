package silverpoint.kiosk.crew;

import java.time.Duration;
import java.time.Instant;
import silverpoint.kiosk.booth.BoothClock;

/** Booth time that a test lets pass, and a clock on the wall that it sets. */
final class StagedClock {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  volatile long nowMs = 1;

  /** How far the clock on the wall was set ahead; negative for back. */
  volatile Duration ahead = Duration.ZERO;

  BoothClock clock() {
    return new BoothClock(() -> nowMs, () -> NOON.plusMillis(nowMs).plus(ahead));
  }
}
