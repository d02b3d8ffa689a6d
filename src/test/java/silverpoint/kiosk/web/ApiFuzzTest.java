package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense of all kinds, to every documented route: refused, without a word about the inside. */
class ApiFuzzTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyRouteRefusesNonsenseAndTellsNothing(long seed) {
    try (StagedKiosk kiosk = new StagedKiosk(true, 0)) {
      ApiFuzz fuzz = new ApiFuzz(kiosk, seed);
      fuzz.run(300);
      assertThat(fuzz.offences).isEmpty();
      assertThat(fuzz.statuses.keySet()).contains(400, 401, 403, 405, 413, 415, 421);
    }
  }
}
