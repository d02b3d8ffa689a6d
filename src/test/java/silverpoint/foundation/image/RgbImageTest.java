package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RgbImageTest {
  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource({"255, 0, 0, 0.299", "0, 255, 0, 0.587", "0, 0, 255, 0.114", "255, 255, 255, 1"})
  void greenIsBrightestAndBlueDarkest(int red, int green, int blue, double luma) {
    assertThat((double) plain(2, 1, red, green, blue).luma().at(1, 0))
        .isCloseTo(luma, within(1e-3));
  }

  @Test
  void whatLiesBehindShowsWhereTheWeightIsNothing() {
    RgbImage front = plain(3, 1, 200, 100, 0);
    RgbImage behind = plain(3, 1, 0, 20, 40);
    RgbImage mixed = front.over(behind, new GrayImage(3, 1, new float[] {1, 0.5f, 0}));
    assertThat(mixed.packedAt(0, 0) & 0xffffff).isEqualTo(0xc86400);
    assertThat(mixed.packedAt(1, 0) & 0xffffff).isEqualTo(0x643c14);
    assertThat(mixed.packedAt(2, 0) & 0xffffff).isEqualTo(0x001428);
  }

  @Test
  void planesHoldOneColourEachRowByRow() {
    byte[] rgb = {(byte) 255, 0, 51, 0, (byte) 255, 51};
    assertThat(new RgbImage(2, 1, rgb).planar(-5, 505)).containsExactly(505, -5, -5, 505, 97, 97);
  }

  @Test
  void aBlurMixesNeighboursOfOneColourOnly() {
    byte[] rgb = new byte[3 * 21];
    rgb[3 * 10] = (byte) 250;
    RgbImage soft = new RgbImage(21, 1, rgb).blurred(2);
    assertThat(soft.at(10, 0, 0)).isBetween(45, 55);
    assertThat(soft.at(12, 0, 0)).isBetween(25, 35).isEqualTo(soft.at(8, 0, 0));
    assertThat(soft.at(10, 0, 1)).isZero();
    assertThat(soft.at(10, 0, 2)).isZero();
  }

  private static RgbImage plain(int width, int height, int red, int green, int blue) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return new RgbImage(width, height, rgb);
  }
}
