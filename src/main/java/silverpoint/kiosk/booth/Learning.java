package silverpoint.kiosk.booth;

import java.util.List;
import java.util.OptionalDouble;

/** What the booth learns about the machine's pace, and what it tells those who wait. */
final class Learning {
  private Learning() {}

  /** A drawing was finished. */
  static void drew(Change change, Job job) {
    double tookS = (change.nowMs - job.startedMs() - job.pausedMs()) / 1000.0;
    change.pace = change.pace.drew(job.ticket().drawTimeS(), tookS);
  }

  /** The stylus leaves to be parked; whatever kept the machine from its work is over. */
  static void mended(Change change) {
    if (change.downtime.isBroken()) {
      change.pace = change.pace.repaired((change.nowMs - change.downtime.brokenSinceMs()) / 1000.0);
    }
    change.downtime = change.downtime.clearing(change.nowMs);
  }

  /** The machine takes the ticket; nobody hurries to clear a page that nobody waits for. */
  static void cleared(Change change, Ticket next) {
    long sinceMs = change.downtime.clearingSinceMs();
    if (change.downtime.isClearing() && next.queuedMs() <= sinceMs) {
      change.pace = change.pace.cleared((change.nowMs - sinceMs) / 1000.0);
    }
    change.downtime = Downtime.NONE;
  }

  /** Whoever was told a time that is no longer likely is told another. */
  static void keepWord(Change change) {
    List<Long> endsMs = change.forecast().endsMs(OptionalDouble.empty());
    for (int i = 0; i < endsMs.size(); i++) {
      change.queue().set(i, change.queue().get(i).expecting(endsMs.get(i)));
    }
    change.machine =
        switch (change.machine) {
          case MachineState.Drawing(long since, Job job) ->
              new MachineState.Drawing(since, expecting(change, job, 0));
          case MachineState.Pausing(long since, Job job) ->
              new MachineState.Pausing(since, expecting(change, job, 0));
          case MachineState.Paused(long since, Job job) ->
              new MachineState.Paused(since, expecting(change, job, change.nowMs - since));
          default -> change.machine;
        };
  }

  private static Job expecting(Change change, Job job, long restedMs) {
    double leftS = Forecast.leftS(job.rested(restedMs), change.pace, change.nowMs);
    return job.expecting(change.nowMs + Change.ms(leftS));
  }
}
