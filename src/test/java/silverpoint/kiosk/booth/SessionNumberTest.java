package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionNumberTest {
  private final Booths.Run run = Booths.Run.fresh();

  @Test
  void aNoticeThatLapsesOrIsDeclinedTakesNoNumber() {
    run.happens(new BoothEvent.SubjectSeen(5, true));
    run.happens(new BoothEvent.SubjectSeen(0, false));
    run.passes(60);
    run.happens(new BoothEvent.SubjectSeen(6, true));
    run.asks(new BoothCommand.Decline());
    assertThat(run.actions).isEmpty();
    assertThat(run.queues(100)).isEqualTo(1);
    assertThat(run.state.counters().began()).isEqualTo(1);
  }
}
