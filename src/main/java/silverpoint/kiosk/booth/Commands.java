package silverpoint.kiosk.booth;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.MachineState.Done;
import silverpoint.kiosk.booth.MachineState.Drawing;
import silverpoint.kiosk.booth.MachineState.Erase;
import silverpoint.kiosk.booth.MachineState.OutOfService;
import silverpoint.kiosk.booth.MachineState.Parking;
import silverpoint.kiosk.booth.MachineState.Paused;
import silverpoint.kiosk.booth.MachineState.Ready;
import silverpoint.kiosk.booth.MachineState.Stopping.Then;
import silverpoint.kiosk.booth.VisitorState.Attract;
import silverpoint.kiosk.booth.VisitorState.Captured;
import silverpoint.kiosk.booth.VisitorState.Consent;
import silverpoint.kiosk.booth.VisitorState.Countdown;
import silverpoint.kiosk.booth.VisitorState.Finished;
import silverpoint.kiosk.booth.VisitorState.Framing;
import silverpoint.kiosk.booth.VisitorState.Queued;
import silverpoint.kiosk.booth.VisitorState.Review;
import silverpoint.kiosk.booth.VisitorState.Sketching;
import silverpoint.kiosk.booth.VisitorState.Sorry;

/** What people may ask in which state, and what follows. */
final class Commands {
  private Commands() {}

  static Optional<Refusal> refusal(BoothState state, BoothSettings settings, BoothCommand command) {
    VisitorState visitor = state.visitor();
    MachineState machine = state.machine();
    return switch (command) {
      case BoothCommand.Press _ ->
          switch (visitor) {
            case Attract _ -> beginning(state, settings);
            case Finished _ -> beginning(state, settings);
            case Queued _ -> beginning(state, settings);
            case Sorry _ -> beginning(state, settings);
            case Consent _ -> Optional.empty();
            case Review _ -> Optional.empty();
            case Framing _ -> Optional.of(Refusal.SOMEBODY_THERE);
            case Countdown _ -> Optional.of(Refusal.SOMEBODY_THERE);
            case Captured _ -> Optional.of(Refusal.SOMEBODY_THERE);
            case Sketching _ -> Optional.of(Refusal.SOMEBODY_THERE);
          };
      case BoothCommand.Agree _ -> unless(visitor instanceof Consent, Refusal.NOT_ASKED);
      case BoothCommand.Decline _ -> unless(served(visitor), Refusal.NOBODY_THERE);
      case BoothCommand.Accept _ -> unless(visitor instanceof Review, Refusal.NOTHING_TO_REVIEW);
      case BoothCommand.ChooseDrawing(String style) ->
          visitor instanceof Review review
              ? unless(review.offer(style).isPresent(), Refusal.UNKNOWN_NAME)
              : Optional.of(Refusal.NOTHING_TO_REVIEW);
      case BoothCommand.Rate _ ->
          unless(visitor instanceof Finished finished && !finished.rated(), Refusal.NO_PORTRAIT);
      case BoothCommand.Retake _ ->
          visitor instanceof Review review
              ? unless(
                  review.session().retakes() < settings.visitor().retakes(), Refusal.NO_RETAKE_LEFT)
              : Optional.of(Refusal.NOTHING_TO_REVIEW);
      case BoothCommand.StartNow _ ->
          switch (visitor) {
            case Attract _ -> beginning(state, settings);
            case Finished _ -> beginning(state, settings);
            case Queued _ -> beginning(state, settings);
            case Sorry _ -> beginning(state, settings);
            // only the guest can agree
            case Consent _ -> Optional.of(Refusal.SOMEBODY_THERE);
            case Framing _ -> Optional.empty();
            case Countdown _ -> Optional.empty();
            case Review _ -> Optional.empty();
            case Captured _ -> Optional.of(Refusal.SOMEBODY_THERE);
            case Sketching _ -> Optional.of(Refusal.SOMEBODY_THERE);
          };
      case BoothCommand.Pause _ -> unless(machine instanceof Drawing, Refusal.NOT_DRAWING);
      case BoothCommand.Resume _ -> unless(machine instanceof Paused, Refusal.NOT_PAUSED);
      case BoothCommand.Skip _ -> unless(served(visitor), Refusal.NOBODY_THERE);
      case BoothCommand.Drop(long session) ->
          unless(place(state.queue(), session) >= 0, Refusal.NO_SUCH_TICKET);
      case BoothCommand.BringForward(long session) ->
          unless(place(state.queue(), session) >= 0, Refusal.NO_SUCH_TICKET)
              .or(() -> unless(place(state.queue(), session) > 0, Refusal.ALREADY_NEXT));
      case BoothCommand.Cancel _ ->
          unless(machine instanceof Drawing || machine instanceof Paused, Refusal.NOT_DRAWING);
      case BoothCommand.Redraw _ ->
          unless(
              machine.ticket().isPresent()
                  && !(machine instanceof MachineState.Pausing)
                  && !(machine instanceof MachineState.Stopping),
              Refusal.NO_PORTRAIT);
      case BoothCommand.ConfirmErased _ -> unless(asksErasure(machine), Refusal.NO_ERASURE_ASKED);
      case BoothCommand.Close _ -> unless(state.open(), Refusal.ALREADY_CLOSED);
      case BoothCommand.Open open -> unless(!state.open(), Refusal.ALREADY_OPEN);
      case BoothCommand.Reset _ -> unless(state.machineFault().isPresent(), Refusal.NO_FAULT);
      case BoothCommand.EmergencyStop _ -> Optional.empty();
      case BoothCommand.EraseEverything _ -> Optional.empty();
      case BoothCommand.MotorsOff _ -> resting(machine);
      case BoothCommand.ChooseStyle _ -> Optional.empty();
      case BoothCommand.LetGuestsChoose _ -> Optional.empty();
      case BoothCommand.LimitDrawTime _ -> Optional.empty();
      case BoothCommand.ChooseCamera _ -> unless(!served(visitor), Refusal.SOMEBODY_THERE);
      case BoothCommand.AnswerCalibration _ ->
          unless(isCalibrating(machine), Refusal.NOT_CALIBRATING);
      case BoothCommand.EndCalibration _ -> unless(isCalibrating(machine), Refusal.NOT_CALIBRATING);
      case BoothCommand.Service _ ->
          resting(machine)
              .or(() -> unless(!stopPressed(state), Refusal.FAULT))
              .or(() ->
                  unless(
                      state.queue().isEmpty() || !(machine instanceof Ready), Refusal.PEOPLE_WAIT));
    };
  }

  private static Optional<Refusal> unless(boolean fits, Refusal refusal) {
    return fits ? Optional.empty() : Optional.of(refusal);
  }

  /** Why no guest can begin. */
  static Optional<Refusal> beginning(BoothState state, BoothSettings settings) {
    return unless(state.open(), Refusal.CLOSED)
        .or(() -> unless(state.hindrance().isEmpty(), Refusal.FAULT))
        .or(() ->
            unless(!(state.machine() instanceof MachineState.Servicing), Refusal.MACHINE_BUSY))
        .or(() -> unless(!full(state, settings), Refusal.QUEUE_FULL));
  }

  private static boolean full(BoothState state, BoothSettings settings) {
    return !(state.machine() instanceof Ready)
        && state.queue().size() >= settings.queue().longest();
  }

  /** Where in the queue a session waits, the next one at 0; -1 when it does not. */
  private static int place(List<Ticket> queue, long session) {
    return queue.stream().map(Ticket::number).toList().indexOf(session);
  }

  private static boolean isCalibrating(MachineState machine) {
    return machine instanceof MachineState.Servicing(_, BoothCommand.Calibrate _);
  }

  private static boolean served(VisitorState visitor) {
    return visitor.guest().isPresent() && !(visitor instanceof Queued);
  }

  private static boolean asksErasure(MachineState machine) {
    return machine instanceof Erase
        || (machine instanceof OutOfService out && out.fault().kind() == FaultKind.NOT_ERASED);
  }

  private static boolean stopPressed(BoothState state) {
    return state
        .machineFault()
        .filter(fault -> fault.kind() == FaultKind.EMERGENCY_STOP)
        .isPresent();
  }

  /** Why nobody else may turn the knobs. */
  private static Optional<Refusal> resting(MachineState machine) {
    return switch (machine) {
      case Ready _ -> Optional.empty();
      case Erase _ -> Optional.empty();
      case OutOfService _ -> Optional.empty();
      case MachineState.Faulted _ -> Optional.empty();
      case Done _ -> Optional.of(Refusal.MACHINE_BUSY);
      case MachineState.Recovering _ -> Optional.of(Refusal.MACHINE_BUSY);
      case Paused _ -> Optional.of(Refusal.MOTORS_TURN);
      case Drawing _ -> Optional.of(Refusal.MOTORS_TURN);
      case MachineState.Pausing _ -> Optional.of(Refusal.MOTORS_TURN);
      case MachineState.Stopping _ -> Optional.of(Refusal.MOTORS_TURN);
      case Parking _ -> Optional.of(Refusal.MOTORS_TURN);
      case MachineState.Servicing _ -> Optional.of(Refusal.MACHINE_BUSY);
    };
  }

  /** What follows from a command that fits. */
  static void apply(Change change, BoothCommand command) {
    switch (command) {
      case BoothCommand.Press _ -> step(change);
      case BoothCommand.StartNow _ -> step(change);
      case BoothCommand.Agree(boolean keepLineArt) ->
          VisitorTransitions.agree(change, change.visitor.guest().orElseThrow(), keepLineArt);
      case BoothCommand.Decline _ ->
          VisitorTransitions.leave(change, change.visitor.guest().orElseThrow(), Outcome.DECLINED);
      case BoothCommand.Accept _ -> step(change);
      case BoothCommand.Rate(boolean liked) ->
          VisitorTransitions.rate(change, (Finished) change.visitor, liked);
      case BoothCommand.ChooseDrawing(String style) ->
          Choosing.choose(change, (Review) change.visitor, style);
      case BoothCommand.Retake retake -> VisitorTransitions.retake(change, (Review) change.visitor);
      case BoothCommand.Pause pause -> MachineTransitions.pause(change, (Drawing) change.machine);
      case BoothCommand.Resume resume -> MachineTransitions.resume(change, (Paused) change.machine);
      case BoothCommand.Skip _ ->
          VisitorTransitions.leave(change, change.visitor.guest().orElseThrow(), Outcome.CANCELLED);
      case BoothCommand.Drop(long session) -> {
        Ticket dropped = change.queue().remove(place(change.queue(), session));
        change.end(dropped, Outcome.CANCELLED);
        if (change.visitor instanceof Queued(_, Ticket told) && told.number() == session) {
          VisitorTransitions.rest(change);
        }
      }
      case BoothCommand.BringForward(long session) -> {
        int place = place(change.queue(), session);
        Collections.swap(change.queue(), place, place - 1);
      }
      case BoothCommand.Cancel cancel ->
          MachineTransitions.cancel(change, job(change), Then.OFFERED);
      case BoothCommand.Redraw redraw -> {
        if (change.machine instanceof Drawing || change.machine instanceof Paused) {
          MachineTransitions.cancel(change, job(change), Then.REDRAWN);
        } else {
          MachineTransitions.redraw(change, change.machine.ticket().orElseThrow());
        }
      }
      case BoothCommand.ConfirmErased erased -> Clearing.erased(change);
      case BoothCommand.Close _ -> change.open = false;
      case BoothCommand.Open open -> change.open = true;
      case BoothCommand.Reset _ -> {
        change.faultsInARow = 0;
        MachineTransitions.recover(change, change.state().machineFault().orElseThrow());
      }
      case BoothCommand.EmergencyStop stop ->
          MachineTransitions.emergencyStop(change, "the emergency stop was touched");
      case BoothCommand.EraseEverything _ -> eraseEverything(change);
      case BoothCommand.MotorsOff off -> change.act(new BoothAction.Apply(off));
      case BoothCommand.ChooseStyle style -> change.act(new BoothAction.Apply(style));
      case BoothCommand.LetGuestsChoose choose -> change.act(new BoothAction.Apply(choose));
      case BoothCommand.LimitDrawTime limit -> change.act(new BoothAction.Apply(limit));
      case BoothCommand.ChooseCamera camera -> change.act(new BoothAction.Apply(camera));
      case BoothCommand.AnswerCalibration answer -> MachineTransitions.answer(change, answer);
      case BoothCommand.EndCalibration end -> change.act(new BoothAction.Apply(end));
      case BoothCommand.Service task -> MachineTransitions.serve(change, task);
    }
  }

  private static Job job(Change change) {
    return switch (change.machine) {
      case Drawing(_, Job job) -> job;
      case Paused paused -> paused.job().rested(change.nowMs - paused.sinceMs());
      default -> throw new IllegalStateException("nothing is drawn: " + change.machine);
    };
  }

  /** The next step of the guest at the camera. */
  private static void step(Change change) {
    switch (change.visitor) {
      case Attract _ -> VisitorTransitions.ask(change);
      case Finished _ -> VisitorTransitions.ask(change);
      case Queued _ -> VisitorTransitions.ask(change);
      case Sorry _ -> VisitorTransitions.ask(change);
      case Consent(_, Session session) -> VisitorTransitions.agree(change, session, false);
      case Framing framing ->
          VisitorTransitions.capture(change, framing.session(), framing.misses());
      case Countdown countdown ->
          VisitorTransitions.capture(change, countdown.session(), countdown.misses());
      case Review review -> VisitorTransitions.accept(change, review);
      case Captured _ -> {}
      case Sketching _ -> {}
    }
  }

  /** Whoever is served or waits must begin again; what is drawn is finished, but forgotten. */
  private static void eraseEverything(Change change) {
    if (served(change.visitor)) {
      VisitorTransitions.leave(change, change.visitor.guest().orElseThrow(), Outcome.CANCELLED);
    }
    change.queue().forEach(ticket -> change.end(ticket, Outcome.CANCELLED));
    change.queue().clear();
    switch (change.machine) {
      case Drawing(_, Job job) -> MachineTransitions.cancel(change, job, Then.FORGOTTEN);
      case MachineState.Pausing(_, Job job) ->
          MachineTransitions.cancel(change, job, Then.FORGOTTEN);
      case Paused _ -> MachineTransitions.cancel(change, job(change), Then.FORGOTTEN);
      case MachineState.Stopping(long since, Job job, _) ->
          change.machine = new MachineState.Stopping(since, job, Then.FORGOTTEN);
      case Done _ -> Clearing.park(change, Optional.empty());
      case Parking parking -> change.machine = parking.forgotten();
      case Erase erase -> change.machine = erase.forgotten();
      default -> {}
    }
    if (change.visitor instanceof Queued) {
      VisitorTransitions.rest(change);
    }
    change.act(new BoothAction.EraseEverything());
  }
}
