package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.TestModels;

/** The portrait edge models of the repository keep their cards and draw faces in any light. */
@ParameterizedClass
@ValueSource(strings = {"edge-portrait", "edge-portrait-quality"})
class EdgeModelTest {
  private static final float PAPER = 200f / 255;

  private final NeuralModel model;

  EdgeModelTest(String name) {
    model = TestModels.get().model(name);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8, 8", "33, 47", "97, 131", "192, 275"})
  void takesAnySize(int height, int width) {
    Tensor ink = model.run(flat(0.5f, height, width)).getFirst();

    assertThat(ink.shape()).containsExactly(1L, 1L, (long) height, (long) width);
    for (int i = 0; i < ink.size(); i++) {
      assertThat(ink.at(i)).isBetween(0f, 1f);
    }
  }

  @Test
  void drawsNothingOnPlainPaper() {
    Tensor ink = model.run(flat(PAPER, 128, 192)).getFirst();

    for (int i = 0; i < ink.size(); i++) {
      assertThat(ink.at(i)).isLessThan(0.1f);
    }
  }

  @Test
  void drawsEyesAndMouthAndLeavesCheekAndSweaterBlank() {
    Tensor ink = model.run(face()).getFirst();

    assertThat(meanInk(ink, 80, 78, 90, 22)).as("eyes").isGreaterThan(0.2);
    assertThat(meanInk(ink, 96, 128, 52, 20)).as("mouth").isGreaterThan(0.15);
    assertThat(meanInk(ink, 78, 104, 14, 18)).as("cheek").isLessThan(0.1);
    assertThat(meanInk(ink, 105, 196, 45, 30)).as("sweater").isLessThan(0.1);
  }

  @ParameterizedTest
  @CsvSource({"0.35, 0", "0.6, 0.4"})
  void drawsMuchTheSameInDimAndInStrayLight(float gain, float stray) {
    Tensor bright = face();
    float[] values = bright.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = gain * values[i] + stray;
    }
    Tensor ink = model.run(bright).getFirst();
    Tensor inkThere = model.run(new Tensor(values, bright.shapeArray())).getFirst();

    assertThat(correlation(ink, inkThere)).isGreaterThan(0.8);
    assertThat(correlation(ink, model.run(flat(PAPER, 256, 256)).getFirst())).isLessThan(0.3);
  }

  /** The bundled portrait's head, 256x256 px. */
  private static Tensor face() {
    return TestPictures.portrait(TestModels.get().model("person-mask").card(), 115, 20, 230);
  }

  private static Tensor flat(float value, int height, int width) {
    float[] values = new float[3 * height * width];
    Arrays.fill(values, value);
    return new Tensor(values, 1, 3, height, width);
  }

  private static double meanInk(Tensor ink, int x, int y, int width, int height) {
    double sum = 0;
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        sum += ink.at(row * ink.extent(3) + column);
      }
    }
    return sum / (width * height);
  }

  private static double correlation(Tensor a, Tensor b) {
    double meanA = meanInk(a, 0, 0, a.extent(3), a.extent(2));
    double meanB = meanInk(b, 0, 0, b.extent(3), b.extent(2));
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); i++) {
      ab += (a.at(i) - meanA) * (b.at(i) - meanB);
      aa += (a.at(i) - meanA) * (a.at(i) - meanA);
      bb += (b.at(i) - meanB) * (b.at(i) - meanB);
    }
    return ab / Math.sqrt(Math.max(aa * bb, Double.MIN_NORMAL));
  }
}
