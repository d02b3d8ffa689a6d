package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Promise;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;

/** What a day taught is known on the next. */
class PastPaceTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final double DONE_S = 20;

  /** From the end of a drawing to the start of the next. */
  private static final long FREE_S = 60;

  @TempDir private Path dir;
  private Instant now = NOON;

  private History history(String machine) {
    History history =
        new History(
            dir.resolve("history.db"),
            new HistorySettings(24),
            new BoothClock(() -> 0, () -> now),
            failure -> failure.ifPresent(Assertions::fail));
    history.begin(new Versions("1", "models", "config", machine));
    return history;
  }

  /** A portrait of 100 s that takes 130, for somebody who waited while the page was cleared. */
  private void draws(History history, long number, Outcome outcome) {
    Session session = new Session(number, 1, false, 0, 0);
    history.began(session);
    now = now.plusSeconds(FREE_S + 130);
    Ticket ticket = Ticket.accepted(session, new Offer("shaded", 100, 1200), 0, Promise.of(0));
    history.ended(ticket, Optional.of(new Job(ticket, 1_000_000, 0)), outcome, 1_130_000);
  }

  @Test
  void paceOfTheSameMachineIsKnownAfterARestart() {
    History first = history("classic");
    for (int i = 1; i <= 20; i++) {
      draws(first, i, Outcome.DRAWN);
    }
    first.close();
    History second = history("classic");
    LearnedPace pace = second.pace("classic", DONE_S);
    assertThat(pace.drawFactor()).isBetween(1.29, 1.31);
    assertThat(pace.clearingS()).isBetween(38.0, 40.0);
    assertThat(second.pace("pocket", DONE_S)).isEqualTo(LearnedPace.guess(1));
    now = now.plusSeconds(15 * 86_400);
    assertThat(second.pace("classic", DONE_S)).isEqualTo(LearnedPace.guess(1));
    second.close();
  }

  @Test
  void cancelledDrawingTeachesNothing() {
    History history = history("classic");
    draws(history, 1, Outcome.DRAWN);
    draws(history, 2, Outcome.CANCELLED);
    draws(history, 3, Outcome.DRAWN);
    history.close();
    LearnedPace pace = history("classic").pace("classic", DONE_S);
    assertThat(pace.draw().seen()).isEqualTo(2);
    assertThat(pace.clearing().seen()).isEqualTo(1);
  }
}
