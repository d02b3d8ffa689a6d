package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the booth learns of its machine, and what it promises by it. */
class PromisesLearnedTest {
  private final Booths.Run run = Booths.Run.fresh();

  @Test
  void fasterMachineIsPromisedAsSuch() {
    BoothState fast = BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1 / 6.0), 0);
    Booths.Run quick = new Booths.Run(Booths.SETTINGS, fast);
    quick.sketches(72);
    quick.asks(new BoothCommand.Accept());
    MachineState.Drawing drawing = (MachineState.Drawing) quick.state.machine();
    assertThat(drawing.job().ticket().promise().firstMs()).isEqualTo(quick.nowMs + 12_000);
  }

  @Test
  void whoWaitsBehindAFaultIsToldAnotherTime() {
    run.queues(100);
    long second = run.queues(60);
    Promise before = run.state.queue().getFirst().promise();
    assertThat(before.changes()).isZero();
    run.happens(new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, "no supply"));
    Ticket ticket = run.state.queue().getLast();
    assertThat(ticket.number()).isEqualTo(second);
    assertThat(ticket.promise().firstMs()).isEqualTo(before.firstMs());
    assertThat(ticket.promise().changes()).isOne();
    // mended, cleared, the first drawn anew and cleared, the second drawn
    double inS = 90 + 25 + 100 + 45 + 60;
    assertThat(ticket.promise().latestMs()).isEqualTo(run.nowMs + Math.round(inS * 1000));
  }

  @Test
  void pausedDrawingMovesItsPromise() {
    long session = run.queues(100);
    run.asks(new BoothCommand.Pause());
    run.happens(new BoothEvent.DrawingHeld(session));
    run.passes(61);
    run.happens(new BoothEvent.Tick());
    Promise promise = run.state.machine().ticket().orElseThrow().promise();
    assertThat(promise.latestMs() - promise.firstMs()).isEqualTo(61_000);
  }

  @Test
  void clearingTheSlowWayIsLearnedOnlyWhileSomebodyWaits() {
    for (int i = 0; i < 12; i++) {
      clears(run.queues(100), 60);
    }
    assertThat(run.state.pace().clearingS()).isEqualTo(25);
    run.queues(100);
    for (int i = 0; i < 12; i++) {
      run.queues(100);
      clears(Booths.drawnOf(run.state), 60);
    }
    assertThat(run.state.pace().clearingS()).isBetween(55.0, 60.0);
  }

  @Test
  void repairIsNoPartOfClearing() {
    run.queues(100);
    long second = run.queues(60);
    run.happens(new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, "no supply"));
    run.passes(200);
    run.asks(new BoothCommand.DeclareHome());
    run.happens(new BoothEvent.ServiceEnded(true));
    run.passes(25);
    run.happens(new BoothEvent.Parked());
    run.happens(new BoothEvent.ErasureSeen());
    assertThat(run.state.queue()).extracting(Ticket::number).containsExactly(second);
    assertThat(run.state.pace().clearingS()).isEqualTo(25);
    assertThat(run.state.pace().repairS()).isEqualTo(145);
  }

  private void clears(long session, double forS) {
    run.happens(new BoothEvent.DrawingFinished(session));
    run.passes(20);
    run.passes(forS);
    run.happens(new BoothEvent.Parked());
    run.happens(new BoothEvent.ErasureSeen());
  }

  @Test
  void machineTeachesItsPace() {
    for (int i = 0; i < 20; i++) {
      long session = run.queues(100);
      run.passes(98);
      run.happens(new BoothEvent.DrawingFinished(session));
      run.passes(20);
      run.happens(new BoothEvent.Parked());
      run.happens(new BoothEvent.ErasureSeen());
    }
    assertThat(run.state.pace().drawFactor()).isBetween(1.09, 1.11);
  }
}
