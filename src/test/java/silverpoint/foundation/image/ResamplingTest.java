package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Affine;

class ResamplingTest {
  private static final int SIDE = 64;

  @Test
  void theIdentityGivesThePictureBack() {
    RgbImage ramp = ramp();
    RgbImage window = Resampling.window(ramp, Affine.IDENTITY, SIDE, SIDE, Resampling.Border.BLACK);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(window.packedAt(x, y)).isEqualTo(ramp.packedAt(x, y));
      }
    }
  }

  @ParameterizedTest(name = "{0} to 1")
  @ValueSource(doubles = {1.1, 1.5, 2, 3.7, 8})
  void shrinkingKeepsPlacesAndAverages(double factor) {
    int side = (int) (SIDE / factor);
    RgbImage small =
        Resampling.window(ramp(), Affine.scaling(factor), side, side, Resampling.Border.REPLICATE);
    for (int x = 1; x < side - 1; x++) {
      // the ramp's value at the window pixel's centre
      double expected = 3 * ((x + 0.5) * factor - 0.5);
      assertThat((double) small.at(x, side / 2, 0)).isCloseTo(expected, within(2.5));
    }
  }

  @Test
  void outsideIsBlackOrContinued() {
    Affine beside = Affine.translation(-SIDE, 0);
    RgbImage black = Resampling.window(ramp(), beside, 8, 8, Resampling.Border.BLACK);
    RgbImage continued = Resampling.window(white(), beside, 8, 8, Resampling.Border.REPLICATE);
    assertThat(black.packedAt(4, 4)).isZero();
    assertThat(continued.packedAt(4, 4)).isEqualTo(0xffffff);
  }

  private static RgbImage ramp() {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      rgb[3 * i] = (byte) (3 * (i % SIDE));
      rgb[3 * i + 1] = (byte) (3 * (i / SIDE));
      rgb[3 * i + 2] = (byte) 7;
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static RgbImage white() {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    Arrays.fill(rgb, (byte) 255);
    return new RgbImage(SIDE, SIDE, rgb);
  }
}
