package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void isRowMajor() {
    Tensor tensor = new Tensor(new float[] {0, 1, 2, 10, 11, 12}, 1, 2, 3);

    assertThat(tensor.at(1 * tensor.extent(2) + 2)).isEqualTo(12);
    assertThat(tensor).hasToString("1x2x3");
  }

  @Test
  void refusesAShapeThatDoesNotFitTheValues() {
    assertThatThrownBy(() -> new Tensor(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 3]")
        .hasMessageContaining("5");
    assertThatThrownBy(() -> new Tensor(new float[0], 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fitsAPatternWithOpenExtents() {
    Tensor tensor = Tensor.zeros(1, 3, 4, 5);

    assertThat(tensor.fits(List.of(1L, 3L, -1L, -1L))).isTrue();
    assertThat(tensor.fits(List.of(1L, 3L, -1L, 4L))).isFalse();
    assertThat(tensor.fits(List.of(1L, 3L, 4L))).isFalse();
  }
}
