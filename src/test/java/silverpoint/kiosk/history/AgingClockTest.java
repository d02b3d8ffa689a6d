package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.booth.BoothClock;

class AgingClockTest {
  @Test
  void aProgramThatStandsStillBetweenTheTwoClocksAgesNothingTwice() {
    AtomicReference<Duration> standsStill = new AtomicReference<>(Duration.ZERO);
    AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
    BoothClock clock =
        new BoothClock(
            () -> {
              long nowMs = passed.get().toMillis();
              passed.set(passed.get().plus(standsStill.getAndSet(Duration.ZERO)));
              return nowMs;
            },
            () -> StagedHistory.NOON.plus(passed.get()));
    AgingClock ages = new AgingClock(clock);
    standsStill.set(Duration.ofHours(3));
    ages.instant();
    assertThat(ages.instant()).isEqualTo(StagedHistory.NOON.plus(Duration.ofHours(3)));
  }
}
