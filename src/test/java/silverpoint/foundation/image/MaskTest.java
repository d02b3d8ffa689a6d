package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void distanceIsThatToTheNearestSetPixel(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = random.nextInt(1, 30);
    int height = random.nextInt(1, 30);
    boolean[] set = new boolean[width * height];
    for (int i = 0; i < set.length; i++) {
      set[i] = random.nextInt(20) == 0;
    }
    GrayImage distance = new Mask(width, height, set).distanceToSet();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < set.length; i++) {
          if (set[i]) {
            nearest = Math.min(nearest, Math.hypot(i % width - x, i / width - y));
          }
        }
        if (nearest == Double.POSITIVE_INFINITY) {
          assertThat(distance.at(x, y)).isInfinite();
        } else {
          assertThat((double) distance.at(x, y)).isCloseTo(nearest, within(1e-5));
        }
      }
    }
  }

  @Test
  void theLargestComponentTouchesByCorners() {
    Mask mask =
        TextMask.of(
            """
            ##....
            ....#.
            .....#
            ...##.
            """);
    assertThat(TextMask.toText(mask.largestComponent()))
        .isEqualTo(
            """
            ......
            ....#.
            .....#
            ...##.
            """);
  }

  @Test
  void ofEqualComponentsTheFirstIsLargest() {
    assertThat(TextMask.toText(TextMask.of("##.##\n").largestComponent())).isEqualTo("##...\n");
    assertThat(TextMask.toText(TextMask.of("..#\n#..\n#.#\n").largestComponent()))
        .isEqualTo("...\n#..\n#..\n");
  }

  @Test
  void anEmptyMaskHasAnEmptyLargestComponent() {
    assertThat(TextMask.of("...\n...\n").largestComponent().count()).isZero();
  }
}
