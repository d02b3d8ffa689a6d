package silverpoint.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
}
