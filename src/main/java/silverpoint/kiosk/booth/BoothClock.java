package silverpoint.kiosk.booth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The booth's time.
 *
 * @param nowMs booth time: milliseconds that never jump, whatever happens to the computer's clock
 * @param wall what a clock on the wall shows, for what people are told
 */
public record BoothClock(LongSupplier nowMs, InstantSource wall) {
  /** The computer's clocks. */
  public static BoothClock system() {
    return new BoothClock(() -> System.nanoTime() / 1_000_000, InstantSource.system());
  }

  /** What the clock on the wall showed, or will show, at a booth time. */
  public Instant at(long boothMs) {
    return wall.instant().plusMillis(boothMs - nowMs.getAsLong());
  }
}
