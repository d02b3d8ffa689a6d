package silverpoint.kiosk.booth;

import java.util.Optional;
import silverpoint.kiosk.booth.MachineState.Done;
import silverpoint.kiosk.booth.MachineState.Drawing;
import silverpoint.kiosk.booth.MachineState.Erase;
import silverpoint.kiosk.booth.MachineState.Faulted;
import silverpoint.kiosk.booth.MachineState.OutOfService;
import silverpoint.kiosk.booth.MachineState.Parking;
import silverpoint.kiosk.booth.MachineState.Paused;
import silverpoint.kiosk.booth.MachineState.Pausing;
import silverpoint.kiosk.booth.MachineState.Ready;
import silverpoint.kiosk.booth.MachineState.Recovering;
import silverpoint.kiosk.booth.MachineState.Servicing;
import silverpoint.kiosk.booth.MachineState.Stopping;
import silverpoint.kiosk.booth.MachineState.Stopping.Then;
import silverpoint.kiosk.booth.VisitorState.Apology;

/** The flow of the drawing machine. */
final class MachineTransitions {
  private MachineTransitions() {}

  /** Whether the machine is at work for guests, so that who waits need not wait for staff. */
  static boolean draws(MachineState machine) {
    return switch (machine) {
      case Ready _ -> true;
      case Drawing _ -> true;
      case Pausing _ -> true;
      case Stopping _ -> true;
      case Done _ -> true;
      case Parking _ -> true;
      case Paused _ -> false;
      case Erase _ -> false;
      case Servicing _ -> false;
      case Faulted _ -> false;
      case Recovering _ -> false;
      case OutOfService _ -> false;
    };
  }

  /** A machine that is ready takes the next ticket. */
  static void startNext(Change change) {
    if (!(change.machine instanceof Ready) || change.queue().isEmpty()) {
      return;
    }
    Ticket ticket = change.queue().removeFirst();
    Learning.cleared(change, ticket);
    change.machine = new Drawing(change.nowMs, new Job(ticket, change.nowMs, 0));
    change.act(new BoothAction.Draw(ticket));
  }

  static void finished(Change change, long number) {
    Optional<Job> job =
        switch (change.machine) {
          case Drawing(_, Job drawn) -> Optional.of(drawn);
          case Pausing(_, Job drawn) -> Optional.of(drawn);
          case Stopping stopping -> Optional.of(stopping.job());
          default -> Optional.empty();
        };
    job.filter(drawn -> drawn.ticket().number() == number)
        .ifPresent(drawn -> {
          boolean forgotten =
              change.machine instanceof Stopping stopping && stopping.then() == Then.FORGOTTEN;
          Learning.drew(change, drawn);
          change.faultsInARow = 0;
          change.end(drawn, Outcome.DRAWN);
          if (forgotten) {
            Clearing.park(change, Optional.empty());
          } else {
            change.machine = new Done(change.nowMs, drawn.ended().as(Ticket.Portrait.FINISHED));
            VisitorTransitions.finished(change);
          }
        });
  }

  static void pause(Change change, Drawing drawing) {
    change.machine = new Pausing(change.nowMs, drawing.job());
    change.act(new BoothAction.Hold());
  }

  static void held(Change change, long number) {
    Optional<Job> job =
        switch (change.machine) {
          case Pausing(_, Job resting) -> Optional.of(resting);
          // it could not go on
          case Drawing(_, Job resting) -> Optional.of(resting);
          default -> Optional.empty();
        };
    job.filter(resting -> resting.ticket().number() == number)
        .ifPresent(resting -> change.machine = new Paused(change.nowMs, resting));
  }

  static void resume(Change change, Paused paused) {
    change.machine =
        new Drawing(change.nowMs, paused.job().rested(change.nowMs - paused.sinceMs()));
    change.act(new BoothAction.Resume());
  }

  /** Gives up the drawing. */
  static void cancel(Change change, Job job, Then then) {
    change.machine = new Stopping(change.nowMs, job, then);
    change.act(new BoothAction.StopDrawing());
  }

  static void stopped(Change change, BoothEvent.DrawingStopped stopped) {
    if (!(change.machine instanceof Stopping(_, Job job, Then then))
        || job.ticket().number() != stopped.session()) {
      return;
    }
    if (then == Then.REDRAWN) {
      change.queue().addFirst(job.ticket().again());
    } else {
      change.end(job, Outcome.CANCELLED);
    }
    if (!stopped.positionKnown() && then != Then.REDRAWN) {
      change.act(new BoothAction.Forget(job.ticket().number()));
    }
    if (stopped.positionKnown()) {
      Clearing.park(
          change, then == Then.OFFERED ? Optional.of(job.ticket().ended()) : Optional.empty());
    } else {
      fault(change, FaultKind.POSITION_UNKNOWN, "the drawing was stopped at speed");
    }
  }

  /** Draws the portrait again that is on the page. */
  static void redraw(Change change, Ticket ticket) {
    change.queue().addFirst(ticket.again());
    switch (change.machine) {
      case Done _ -> Clearing.park(change, Optional.empty());
      case Parking parking -> change.machine = parking.forgotten();
      default -> change.machine = ((Erase) change.machine).forgotten();
    }
  }

  static void serve(Change change, BoothCommand.Service task) {
    Clearing.forgetDrawn(change);
    change.downtime = change.downtime.broken(change.nowMs);
    change.machine = new Servicing(change.nowMs, task);
    change.act(new BoothAction.Serve(task));
  }

  /** Whoever answers is still there: the time for work at the knobs begins again. */
  static void answer(Change change, BoothCommand.AnswerCalibration answer) {
    change.machine = new Servicing(change.nowMs, new BoothCommand.Calibrate());
    change.act(new BoothAction.Apply(answer));
  }

  static void served(Change change, boolean positionKnown) {
    if (!(change.machine instanceof Servicing)) {
      return;
    }
    if (positionKnown) {
      Clearing.park(change, Optional.empty());
    } else {
      fault(change, FaultKind.POSITION_UNKNOWN, "the knobs were turned by hand");
    }
  }

  static void ready(Change change) {
    if (change.machine instanceof Recovering) {
      // nobody knows what is on the page; only a person can say that it is blank
      Clearing.park(change, Optional.empty());
    }
  }

  static void failed(Change change, FaultKind kind, String message) {
    switch (change.machine) {
      case Recovering(_, Fault fault) -> {
        Fault again = new Fault(kind, message, fault.sinceMs(), fault.attempts() + 1);
        change.machine =
            again.attempts() <= change.settings.machine().retries() && kind.healsItself()
                ? new Faulted(change.nowMs, again)
                : new OutOfService(change.nowMs, again);
      }
      // a cut of the motors makes every plotter complain; the first reason is the true one
      case Faulted _ -> {}
      case OutOfService _ -> {}
      default -> fault(change, kind, message);
    }
  }

  static void emergencyStop(Change change, String message) {
    change.act(new BoothAction.CutMotors());
    change
        .state()
        .visitor()
        .guest()
        .filter(guest -> !(change.visitor instanceof VisitorState.Queued))
        .ifPresent(
            guest -> VisitorTransitions.apologise(change, guest, Outcome.FAILED, Apology.STOPPED));
    boolean stopped =
        change.machine instanceof OutOfService out
            && out.fault().kind() == FaultKind.EMERGENCY_STOP;
    if (!stopped) {
      fault(change, FaultKind.EMERGENCY_STOP, message);
    }
  }

  /** The machine leaves whatever it did; an unfinished portrait is drawn once more, or is lost. */
  private static void fault(Change change, FaultKind kind, String message) {
    Optional<Job> unfinished = change.machine.begun();
    boolean cancelled =
        change.machine instanceof Stopping stopping && stopping.then() != Then.REDRAWN;
    if (unfinished.isPresent()) {
      Ticket ticket = unfinished.get().ticket();
      if (kind == FaultKind.POSITION_FILE && !cancelled) {
        // not begun, so neither lost nor begun again
        change.queue().addFirst(ticket);
      } else if (ticket.redraws() == 0 && !cancelled) {
        change.queue().addFirst(ticket.again());
      } else {
        change.act(new BoothAction.Forget(ticket.number()));
        change.end(unfinished.get(), cancelled ? Outcome.CANCELLED : Outcome.LOST);
      }
    } else {
      Clearing.forgetDrawn(change);
    }
    change.faultsInARow++;
    change.downtime = change.downtime.broken(change.nowMs);
    Fault fault = new Fault(kind, message, change.nowMs, 0);
    change.note(fault);
    change.act(new BoothAction.CutMotors());
    change.machine =
        kind.healsItself() && change.faultsInARow <= change.settings.machine().retries()
            ? new Faulted(change.nowMs, fault)
            : new OutOfService(change.nowMs, fault);
  }

  /** Asks the machine whether it can go on. */
  static void recover(Change change, Fault fault) {
    change.machine = new Recovering(change.nowMs, fault);
    change.act(new BoothAction.CheckMachine());
  }

  /** What time alone changes. */
  static void passTime(Change change) {
    if (change.nowMs < TimeOuts.ofMachine(change.state(), change.settings.machine())) {
      return;
    }
    switch (change.machine) {
      case Ready _ -> {}
      case Drawing drawing ->
          fault(change, FaultKind.PLOTTER, "the drawing takes much longer than planned");
      case Pausing _ ->
          fault(change, FaultKind.POSITION_UNKNOWN, "the motors did not come to rest");
      case Paused(_, Job job) -> cancel(change, job, Then.OFFERED);
      case Stopping _ ->
          fault(change, FaultKind.POSITION_UNKNOWN, "the motors did not come to rest");
      case Done(_, Job job) -> Clearing.park(change, Optional.of(job.ticket()));
      case Parking _ ->
          fault(
              change,
              FaultKind.POSITION_UNKNOWN,
              "the stylus did not get to where the next line begins");
      case Erase _ -> fault(change, FaultKind.NOT_ERASED, "nobody said that the toy is erased");
      case Servicing _ ->
          fault(change, FaultKind.POSITION_UNKNOWN, "work at the knobs was not ended");
      case Faulted(_, Fault fault) -> recover(change, fault);
      case Recovering(_, Fault fault) ->
          change.machine = new OutOfService(change.nowMs, fault.triedAgain());
      case OutOfService(_, Fault fault) -> recover(change, fault);
    }
  }
}
