package silverpoint.kiosk.booth;

import java.util.Optional;

/** What the drawing machine does. {@code sinceMs} is the booth time at which it began. */
public sealed interface MachineState {
  long sinceMs();

  /** The portrait that the motors have begun and not finished. */
  default Optional<Job> begun() {
    return switch (this) {
      case Drawing(_, Job job) -> Optional.of(job);
      case Pausing(_, Job job) -> Optional.of(job);
      case Paused(_, Job job) -> Optional.of(job);
      case Stopping stopping -> Optional.of(stopping.job());
      case Done _, Parking _, Erase _ -> Optional.empty();
      case Ready _, Servicing _, Faulted _, Recovering _, OutOfService _ -> Optional.empty();
    };
  }

  /** The portrait that is on the page or on its way there. */
  default Optional<Ticket> ticket() {
    return switch (this) {
      case Done(_, Job job) -> Optional.of(job.ticket());
      case Parking(_, Optional<Ticket> drawn, _) -> drawn;
      case Erase(_, Optional<Ticket> drawn, _) -> drawn;
      default -> begun().map(Job::ticket);
    };
  }

  /** The finished portrait that is on the page. */
  default Optional<Ticket> finished() {
    return ticket().filter(ticket -> ticket.portrait() != Ticket.Portrait.UNFINISHED);
  }

  /** The same, once the finished portrait on the page has the screen to itself. */
  default MachineState shown() {
    return switch (this) {
      case Done(long since, Job job) -> new Done(since, job.as(Ticket.Portrait.SHOWN));
      case Parking(long since, Optional<Ticket> drawn, Optional<Long> next) ->
          new Parking(since, drawn.map(ticket -> ticket.as(Ticket.Portrait.SHOWN)), next);
      case Erase(long since, Optional<Ticket> drawn, Optional<Long> next) ->
          new Erase(since, drawn.map(ticket -> ticket.as(Ticket.Portrait.SHOWN)), next);
      default -> this;
    };
  }

  /** Whose line begins where the stylus is parked; empty for the machine's park point. */
  default Optional<Long> parkedFor() {
    return switch (this) {
      case Parking parking -> parking.parkedFor;
      case Erase erase -> erase.parkedFor;
      default -> Optional.empty();
    };
  }

  /** The page is blank and the stylus is parked. */
  @WireName("READY")
  record Ready(long sinceMs) implements MachineState {}

  /** The motors draw. */
  @WireName("DRAWING")
  record Drawing(long sinceMs, Job job) implements MachineState {}

  /** The motors come to rest on the line. */
  @WireName("PAUSING")
  record Pausing(long sinceMs, Job job) implements MachineState {}

  /** The motors rest on the line. */
  @WireName("PAUSED")
  record Paused(long sinceMs, Job job) implements MachineState {}

  /**
   * The drawing is given up; the motors come to rest.
   *
   * @param then what becomes of the portrait
   */
  @WireName("STOPPING")
  record Stopping(long sinceMs, Job job, Then then) implements MachineState {
    /** What becomes of a portrait that is given up. */
    public enum Then {
      /** It may be drawn again until the toy is erased. */
      OFFERED,
      /** It is drawn again on a blank page. */
      REDRAWN,
      /** Its line is gone already. */
      FORGOTTEN
    }
  }

  /** The portrait is finished; the guest looks at it. */
  @WireName("DONE")
  record Done(long sinceMs, Job job) implements MachineState {}

  /** The stylus goes over a drawing that is about to be erased to where the next line begins. */
  @WireName("PARKING")
  record Parking(long sinceMs, Optional<Ticket> drawn, Optional<Long> parkedFor)
      implements MachineState {
    /** The same, with a drawing that nobody may draw again. */
    Parking forgotten() {
      return new Parking(sinceMs, Optional.empty(), parkedFor);
    }
  }

  /** The toy wants to be shaken. */
  @WireName("ERASE")
  record Erase(long sinceMs, Optional<Ticket> drawn, Optional<Long> parkedFor)
      implements MachineState {
    /** The same, with a drawing that nobody may draw again. */
    Erase forgotten() {
      return new Erase(sinceMs, Optional.empty(), parkedFor);
    }
  }

  /** Staff turn the knobs. */
  @WireName("SERVICING")
  record Servicing(long sinceMs, BoothCommand.Service task) implements MachineState {}

  /** Something went wrong; the motors have no current. */
  @WireName("FAULTED")
  record Faulted(long sinceMs, Fault fault) implements MachineState {}

  /** The machine is asked whether it can go on. */
  @WireName("RECOVERING")
  record Recovering(long sinceMs, Fault fault) implements MachineState {}

  /** The machine waits for staff. */
  @WireName("OUT_OF_SERVICE")
  record OutOfService(long sinceMs, Fault fault) implements MachineState {}
}
