package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A machine that does not move, since the disk takes no note of it. */
class PositionNotNotedTest {
  private final Booths.Run run = Booths.Run.fresh();

  @Test
  void aDrawingThatCannotBeginIsNeitherLostNorBegunAgain() {
    long session = run.queues(100);
    for (int i = 0; i < 4; i++) {
      run.happens(new BoothEvent.MachineFailed(FaultKind.POSITION_FILE, "disk full"));
      assertThat(run.state.phase()).isEqualTo(Phase.FAULT);
      assertThat(run.state.queue()).hasSize(1);
      assertThat(run.state.queue().getFirst().redraws()).isZero();
      run.asks(new BoothCommand.Reset());
      run.happens(new BoothEvent.MachineReady());
      run.happens(new BoothEvent.Parked());
      run.asks(new BoothCommand.ConfirmErased());
    }
    run.happens(new BoothEvent.DrawingFinished(session));
    assertThat(run.state.counters().ended(Outcome.DRAWN)).isEqualTo(1);
    assertThat(run.state.counters().ended(Outcome.LOST)).isZero();
  }

  @Test
  void aPausedDrawingThatCannotGoOnStaysPaused() {
    long session = run.queues(100);
    run.asks(new BoothCommand.Pause());
    run.happens(new BoothEvent.DrawingHeld(session));
    run.asks(new BoothCommand.Resume());
    run.happens(new BoothEvent.DrawingHeld(session));
    assertThat(run.state.machine()).isInstanceOf(MachineState.Paused.class);
    run.asks(new BoothCommand.Resume());
    run.happens(new BoothEvent.DrawingFinished(session));
    assertThat(run.state.counters().ended(Outcome.DRAWN)).isEqualTo(1);
  }
}
