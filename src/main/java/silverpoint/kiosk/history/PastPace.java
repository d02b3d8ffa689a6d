package silverpoint.kiosk.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.Outcome;

/** What earlier drawings taught about the pace of a machine and of those who clear its page. */
final class PastPace {
  private PastPace() {}

  /** The pace of a machine, by the sessions of its runs. */
  static LearnedPace of(
      String machine, List<RunEntry> runs, List<SessionEntry> sessions, double doneS) {
    Set<Long> own =
        runs.stream()
            .filter(entry -> entry.versions().machine().equals(machine))
            .map(RunEntry::id)
            .collect(Collectors.toSet());
    return of(sessions.stream().filter(entry -> own.contains(entry.run())).toList(), doneS);
  }

  /**
   * The pace by sessions of one machine.
   *
   * @param doneS for which a finished portrait is looked at before the page is cleared
   */
  static LearnedPace of(List<SessionEntry> sessions, double doneS) {
    List<SessionEntry> begun =
        sessions.stream()
            .filter(entry -> entry.drawStarted().isPresent())
            .sorted(Comparator.comparing(entry -> entry.drawStarted().orElseThrow()))
            .toList();
    LearnedPace pace = LearnedPace.guess(1);
    Optional<SessionEntry> before = Optional.empty();
    for (SessionEntry entry : begun) {
      Instant started = entry.drawStarted().orElseThrow();
      if (isDrawn(entry)) {
        double drawnS = seconds(started, entry.drawEnded().orElseThrow()) - entry.pausedS();
        pace = pace.drew(entry.drawTimeS(), drawnS);
      }
      if (before.filter(previous -> waited(entry, previous)).isPresent()) {
        double freeS = seconds(before.orElseThrow().drawEnded().orElseThrow(), started);
        pace = pace.cleared(freeS - doneS);
      }
      before = Optional.of(entry);
    }
    return pace;
  }

  private static boolean isDrawn(SessionEntry entry) {
    return entry.drawEnded().isPresent()
        && entry.outcome().filter(Outcome.DRAWN.name()::equals).isPresent();
  }

  /** Whether a guest waited for the page to be cleared, and nothing else came between. */
  private static boolean waited(SessionEntry entry, SessionEntry previous) {
    return isDrawn(previous)
        && entry.run() == previous.run()
        && entry.redraws() == 0
        && entry
            .queued()
            .filter(queued -> queued.isBefore(previous.drawEnded().orElseThrow()))
            .isPresent();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
