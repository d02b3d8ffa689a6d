package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The wall goes on by a microsecond whenever somebody looks at it, and by what is slept. */
class PacedClockTest {
  private final AtomicLong wallNs = new AtomicLong(7_000_000_000L);
  private int slept;

  private PacedClock clock(double speed) {
    return new PacedClock(speed, () -> wallNs.getAndAdd(1_000), this::sleep);
  }

  /** As a computer sleeps: at times it wakes up too early, and always a little late otherwise. */
  private void sleep(long forNs) {
    slept++;
    wallNs.addAndGet(slept % 3 == 0 ? forNs / 2 : forNs + 60_000);
  }

  @Test
  void neverRunsAheadOfTheWall() {
    PacedClock clock = clock(1);
    long beganNs = wallNs.get();
    for (int i = 1; i <= 50; i++) {
      clock.waitUntil(i * 20_000_000L);
      assertThat(clock.nowNs()).isEqualTo(i * 20_000_000L);
      assertThat(wallNs.get() - beganNs)
          .isBetween(i * 20_000_000L - 7_000_000, i * 20_000_000L + 200_000);
    }
  }

  @Test
  void sleepsInsteadOfLookingAtTheWall() {
    clock(1).waitUntil(1_000_000_000);
    assertThat(slept).isBetween(1, 3);
  }

  @Test
  void runsFasterThanTheWall() {
    PacedClock clock = clock(10);
    long beganNs = wallNs.get();
    clock.waitUntil(1_000_000_000);
    assertThat(wallNs.get() - beganNs).isBetween(90_000_000L, 110_000_000L);
  }

  @Test
  void aRestIsNotMadeUpFor() {
    PacedClock clock = clock(10);
    clock.waitUntil(100_000_000);
    wallNs.addAndGet(60_000_000_000L);
    long goesOnNs = wallNs.get();
    clock.waitUntil(300_000_000);
    assertThat(wallNs.get() - goesOnNs).isBetween(14_000_000L, 24_000_000L);
  }

  @Test
  void timeDoesNotGoBack() {
    PacedClock clock = clock(1000);
    clock.waitUntil(5_000);
    clock.waitUntil(3_000);
    assertThat(clock.nowNs()).isEqualTo(5_000);
  }

  @Test
  void speedHasBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock(0));
    assertThatIllegalArgumentException().isThrownBy(() -> clock(Double.NaN));
  }
}
