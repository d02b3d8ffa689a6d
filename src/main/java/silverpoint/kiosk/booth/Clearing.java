package silverpoint.kiosk.booth;

import java.util.Optional;
import silverpoint.kiosk.booth.MachineState.Erase;
import silverpoint.kiosk.booth.MachineState.Faulted;
import silverpoint.kiosk.booth.MachineState.OutOfService;
import silverpoint.kiosk.booth.MachineState.Parking;
import silverpoint.kiosk.booth.MachineState.Ready;

/**
 * The machine from whatever is on its page to a blank one: the stylus goes to where the next line
 * begins, then the toy is shaken.
 */
final class Clearing {
  private Clearing() {}

  static void park(Change change, Optional<Ticket> drawn) {
    Learning.mended(change);
    toNext(change, drawn);
  }

  private static void toNext(Change change, Optional<Ticket> drawn) {
    Optional<Long> next = next(change);
    change.machine = new Parking(change.nowMs, drawn, next);
    change.act(new BoothAction.Park(next));
  }

  private static Optional<Long> next(Change change) {
    return change.queue().stream().map(Ticket::number).findFirst();
  }

  static void parked(Change change) {
    if (change.machine instanceof Parking(_, Optional<Ticket> drawn, Optional<Long> parkedFor)) {
      if (parkedFor.equals(next(change))) {
        change.machine = new Erase(change.nowMs, drawn, parkedFor);
      } else {
        // somebody else is next by now; once the toy is in somebody's hands it is too late
        toNext(change, drawn);
      }
    }
  }

  /** The toy is blank again. */
  static void erased(Change change) {
    boolean asked =
        switch (change.machine) {
          case Erase _ -> true;
          case Faulted faulted -> faulted.fault().kind() == FaultKind.NOT_ERASED;
          case OutOfService out -> out.fault().kind() == FaultKind.NOT_ERASED;
          default -> false;
        };
    if (asked) {
      forgetDrawn(change);
      change.act(new BoothAction.NoteErased());
      change.machine = new Ready(change.nowMs);
    }
  }

  static void forgetDrawn(Change change) {
    change
        .machine
        .ticket()
        .ifPresent(ticket -> change.act(new BoothAction.Forget(ticket.number())));
  }
}
