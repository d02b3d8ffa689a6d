package silverpoint.kiosk.booth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When portraits will be done, by the planned motion and what the past taught about the pace of the
 * machine and of those who clear the page and mend faults.
 *
 * @param doneS for which a finished portrait is looked at
 */
record Forecast(
    MachineState machine,
    List<Ticket> queue,
    LearnedPace pace,
    Downtime downtime,
    double doneS,
    long nowMs) {
  /** What takes longer than usual takes this share of the usual time longer. */
  private static final double OVERDUE_SHARE = 0.3;

  static Forecast of(BoothState state, MachineSettings settings, long nowMs) {
    return new Forecast(
        state.machine(), state.queue(), state.pace(), state.downtime(), settings.doneS(), nowMs);
  }

  /** Booth time at which one more sketch of the given planned time would be done. */
  long endMs(double drawTimeS) {
    double atS = freeInS(OptionalDouble.empty());
    for (Ticket ticket : queue) {
      atS += drawS(ticket.drawTimeS()) + clearedS();
    }
    return inMs(atS + drawS(drawTimeS));
  }

  /**
   * Booth times at which the tickets of the queue will be done, in the same order.
   *
   * @param leftS seconds that the present drawing still takes, when somebody knows better
   */
  List<Long> endsMs(OptionalDouble leftS) {
    List<Long> endsMs = new ArrayList<>();
    double atS = freeInS(leftS);
    for (Ticket ticket : queue) {
      atS += drawS(ticket.drawTimeS());
      endsMs.add(inMs(atS));
      atS += clearedS();
    }
    return endsMs;
  }

  /** Seconds that the drawing still takes when it does not rest. */
  static double leftS(Job job, LearnedPace pace, long nowMs) {
    double drawnS = (nowMs - job.startedMs() - job.pausedMs()) / 1000.0;
    return Math.max(0, job.ticket().drawTimeS() * pace.drawFactor() - drawnS);
  }

  /** Seconds until the machine is free for the next drawing. */
  private double freeInS(OptionalDouble leftS) {
    return switch (machine) {
      case MachineState.Ready _ -> 0;
      case MachineState.Drawing drawing ->
          leftS.orElse(leftS(drawing.job(), pace, nowMs)) + clearedS();
      case MachineState.Pausing pausing ->
          leftS.orElse(leftS(pausing.job(), pace, nowMs)) + clearedS();
      case MachineState.Paused paused ->
          leftS.orElse(leftS(paused.job(), pace, paused.sinceMs())) + clearedS();
      case MachineState.Stopping _ -> pace.clearingS();
      case MachineState.Done done -> restS(doneS, done.sinceMs(), 0) + pace.clearingS();
      case MachineState.Parking _ -> clearingLeftS();
      case MachineState.Erase _ -> clearingLeftS();
      case MachineState.Servicing _ -> mendedInS();
      case MachineState.Faulted _ -> mendedInS();
      case MachineState.Recovering _ -> mendedInS();
      case MachineState.OutOfService _ -> mendedInS();
    };
  }

  private double clearedS() {
    return doneS + pace.clearingS();
  }

  private double clearingLeftS() {
    return restS(pace.clearingS(), downtime.clearingSinceMs(), OVERDUE_SHARE);
  }

  private double mendedInS() {
    return restS(pace.repairS(), downtime.brokenSinceMs(), OVERDUE_SHARE) + pace.clearingS();
  }

  private double drawS(double plannedS) {
    return plannedS * pace.drawFactor();
  }

  private double restS(double usualS, long sinceMs, double overdueShare) {
    double passedS = sinceMs < 0 ? 0 : (nowMs - sinceMs) / 1000.0;
    return Math.max(usualS - passedS, overdueShare * usualS);
  }

  private long inMs(double seconds) {
    return nowMs + Change.ms(seconds);
  }
}
