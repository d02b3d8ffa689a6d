package silverpoint.machine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The textbook cases, calculated by hand. */
class SpeedProfileTest {
  @Test
  void trapezoid() {
    SpeedProfile profile = SpeedProfile.fastest(100, 10, 50, 10, 100);
    // rise and fall: 0.4 s and (2500 - 100) / 200 = 12 mm each; 76 mm are left at 50 mm/s
    assertThat(profile.cruiseMmPerS()).isEqualTo(50);
    assertThat(profile.durationS()).isCloseTo(0.4 + 76 / 50.0 + 0.4, within(1e-12));
    assertThat(profile.timeAtS(12)).isCloseTo(0.4, within(1e-12));
    assertThat(profile.timeAtS(50)).isCloseTo(profile.durationS() / 2, within(1e-12));
    assertThat(profile.distanceAtMm(0.2)).isCloseTo(0.2 * 10 + 0.5 * 100 * 0.04, within(1e-12));
  }

  @Test
  void triangle() {
    SpeedProfile profile = SpeedProfile.fastest(24, 10, 1000, 10, 100);
    assertThat(profile.cruiseMmPerS()).isCloseTo(50, within(1e-12));
    assertThat(profile.durationS()).isCloseTo(0.8, within(1e-12));
    assertThat(profile.distanceAtMm(0.4)).isCloseTo(12, within(1e-12));
  }

  @Test
  void risesOnly() {
    SpeedProfile profile = SpeedProfile.fastest(12, 10, 1000, 50, 100);
    assertThat(profile.durationS()).isCloseTo(0.4, within(1e-12));
    assertThat(profile.cruiseMmPerS()).isCloseTo(50, within(1e-12));
  }

  @Test
  void constantSpeed() {
    SpeedProfile profile = SpeedProfile.fastest(30, 10, 10, 10, 100);
    assertThat(profile.durationS()).isEqualTo(3);
    assertThat(profile.timeAtS(10)).isCloseTo(1, within(1e-12));
  }

  @Test
  void noLengthTakesNoTime() {
    assertThat(SpeedProfile.fastest(0, 10, 50, 10, 100).durationS()).isZero();
  }

  @Test
  void refusesAnEndThatCannotBeReached() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpeedProfile.fastest(11, 10, 1000, 50, 100))
        .withMessageContaining("11.0 mm, 10.0 to 50.0 to 50.0 mm/s at 100.0 mm/s2");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void timeAndDistanceAreInverse(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double lengthMm = random.nextDouble(0.01, 20);
      double start = random.nextDouble(0.5, 20);
      double end =
          Math.sqrt(
              start * start
                  + random.nextDouble(-1, 1) * Math.min(2 * 120 * lengthMm, start * start * 0.9));
      SpeedProfile profile =
          SpeedProfile.fastest(lengthMm, start, random.nextDouble(10, 60), end, 120);
      double before = -1;
      for (double share = 0; share <= 1; share += 0.125) {
        double timeS = profile.timeAtS(share * lengthMm);
        assertThat(timeS).isGreaterThan(before);
        assertThat(profile.distanceAtMm(timeS)).isCloseTo(share * lengthMm, within(1e-10));
        before = timeS;
      }
      assertThat(profile.timeAtS(0)).isZero();
      assertThat(profile.timeAtS(lengthMm)).isCloseTo(profile.durationS(), within(1e-12));
    }
  }
}
