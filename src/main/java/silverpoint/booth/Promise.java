package silverpoint.booth;

import java.util.List;

/**
 * When portraits will be done, by the planned motion and what the machine taught about its pace.
 */
final class Promise {
  private Promise() {}

  /** Booth time at which a sketch of the given length would be done behind the given queue. */
  static long endMs(
      MachineState machine, List<Ticket> queue, Pace pace, double drawTimeS, long nowMs) {
    double atS = nowMs / 1000.0 + busyS(machine, pace, nowMs);
    for (Ticket ticket : queue) {
      atS += ticket.drawTimeS() * pace.drawFactor() + pace.turnaroundS();
    }
    return Change.ms(atS + drawTimeS * pace.drawFactor());
  }

  /** Seconds until the machine is free for the next drawing. */
  static double busyS(MachineState machine, Pace pace, long nowMs) {
    double sinceS = (nowMs - machine.sinceMs()) / 1000.0;
    double turnaroundS = pace.turnaroundS();
    return switch (machine) {
      case MachineState.Ready _ -> 0;
      case MachineState.Drawing drawing -> leftS(drawing.job(), pace, nowMs) + turnaroundS;
      case MachineState.Pausing pausing -> leftS(pausing.job(), pace, nowMs) + turnaroundS;
      case MachineState.Paused paused -> leftS(paused.job(), pace, paused.sinceMs()) + turnaroundS;
      case MachineState.Stopping _ -> turnaroundS;
      case MachineState.Done _ -> Math.max(0, turnaroundS - sinceS);
      case MachineState.Returning _ -> turnaroundS / 2;
      case MachineState.Erase _ -> Math.max(0, turnaroundS / 2 - sinceS);
      case MachineState.Servicing _ -> turnaroundS;
      case MachineState.Faulted _ -> turnaroundS;
      case MachineState.Recovering _ -> turnaroundS;
      case MachineState.OutOfService _ -> turnaroundS;
    };
  }

  /** Seconds that the drawing still takes at its planned pace, pauses left out. */
  static double leftS(Job job, Pace pace, long nowMs) {
    double drawnS = (nowMs - job.startedMs() - job.pausedMs()) / 1000.0;
    return Math.max(0, job.ticket().drawTimeS() * pace.drawFactor() - drawnS);
  }
}
