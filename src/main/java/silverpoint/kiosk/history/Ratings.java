package silverpoint.kiosk.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import silverpoint.kiosk.booth.BoothClock;

/** How portraits are liked: counted with style and time, and not whose they are. */
public final class Ratings {
  private final BoothClock clock;
  private final HistoryWriter writer;
  private final ThisRun run;

  Ratings(BoothClock clock, HistoryWriter writer, ThisRun run) {
    this.clock = clock;
    this.writer = writer;
    this.run = run;
  }

  /** Somebody said of the portrait of a session whether it is liked. */
  public void add(long session, boolean liked) {
    long hourMs = clock.wall().instant().truncatedTo(ChronoUnit.HOURS).toEpochMilli();
    writer.add(new HistoryWriter.Note("a rating", at -> run.rate(at, session, hourMs, liked)));
  }

  /** Those of that hour or later, the oldest first. */
  public List<RatingEntry> since(Instant hour) {
    return writer.ask(at -> at.ratingsSince(hour));
  }
}
