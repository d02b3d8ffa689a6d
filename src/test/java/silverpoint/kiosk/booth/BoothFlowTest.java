package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Guests and staff as they are on most days. */
class BoothFlowTest {
  private final Booths.Run run = Booths.Run.fresh();

  @Test
  void guestIsDrawnFromAttractToErase() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
    run.asks(new BoothCommand.Agree(false));
    assertThat(run.state.phase()).isEqualTo(Phase.FRAMING);
    run.passes(0.6);
    assertThat(run.state.phase()).isEqualTo(Phase.COUNTDOWN);
    run.passes(3);
    assertThat(run.state.phase()).isEqualTo(Phase.CAPTURED);
    run.happens(new BoothEvent.FrameTaken(1));
    assertThat(run.state.phase()).isEqualTo(Phase.SKETCHING);
    run.happens(new BoothEvent.Sketched(1, new Offer("shaded", 90, 1200)));
    assertThat(run.state.phase()).isEqualTo(Phase.REVIEW);
    assertThat(run.asks(new BoothCommand.Accept())).isEmpty();
    assertThat(run.state.phase()).isEqualTo(Phase.QUEUED);
    assertThat(run.state.machine()).isInstanceOf(MachineState.Drawing.class);
    run.passes(12);
    assertThat(run.state.phase()).isEqualTo(Phase.DRAWING);
    run.passes(78);
    run.happens(new BoothEvent.DrawingFinished(1));
    assertThat(run.state.phase()).isEqualTo(Phase.DONE);
    run.passes(20);
    assertThat(run.state.phase()).isEqualTo(Phase.PARKING);
    run.happens(new BoothEvent.Parked());
    assertThat(run.state.phase()).isEqualTo(Phase.ERASE);
    run.happens(new BoothEvent.ErasureSeen());
    assertThat(run.state.phase()).isEqualTo(Phase.ATTRACT);
    assertThat(run.state.counters().ended(Outcome.DRAWN)).isEqualTo(1);
    assertThat(run.actions).contains(new BoothAction.Forget(1));
  }

  @Test
  void nextGuestIsSketchedAndQueuedWhileOneIsDrawn() {
    run.queues(100);
    long second = run.queues(60);
    assertThat(run.state.queue()).extracting(Ticket::number).containsExactly(second);
    Ticket ticket = run.state.queue().getFirst();
    long drawnMs = ((MachineState.Drawing) run.state.machine()).job().startedMs() + 100_000;
    assertThat(ticket.promise().firstMs()).isEqualTo(drawnMs + 45_000 + 60_000);
  }

  @Test
  void stylusIsParkedForWhoIsNext() {
    run.queues(100);
    long second = run.queues(60);
    run.happens(new BoothEvent.DrawingFinished(1));
    run.passes(20);
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.of(second)));
    run.happens(new BoothEvent.Parked());
    assertThat(run.state.machine()).isInstanceOf(MachineState.Erase.class);
    assertThat(run.state.machine().parkedFor()).contains(second);
  }

  @Test
  void stylusIsParkedAnewForWhoIsNextWhileNobodyHasTheToy() {
    run.queues(100);
    run.happens(new BoothEvent.DrawingFinished(1));
    run.passes(20);
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.empty()));
    long second = run.queues(60);
    run.happens(new BoothEvent.Parked());
    assertThat(run.state.machine()).isInstanceOf(MachineState.Parking.class);
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.of(second)));
    run.happens(new BoothEvent.Parked());
    assertThat(run.state.machine()).isInstanceOf(MachineState.Erase.class);
    int asked = run.actions.size();
    run.asks(new BoothCommand.Drop(second));
    run.queues(60);
    assertThat(run.actions.subList(asked, run.actions.size()))
        .noneMatch(BoothAction.Park.class::isInstance);
  }

  @Test
  void portraitThatIsDrawnAgainIsNext() {
    run.queues(100);
    run.queues(60);
    run.happens(new BoothEvent.DrawingFinished(1));
    run.asks(new BoothCommand.Redraw());
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.of(1L)));
  }

  @Test
  void sameFaceIsNotAskedAgainButMayPress() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    run.asks(new BoothCommand.Decline());
    run.happens(new BoothEvent.SubjectSeen(5, true));
    assertThat(run.state.phase()).isEqualTo(Phase.ATTRACT);
    assertThat(run.asks(new BoothCommand.Press())).isEmpty();
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
  }

  @Test
  void twoRetakesAtMost() {
    long session = run.sketches(90);
    for (int i = 0; i < 2; i++) {
      assertThat(run.asks(new BoothCommand.Retake())).isEmpty();
      run.passes(3.7);
      run.happens(new BoothEvent.FrameTaken(session));
      run.happens(new BoothEvent.Sketched(session, new Offer("shaded", 90, 1200)));
    }
    assertThat(run.asks(new BoothCommand.Retake())).contains(Refusal.NO_RETAKE_LEFT);
  }

  @Test
  void guestWhoStaysAcceptsBySilenceAndGuestWhoWentIsNotDrawn() {
    run.sketches(90);
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(15);
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(5);
    assertThat(run.state.phase()).isEqualTo(Phase.QUEUED);

    Booths.Run away = Booths.Run.fresh();
    away.sketches(90);
    away.happens(new BoothEvent.SubjectSeen(0, false));
    away.passes(20);
    assertThat(away.state.counters().ended(Outcome.LEFT)).isEqualTo(1);
  }

  @Test
  void staffCannotAgreeForTheGuest() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    assertThat(run.asks(new BoothCommand.StartNow())).contains(Refusal.SOMEBODY_THERE);
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
  }

  @Test
  void handsFreeConsentTakesAFaceThatStays() {
    VisitorSettings handsFree = new VisitorSettings(30, 4, 45, 0.6, 3, 5, 25, 20, 12, 7, 8, 2, 3);
    Booths.Run free =
        new Booths.Run(
            new BoothSettings(handsFree, Booths.SETTINGS.queue(), Booths.MACHINE), Booths.fresh());
    free.happens(new BoothEvent.SubjectSeen(3, true));
    free.passes(3.9);
    assertThat(free.state.phase()).isEqualTo(Phase.CONSENT);
    free.passes(0.1);
    assertThat(free.state.phase()).isEqualTo(Phase.FRAMING);
  }

  @Test
  void whoCannotTouchAgreesByStayingAndWhoCanNeverDoes() {
    run.happens(new BoothEvent.SubjectSeen(5, true, false));
    run.passes(3.9);
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
    // staff choose another camera than the demo's: a person stands there
    run.happens(new BoothEvent.SubjectSeen(6, true));
    run.passes(5);
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
    run.happens(new BoothEvent.SubjectSeen(7, true, false));
    assertThat(run.state.phase()).isEqualTo(Phase.FRAMING);
  }

  @Test
  void pausedTimeDoesNotCountAsDrawing() {
    long session = run.queues(100);
    run.asks(new BoothCommand.Pause());
    assertThat(run.state.machine()).isInstanceOf(MachineState.Pausing.class);
    run.happens(new BoothEvent.DrawingHeld(session));
    run.passes(60);
    run.asks(new BoothCommand.Resume());
    MachineState.Drawing drawing = (MachineState.Drawing) run.state.machine();
    assertThat(drawing.job().pausedMs()).isEqualTo(60_000);
    assertThat(Forecast.leftS(drawing.job(), LearnedPace.guess(1), run.nowMs)).isEqualTo(88);
  }

  @Test
  void brokenDrawingIsBegunAgainOnce() {
    long session = run.queues(100);
    for (int i = 0; i < 2; i++) {
      run.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no answer"));
      assertThat(run.state.phase()).isEqualTo(Phase.FAULT);
      run.passes(10);
      run.happens(new BoothEvent.MachineReady());
      run.happens(new BoothEvent.Parked());
      run.asks(new BoothCommand.ConfirmErased());
    }
    assertThat(run.actions.stream().filter(BoothAction.Draw.class::isInstance)).hasSize(2);
    assertThat(run.state.counters().ended(Outcome.LOST)).isEqualTo(1);
    assertThat(run.actions).contains(new BoothAction.Forget(session));
  }

  @Test
  void faultNeverLoops() {
    run.queues(100);
    run.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no answer"));
    for (int check = 0; check < 200; check++) {
      run.passes(300);
      if (run.state.machine() instanceof MachineState.Recovering) {
        run.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no answer"));
      }
    }
    assertThat(run.state.machine()).isInstanceOf(MachineState.OutOfService.class);
    assertThat(run.actions.stream().filter(BoothAction.NoteFault.class::isInstance)).hasSize(1);
    assertThat(run.actions.stream().filter(BoothAction.Draw.class::isInstance)).hasSize(1);
    assertThat(run.state.counters().ended(Outcome.LOST)).isEqualTo(1);
  }

  @Test
  void closedBoothDrawsWhoWaitsButAsksNobody() {
    run.queues(100);
    long second = run.queues(60);
    run.asks(new BoothCommand.Close());
    run.happens(new BoothEvent.SubjectSeen(99, true));
    assertThat(run.state.visitor()).isInstanceOf(VisitorState.Attract.class);
    assertThat(run.asks(new BoothCommand.Press())).contains(Refusal.CLOSED);
    run.happens(new BoothEvent.DrawingFinished(1));
    run.passes(20);
    run.happens(new BoothEvent.Parked());
    run.happens(new BoothEvent.ErasureSeen());
    assertThat(run.state.machine().ticket()).map(Ticket::number).contains(second);
  }

  @Test
  void fullQueueAsksNobody() {
    for (int i = 0; i < 4; i++) {
      run.queues(100);
    }
    run.happens(new BoothEvent.SubjectSeen(99, true));
    assertThat(run.asks(new BoothCommand.Press())).contains(Refusal.QUEUE_FULL);
    assertThat(run.state.visitor()).isInstanceOf(VisitorState.Attract.class);
  }

  @Test
  void cameraThatIsGoneKeepsGuestsAwayUntilItIsBack() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    run.happens(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
    assertThat(run.state.phase()).isEqualTo(Phase.SORRY);
    run.passes(7);
    assertThat(run.state.phase()).isEqualTo(Phase.FAULT);
    run.happens(new BoothEvent.SubjectSeen(0, false));
    run.happens(new BoothEvent.Healed(FaultKind.CAMERA));
    assertThat(run.state.phase()).isEqualTo(Phase.ATTRACT);
  }

  @Test
  void whomTheCameraFailedIsAskedAgainWhenItIsBack() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    run.happens(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
    run.passes(7);
    run.happens(new BoothEvent.Healed(FaultKind.CAMERA));
    run.happens(new BoothEvent.SubjectSeen(5, true));
    assertThat(run.state.visitor()).isInstanceOf(VisitorState.Consent.class);
  }

  @Test
  void whomTheBoothFailedIsAskedAgain() {
    List<Consumer<Booths.Run>> failures =
        List.of(
            guest -> guest.happens(new BoothEvent.SketchFailed(1, false, "no memory")),
            guest -> guest.passes(Booths.VISITOR.sketchS()),
            guest -> {
              guest.happens(new BoothEvent.EmergencyStopPressed());
              guest.asks(new BoothCommand.Reset());
              guest.happens(new BoothEvent.MachineReady());
            });
    for (Consumer<Booths.Run> failure : failures) {
      Booths.Run guest = asSketched();
      failure.accept(guest);
      assertThat(guest.state.visitor()).isInstanceOf(VisitorState.Sorry.class);
      guest.happens(new BoothEvent.SubjectSeen(5, true));
      guest.passes(Booths.VISITOR.sorryS());
      assertThat(guest.state.visitor()).isInstanceOf(VisitorState.Consent.class);
    }
  }

  @Test
  void whoCouldNotBeSketchedForWantOfAFaceIsNotAskedAgain() {
    Booths.Run guest = asSketched();
    guest.happens(new BoothEvent.SketchFailed(1, true, "no face"));
    guest.happens(new BoothEvent.SubjectSeen(5, true));
    guest.passes(Booths.VISITOR.sorryS());
    assertThat(guest.state.visitor()).isInstanceOf(VisitorState.Attract.class);
  }

  /** A guest whose sketch is being made. */
  private static Booths.Run asSketched() {
    Booths.Run guest = Booths.Run.fresh();
    guest.happens(new BoothEvent.SubjectSeen(5, true));
    guest.asks(new BoothCommand.Agree(false));
    guest.passes(4);
    guest.happens(new BoothEvent.FrameTaken(1));
    guest.happens(new BoothEvent.SubjectSeen(5, true));
    assertThat(guest.state.visitor()).isInstanceOf(VisitorState.Sketching.class);
    return guest;
  }

  @Test
  void fullDiskStopsNobody() {
    run.happens(new BoothEvent.Failing(FaultKind.HISTORY, "disk full"));
    run.queues(100);
    assertThat(run.state.machine()).isInstanceOf(MachineState.Drawing.class);
  }
}
