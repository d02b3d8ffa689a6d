package silverpoint.kiosk.booth;

/**
 * A ticket in the machine.
 *
 * @param startedMs booth time of the start
 * @param pausedMs time for which it has rested so far
 */
public record Job(Ticket ticket, long startedMs, long pausedMs) {
  Job rested(long forMs) {
    return new Job(ticket, startedMs, pausedMs + forMs);
  }

  Job expecting(long doneMs) {
    return new Job(ticket.expecting(doneMs), startedMs, pausedMs);
  }

  Job ended() {
    return new Job(ticket.ended(), startedMs, pausedMs);
  }

  Job as(Ticket.Portrait portrait) {
    return new Job(ticket.as(portrait), startedMs, pausedMs);
  }
}
