package silverpoint.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.Mask;

class MaskScoreTest {
  private static final int SIDE = 100;

  @Test
  void equalMasksScoreOneAndDisjointOnesZero() {
    assertThat(MaskScore.of(square(20, 60), square(20, 60))).isEqualTo(new MaskScore(1, 1));
    assertThat(MaskScore.of(square(0, 20), square(60, 80)).iou()).isZero();
    assertThat(MaskScore.of(square(0, 20), square(60, 80)).boundaryF()).isZero();
  }

  @Test
  void aFrameTooManyCostsOverlapAndBorder() {
    MaskScore score = MaskScore.of(square(15, 65), square(20, 60));
    assertThat(score.iou()).isCloseTo(40.0 * 40 / (50 * 50), within(1e-12));
    assertThat(score.boundaryF()).isZero();
  }

  private static Mask square(int from, int to) {
    boolean[] set = new boolean[SIDE * SIDE];
    for (int y = from; y < to; y++) {
      for (int x = from; x < to; x++) {
        set[y * SIDE + x] = true;
      }
    }
    return new Mask(SIDE, SIDE, set);
  }
}
