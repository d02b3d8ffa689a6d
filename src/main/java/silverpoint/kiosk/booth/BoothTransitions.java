package silverpoint.kiosk.booth;

import java.util.Iterator;
import java.util.Optional;
import silverpoint.kiosk.booth.BoothState.Seen;

/**
 * The whole flow as a pure function: state, event and time give the next state and what is to be
 * done. Attract with a machine that is ready, closed, and out of service are where the booth rests;
 * every other state has a time-out.
 */
final class BoothTransitions {
  /** No time-out. */
  public static final long NEVER_MS = Long.MAX_VALUE;

  private final BoothSettings settings;

  public BoothTransitions(BoothSettings settings) {
    this.settings = settings;
  }

  /**
   * The next state.
   *
   * @param nowMs booth time; never less than before
   */
  public Transition next(BoothState state, BoothEvent event, long nowMs) {
    Change change = new Change(state, settings, nowMs);
    apply(change, event);
    VisitorTransitions.passTime(change);
    MachineTransitions.passTime(change);
    expireTickets(change);
    MachineTransitions.startNext(change);
    Learning.keepWord(change);
    return change.done();
  }

  /** The state with a fault more, and nothing else done. */
  Transition failing(BoothState state, Fault fault) {
    Change change = new Change(state, settings, fault.sinceMs());
    change.failing(fault);
    return change.done();
  }

  /** Why the command does not fit the state; empty when it does. */
  public Optional<Refusal> refusal(BoothState state, BoothCommand command) {
    return Commands.refusal(state, settings, command);
  }

  /** Booth time at which the state changes by itself; {@link #NEVER_MS} for a state of rest. */
  public long deadlineMs(BoothState state) {
    long ticketMs =
        MachineTransitions.draws(state.machine())
            ? NEVER_MS
            : state.queue().stream().mapToLong(this::expiryMs).min().orElse(NEVER_MS);
    return Math.min(
        ticketMs,
        Math.min(
            TimeOuts.ofVisitor(state, settings), TimeOuts.ofMachine(state, settings.machine())));
  }

  /** When portraits will be done, as far as is known in that state. */
  Forecast forecast(BoothState state, long nowMs) {
    return Forecast.of(state, settings.machine(), nowMs);
  }

  private void apply(Change change, BoothEvent event) {
    switch (event) {
      case BoothEvent.Tick _ -> {}
      case BoothEvent.Commanded(BoothCommand command) -> {
        if (refusal(change.state(), command).isEmpty()) {
          Commands.apply(change, command);
        }
      }
      case BoothEvent.SubjectSeen seen -> {
        see(change, seen);
        VisitorTransitions.seen(change);
      }
      case BoothEvent.FrameTaken(long session) -> VisitorTransitions.frameTaken(change, session);
      case BoothEvent.FrameMissed(long session) -> VisitorTransitions.frameMissed(change, session);
      case BoothEvent.Sketched sketched -> VisitorTransitions.sketched(change, sketched);
      case BoothEvent.AlsoSketched also -> Choosing.alsoSketched(change, also);
      case BoothEvent.SketchFailed failed -> VisitorTransitions.sketchFailed(change, failed);
      case BoothEvent.DrawingFinished(long session) -> MachineTransitions.finished(change, session);
      case BoothEvent.DrawingHeld(long session) -> MachineTransitions.held(change, session);
      case BoothEvent.DrawingStopped stopped -> MachineTransitions.stopped(change, stopped);
      case BoothEvent.Parked parked -> Clearing.parked(change);
      case BoothEvent.ErasureSeen erased -> Clearing.erased(change);
      case BoothEvent.ServiceEnded(boolean known) -> MachineTransitions.served(change, known);
      case BoothEvent.MachineReady ready -> MachineTransitions.ready(change);
      case BoothEvent.MachineFailed(FaultKind kind, String message) ->
          MachineTransitions.failed(change, kind, message);
      case BoothEvent.EmergencyStopPressed pressed ->
          MachineTransitions.emergencyStop(
              change, "the emergency stop was pressed; release the button");
      case BoothEvent.Failing(FaultKind kind, String message) -> {
        int attempts = change.fault(kind).map(Fault::attempts).orElse(0);
        change.failing(new Fault(kind, message, change.nowMs, attempts));
        if (kind.stopsVisitors()) {
          VisitorTransitions.hindered(change, kind);
        }
      }
      case BoothEvent.Healed(FaultKind kind) -> change.healed(kind);
    }
  }

  private static void see(Change change, BoothEvent.SubjectSeen seen) {
    Seen before = change.seen;
    boolean present = seen.track() != 0;
    change.seen =
        new Seen(
            seen.track(),
            seen.wellFramed(),
            seen.canTouch(),
            present ? change.nowMs : before.lastMs(),
            before.servedTrack());
  }

  private long expiryMs(Ticket ticket) {
    return ticket.queuedMs() + Change.ms(settings.queue().longestWaitS());
  }

  /** Who waited too long for a machine that does not draw has gone. */
  private void expireTickets(Change change) {
    if (MachineTransitions.draws(change.machine)) {
      return;
    }
    Iterator<Ticket> waiting = change.queue().iterator();
    while (waiting.hasNext()) {
      Ticket ticket = waiting.next();
      if (change.nowMs >= expiryMs(ticket)) {
        waiting.remove();
        change.end(ticket, Outcome.LOST);
      }
    }
  }
}
