package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;

class GrayImageTest {
  private static final GrayImage IMAGE = new GrayImage(3, 1, new float[] {0, 1, 0.5f});

  @Test
  void noBlurLeavesAnImageAsItIs() {
    assertThat(IMAGE.blurred(0).toArray()).containsExactly(0, 1, 0.5f);
    assertThat(IMAGE.toRgb().blurred(0).luma().toArray())
        .containsExactly(IMAGE.toRgb().luma().toArray());
    assertThat(IMAGE.blurred(1e-9).toArray()).containsExactly(0, 1, 0.5f);
  }

  @Test
  void aBlurThatIsNoneIsMisuse() {
    assertThatThrownBy(() -> IMAGE.blurred(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IMAGE.blurred(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPositionBetweenPixelsHasTheValuesAroundIt() {
    GrayImage image = new GrayImage(2, 2, new float[] {0, 1, 4, 9});
    assertThat(image.sample(new Point(0.5, 0.5))).isEqualTo(0);
    assertThat(image.sample(new Point(1.5, 0.5))).isEqualTo(1);
    assertThat(image.sample(new Point(0.5, 1.5))).isEqualTo(4);
    assertThat(image.sample(new Point(0.75, 0.5))).isCloseTo(0.25, within(1e-6));
    assertThat(image.sample(new Point(0.5, 0.75))).isCloseTo(1, within(1e-6));
    assertThat(image.sample(new Point(1, 1))).isCloseTo(3.5, within(1e-6));
    assertThat(image.sample(new Point(-9, 0.5))).as("the border goes on").isEqualTo(0);
    assertThat(image.sample(new Point(9, 9))).isEqualTo(9);
  }

  @ParameterizedTest(name = "sigma {0}")
  @ValueSource(doubles = {0.8, 2, 5})
  void aBlurSpreadsAPointByItsSigma(double sigmaPx) {
    int side = 61;
    float[] point = new float[side * side];
    point[30 * side + 30] = 1;
    GrayImage soft = new GrayImage(side, side, point).blurred(sigmaPx);
    double sum = 0;
    double xVariance = 0;
    double yVariance = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        sum += soft.at(x, y);
        xVariance += soft.at(x, y) * (x - 30) * (x - 30);
        yVariance += soft.at(x, y) * (y - 30) * (y - 30);
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
    assertThat(Math.sqrt(xVariance)).isCloseTo(sigmaPx, within(0.03 * sigmaPx));
    assertThat(Math.sqrt(yVariance)).isCloseTo(sigmaPx, within(0.03 * sigmaPx));
  }

  @Test
  void aBlurLeavesAFlatPictureAsItIsUpToItsBorder() {
    float[] flat = new float[9 * 7];
    Arrays.fill(flat, 0.4f);
    for (float value : new GrayImage(9, 7, flat).blurred(3).toArray()) {
      assertThat(value).isCloseTo(0.4f, within(1e-4f));
    }
  }
}
