package silverpoint.picture.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.tone.FlowField;

class FlowSmoothingTest {
  private static final int SIDE = 64;

  /** Hair that hangs straight down. */
  private static final FlowField DOWN = FlowField.of(picture((x, y) -> x % 8 < 4 ? 0.2f : 0.6f));

  private interface Tone {
    float at(int x, int y);
  }

  @Test
  void aGapInAStrandIsFilledAndNothingBesideIt() {
    GrayImage ink = picture((x, y) -> x == 32 && (y < 28 || y > 34) ? 1 : 0);
    GrayImage smooth = FlowSmoothing.smooth(ink, DOWN, point -> true);
    assertThat(smooth.at(32, 31)).isGreaterThan(0.4f);
    assertThat(smooth.at(28, 31)).isLessThan(0.05f);
  }

  @Test
  void aWaveAcrossTheFlowIsFlattened() {
    GrayImage ink = picture((x, y) -> Math.abs(x - 32 - 3 * Math.sin(y / 2.0)) < 1 ? 1 : 0);
    GrayImage smooth = FlowSmoothing.smooth(ink, DOWN, point -> true);
    for (int y = 20; y < 40; y++) {
      float most = 0;
      for (int x = 26; x < 39; x++) {
        most = Math.max(most, smooth.at(x, y));
      }
      assertThat(most).as("row %d", y).isLessThan(0.75f);
    }
  }

  @Test
  void whereItIsNotWantedInkStays() {
    GrayImage ink = picture((x, y) -> x == 32 ? 1 : 0);
    GrayImage smooth = FlowSmoothing.smooth(ink, DOWN, point -> false);
    assertThat(smooth.toArray()).isEqualTo(ink.toArray());
  }

  private static GrayImage picture(Tone tone) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = tone.at(i % SIDE, i / SIDE);
    }
    return new GrayImage(SIDE, SIDE, values);
  }
}
