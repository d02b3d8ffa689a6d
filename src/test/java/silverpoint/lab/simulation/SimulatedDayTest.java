package silverpoint.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.config.BoothConfig;

/** Whole days with the real booth and a simulated crew. */
class SimulatedDayTest {
  private static final BoothSettings SETTINGS = BoothConfig.load(Path.of("kiosk-config"));

  private static DayReport day(int seed, double faults) {
    return new SimulatedDay(SETTINGS, new Random(seed), 8 * 3600, 90, faults).run();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void dayFullOfFaultsLeavesNobodyStuck(int seed) {
    DayReport day = day(seed, 1);
    assertThat(day.stuck()).isZero();
    assertThat(day.ended(Outcome.DRAWN)).isGreaterThan(60);
    assertThat(day.deaths()).isEqualTo(3);
    assertThat(DayReport.percentileS(day.calmErrorsS(), 0.95)).isLessThan(40);
    assertThat(DayReport.percentileS(day.shownErrorsS(), 0.95)).isLessThan(40);
    assertThat(day.faults())
        .containsKeys(
            FaultKind.CAMERA, FaultKind.HISTORY, FaultKind.MODEL, FaultKind.EMERGENCY_STOP);
  }

  @Test
  void promisesAreKeptOnACalmDay() {
    DayReport day = day(9, 0);
    assertThat(day.lost()).isZero();
    assertThat(DayReport.percentileS(day.promiseErrorsS(), 0.5)).isLessThan(30);
  }

  @Test
  void sameSeedSameDay() {
    assertThat(day(3, 1)).isEqualTo(day(3, 1));
  }
}
