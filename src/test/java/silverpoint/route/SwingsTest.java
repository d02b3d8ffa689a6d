package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SwingsTest {
  private static final double LEAST = 0.4;

  @Test
  void onlySwingsLargerThanTheLeastTurn() {
    double[] along = {0, 1, 0.7, 2, 1.5, 3};
    assertThat(Swings.turningPoints(along, LEAST)).containsExactly(3, 4);
    assertThat(Swings.turningPoints(along, 0.2)).containsExactly(1, 2, 3, 4);
    assertThat(Swings.turningPoints(along, 1)).isEmpty();
  }

  @Test
  void aSmallSwingIsMetHalfway() {
    double[] along = {0, 1, 0.7, 2, 1.5, 3};
    assertThat(Swings.flattened(along, LEAST)).containsExactly(0, 0.85, 0.85, 2, 1.5, 3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("silverpoint.route.RuralPostmanRouterTest#seeds")
  void flatteningLeavesOnlyLargeSwingsAndMovesNoPointFar(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] along = new double[2 + random.nextInt(60)];
    for (int i = 1; i < along.length; i++) {
      along[i] = along[i - 1] + random.nextDouble(-0.5, 0.55);
    }
    double[] flat = Swings.flattened(along, LEAST);
    for (int i = 0; i < along.length; i++) {
      assertThat(flat[i]).isCloseTo(along[i], within(LEAST / 2 + 1e-12));
    }
    assertThat(flat[0]).isEqualTo(along[0]);
    assertThat(flat[along.length - 1]).isEqualTo(along[along.length - 1]);
    int largeSwings = Swings.turningPoints(along, LEAST).size();
    assertThat(Swings.turningPoints(flat, LEAST)).hasSize(largeSwings);
    // the ends stay, which may need a small swing or two at each
    assertThat(Swings.turningPoints(flat, 1e-9).size()).isBetween(largeSwings, largeSwings + 4);
  }
}
