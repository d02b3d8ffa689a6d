package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A finished portrait has the screen to itself, whoever is served meanwhile. */
class FinishedPortraitTest {
  private final Booths.Run run = Booths.Run.fresh();

  @Test
  void aPortraitThatIsFinishedWhileTheNextGuestIsServedHasTheScreenBeforeItIsShaken() {
    long first = run.queues(100);
    run.sketches(60);
    run.happens(new BoothEvent.DrawingFinished(first));
    assertThat(run.state.phase()).isEqualTo(Phase.REVIEW);
    run.passes(19);
    run.asks(new BoothCommand.Accept());
    run.passes(2);
    run.happens(new BoothEvent.Parked());
    assertThat(run.state.machine()).isInstanceOf(MachineState.Erase.class);
    assertThat(run.state.phase()).isEqualTo(Phase.QUEUED);
    run.passes(10);
    assertThat(run.state.phase()).isEqualTo(Phase.DONE);
    run.passes(19.9);
    assertThat(run.state.phase()).isEqualTo(Phase.DONE);
    run.passes(0.1);
    assertThat(run.state.phase()).isEqualTo(Phase.ERASE);
  }

  @Test
  void theStylusWaitsWhileItsPortraitIsLookedAtAndWhoeverComesMayPress() {
    long first = run.queues(100);
    run.sketches(60);
    run.happens(new BoothEvent.DrawingFinished(first));
    run.passes(5);
    run.asks(new BoothCommand.Accept());
    run.passes(12);
    run.happens(new BoothEvent.SubjectSeen(99, true));
    run.passes(19.9);
    assertThat(run.state.machine()).isInstanceOf(MachineState.Done.class);
    assertThat(run.state.phase()).isEqualTo(Phase.DONE);
    assertThat(run.asks(new BoothCommand.Press())).isEmpty();
    assertThat(run.state.phase()).isEqualTo(Phase.CONSENT);
    assertThat(run.state.machine()).isInstanceOf(MachineState.Parking.class);
  }

  @Test
  void whatWasGivenUpOrIsGoneIsNotAnnounced() {
    long first = run.queues(100);
    run.asks(new BoothCommand.Cancel());
    run.happens(new BoothEvent.DrawingStopped(first, true));
    assertThat(run.state.phase()).isEqualTo(Phase.PARKING);
    assertThat(run.state.machine().finished()).isEmpty();
    Booths.Run gone = Booths.Run.fresh();
    gone.happens(new BoothEvent.DrawingFinished(gone.queues(100)));
    assertThat(gone.state.phase()).isEqualTo(Phase.DONE);
    gone.asks(new BoothCommand.EraseEverything());
    gone.passes(0.1);
    assertThat(gone.state.phase()).isEqualTo(Phase.PARKING);
  }

  @Test
  void whoseDrawingIsErasedOrDroppedIsNotPromisedItAnyLonger() {
    run.sketches(120);
    run.asks(new BoothCommand.Accept());
    assertThat(run.state.phase()).isEqualTo(Phase.QUEUED);
    run.asks(new BoothCommand.EraseEverything());
    assertThat(run.state.visitor()).isInstanceOf(VisitorState.Attract.class);

    Booths.Run full = Booths.Run.fresh();
    long first = full.queues(100);
    long second = full.sketches(120);
    full.asks(new BoothCommand.Accept());
    assertThat(full.state.phase()).isEqualTo(Phase.QUEUED);
    assertThat(full.asks(new BoothCommand.Drop(second))).isEmpty();
    assertThat(full.state.visitor()).isInstanceOf(VisitorState.Attract.class);
    assertThat(full.state.machine().ticket().map(Ticket::number)).contains(first);
  }

  @Test
  void whoeverLooksAtItSaysOnceHowItIsLiked() {
    long first = run.queues(100);
    assertThat(run.asks(new BoothCommand.Rate(true))).contains(Refusal.NO_PORTRAIT);
    run.happens(new BoothEvent.DrawingFinished(first));
    assertThat(run.asks(new BoothCommand.Rate(false))).isEmpty();
    assertThat(run.actions).last().isEqualTo(new BoothAction.NoteRating(first, false));
    assertThat(run.asks(new BoothCommand.Rate(true))).contains(Refusal.NO_PORTRAIT);
    run.passes(19.9);
    assertThat(run.state.phase()).isEqualTo(Phase.DONE);
    run.passes(0.1);
    assertThat(run.state.phase()).isEqualTo(Phase.PARKING);
  }
}
