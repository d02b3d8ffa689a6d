package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Staff put the queue in another order, and everybody is told the truth about it. */
class QueueOrderTest {
  private final Booths.Run run = Booths.Run.fresh();

  private List<Long> waiting() {
    return run.state.queue().stream().map(Ticket::number).toList();
  }

  private long expectedMs(long session) {
    return run.state.queue().stream()
        .filter(ticket -> ticket.number() == session)
        .mapToLong(ticket -> ticket.promise().latestMs())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoeverIsBroughtForwardChangesPlacesWithTheOneBefore() {
    run.queues(100);
    long second = run.queues(60);
    long third = run.queues(60);
    long fourth = run.queues(60);
    assertThat(run.asks(new BoothCommand.BringForward(fourth))).isEmpty();
    assertThat(waiting()).containsExactly(second, fourth, third);
    assertThat(run.asks(new BoothCommand.BringForward(fourth))).isEmpty();
    assertThat(waiting()).containsExactly(fourth, second, third);
    assertThat(run.asks(new BoothCommand.BringForward(fourth))).contains(Refusal.ALREADY_NEXT);
    assertThat(run.asks(new BoothCommand.BringForward(99))).contains(Refusal.NO_SUCH_TICKET);
    assertThat(waiting()).containsExactly(fourth, second, third);
  }

  @Test
  void whoeverHasToWaitLongerIsToldTheNewTime() {
    run.queues(100);
    long second = run.queues(60);
    long third = run.queues(200);
    long before = expectedMs(second);
    run.asks(new BoothCommand.BringForward(third));
    assertThat(expectedMs(second)).isGreaterThanOrEqualTo(before + 200_000);
  }

  @Test
  void theStylusIsParkedForWhoeverIsNextByThen() {
    run.queues(100);
    long second = run.queues(60);
    long third = run.queues(60);
    run.happens(new BoothEvent.DrawingFinished(1));
    run.passes(20);
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.of(second)));
    run.asks(new BoothCommand.BringForward(third));
    run.happens(new BoothEvent.Parked());
    assertThat(run.actions).last().isEqualTo(new BoothAction.Park(Optional.of(third)));
    run.happens(new BoothEvent.Parked());
    run.asks(new BoothCommand.ConfirmErased());
    assertThat(run.state.machine().ticket().map(Ticket::number)).contains(third);
  }
}
