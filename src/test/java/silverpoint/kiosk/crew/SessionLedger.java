package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.SessionEntry;

/** What became of every session, told by the booth, against what a history has of it. */
final class SessionLedger {
  private final Map<Long, Outcome> outcomes = new TreeMap<>();
  private final Set<Long> living = new HashSet<>();

  /** The number that the next session has to have. */
  long next() {
    return outcomes.size() + living.size() + 1L;
  }

  Collection<Outcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  void begun(Session session) {
    assertThat(session.number()).isEqualTo(next());
    living.add(session.number());
  }

  void ended(Session session, Outcome outcome) {
    assertThat(living.remove(session.number())).as("%s ends once", session).isTrue();
    outcomes.put(session.number(), outcome);
  }

  /** The program ends, and all sessions with it. */
  void interrupted() {
    living.forEach(session -> outcomes.put(session, Outcome.INTERRUPTED));
    living.clear();
  }

  /** Every session is there once, has its outcome, and took no longer than that. */
  void check(History history, Duration longest) {
    List<SessionEntry> sessions =
        history.sessionsSince(Instant.EPOCH).stream()
            .sorted(Comparator.comparing(SessionEntry::number))
            .toList();
    assertThat(sessions)
        .extracting(SessionEntry::number)
        .as("sessions on the disk")
        .containsExactlyElementsOf(LongStream.range(1, next()).boxed().toList());
    for (SessionEntry session : sessions) {
      assertThat(session.outcome())
          .as("what became of session %d", session.number())
          .contains(Objects.requireNonNull(outcomes.get(session.number())).name());
      Stream.of(session.queued(), session.drawStarted(), session.drawEnded(), session.ended())
          .flatMap(Optional::stream)
          .forEach(then ->
              assertThat(Duration.between(session.began(), then))
                  .as("a time of session %d against its beginning", session.number())
                  .isBetween(Duration.ZERO, longest));
    }
  }
}
