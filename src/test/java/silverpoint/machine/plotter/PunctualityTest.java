package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import silverpoint.UnspeakableError;

/** Who waits longer than was planned is told why, and nobody else is told anything. */
class PunctualityTest {
  private final List<Optional<String>> told = new ArrayList<>();
  private final Punctuality punctuality = new Punctuality(List.of(), told::add);

  private void drawn(long plannedS, long tookS) {
    punctuality.finished(TimeUnit.SECONDS.toNanos(plannedS), TimeUnit.SECONDS.toNanos(tookS));
  }

  @Test
  void aDrawingThatTookMuchLongerIsToldUntilOneDoesNot() {
    drawn(100, 109);
    drawn(100, 240);
    drawn(100, 100);
    assertThat(told).hasSize(3);
    assertThat(told.get(0)).isEmpty();
    assertThat(told.get(1).orElseThrow()).contains("2.4 times", "other programs");
    assertThat(told.get(2)).isEmpty();
  }

  @Test
  void aJogTellsNothingOfDrawings() {
    drawn(1, 9);
    drawn(0, 1);
    assertThat(told).isEmpty();
  }

  @Test
  void aDrawingIsFinishedWhoeverListens() {
    Punctuality unheard =
        new Punctuality(
            List.of(),
            _ -> {
              throw new UnspeakableError();
            });
    unheard.finished(TimeUnit.SECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(200));
    assertThat(told).isEmpty();
  }
}
