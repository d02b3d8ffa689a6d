package silverpoint.lab.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;

/**
 * What became of a day.
 *
 * @param guests who came
 * @param turnedAway guests who found the line too long or the booth out of order
 * @param outcomes of the sessions that began
 * @param faults that the booth noticed
 * @param deaths of the program
 * @param stuck times at which nothing happened though somebody was served, and sessions that the
 *     day's end found unfinished
 * @param promiseErrorsS finish against promise, of all that were drawn; sorted by size
 * @param calmErrorsS the same of those whom no fault, pause or cancelled drawing came before
 * @param retold guests whose portrait was drawn and who were told another time on the way
 * @param shownErrorsS finish against the clock that the screen showed {@value #AHEAD_S} s before
 * @param pace what the machine taught
 */
public record DayReport(
    long guests,
    long turnedAway,
    Map<Outcome, Integer> outcomes,
    Map<FaultKind, Integer> faults,
    int deaths,
    int stuck,
    List<Double> promiseErrorsS,
    List<Double> calmErrorsS,
    int retold,
    List<Double> shownErrorsS,
    LearnedPace pace) {
  /** So long before the end a guest looks at the clock on the screen once more, seconds. */
  static final int AHEAD_S = 120;

  public DayReport {
    outcomes = Map.copyOf(outcomes);
    faults = Map.copyOf(faults);
    promiseErrorsS = promiseErrorsS.stream().sorted().toList();
    calmErrorsS = calmErrorsS.stream().sorted().toList();
    shownErrorsS = shownErrorsS.stream().sorted().toList();
  }

  /** Sessions that ended so. */
  public int ended(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** Sessions whose sketch was accepted and that the machine or the program failed. */
  public int lost() {
    return ended(Outcome.LOST) + ended(Outcome.INTERRUPTED);
  }

  /** The error that a share of the promises does not exceed, seconds; 0 without promises. */
  public static double percentileS(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : Distribution.of(sorted.stream().mapToDouble(Double::doubleValue).toArray())
            .nearest(share);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        guests who came: %d; turned away by the line or a fault: %d
        sessions: %s
        drawn %d, lost %d, stuck %d
        faults noticed: %s; deaths of the program: %d
        promise against finish, all: p50 %.0f s, p95 %.0f s (n = %d)
        promise against finish, undisturbed: p50 %.0f s, p95 %.0f s (n = %d)
        told another time on the way: %d guests
        clock on the screen two minutes ahead against finish: p50 %.0f s, p95 %.0f s (n = %d)
        learned: a drawing takes %.3f times its plan, %.0f s to clear the page, %.0f s to mend a fault
        """,
        guests,
        turnedAway,
        new EnumMap<>(outcomes),
        ended(Outcome.DRAWN),
        lost(),
        stuck,
        faults,
        deaths,
        percentileS(promiseErrorsS, 0.5),
        percentileS(promiseErrorsS, 0.95),
        promiseErrorsS.size(),
        percentileS(calmErrorsS, 0.5),
        percentileS(calmErrorsS, 0.95),
        calmErrorsS.size(),
        retold,
        percentileS(shownErrorsS, 0.5),
        percentileS(shownErrorsS, 0.95),
        shownErrorsS.size(),
        pace.drawFactor(),
        pace.clearingS(),
        pace.repairS());
  }

  /** What is noted during the day. */
  static final class Notes {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final List<Double> errorsS = new ArrayList<>();
    private final List<Double> calmErrorsS = new ArrayList<>();
    private int retold;
    private final List<Double> shownErrorsS = new ArrayList<>();
    private final Map<Long, NavigableMap<Long, Long>> shownMs = new HashMap<>();
    private final Set<Long> living = new HashSet<>();
    private long disturbedMs = Long.MIN_VALUE;
    private long turnedAway;
    private int deaths;
    private int stuck;

    void note(BoothAction action, long nowMs) {
      switch (action) {
        case BoothAction.NoteBegun(Session session) -> living.add(session.number());
        case BoothAction.NoteEnded(Session session, Outcome outcome) ->
            end(session.number(), outcome);
        case BoothAction.NoteUndrawn(Ticket ticket, Outcome outcome) ->
            end(ticket.number(), outcome);
        case BoothAction.NoteTicketEnded(Job job, Outcome outcome) -> {
          end(job.ticket().number(), outcome);
          if (outcome == Outcome.DRAWN) {
            double errorS = Math.abs(nowMs - job.ticket().promise().firstMs()) / 1000.0;
            errorsS.add(errorS);
            if (job.ticket().promise().changes() > 0) {
              retold++;
            }
            if (disturbedMs < job.ticket().queuedMs()) {
              calmErrorsS.add(errorS);
            }
            Map.Entry<Long, Long> shown =
                shownMs
                    .getOrDefault(job.ticket().number(), new TreeMap<>())
                    .floorEntry(nowMs - AHEAD_S * 1000L);
            if (shown != null) {
              shownErrorsS.add(Math.abs(nowMs - shown.getValue()) / 1000.0);
            }
          }
        }
        case BoothAction.NoteFault(var fault) -> {
          faults.merge(fault.kind(), 1, Integer::sum);
          disturbed(nowMs);
        }
        default -> {}
      }
    }

    /** The screen says that a session's portrait will be done at that time. */
    void shown(long session, long nowMs, long doneMs) {
      shownMs.computeIfAbsent(session, _ -> new TreeMap<>()).put(nowMs, doneMs);
    }

    private void end(long session, Outcome outcome) {
      if (!living.remove(session)) {
        throw new IllegalStateException("session " + session + " ended twice: " + outcome);
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }

    void disturbed(long nowMs) {
      disturbedMs = nowMs;
    }

    void turnedAway() {
      turnedAway++;
    }

    void stuck() {
      stuck++;
    }

    /** Whoever was served when the program died is noted at its next start. */
    void died() {
      deaths++;
      outcomes.merge(Outcome.INTERRUPTED, living.size(), Integer::sum);
      living.clear();
    }

    DayReport report(long guests, int busyAtTheEnd, LearnedPace pace) {
      return new DayReport(
          guests,
          turnedAway,
          outcomes,
          faults,
          deaths,
          stuck + busyAtTheEnd + living.size(),
          errorsS,
          calmErrorsS,
          retold,
          shownErrorsS,
          pace);
    }
  }
}
