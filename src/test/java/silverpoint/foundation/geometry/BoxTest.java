package silverpoint.foundation.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void overlapIsIntersectionOverUnion() {
    Box box = new Box(0, 0, 2, 2);
    assertThat(box.overlap(new Box(1, 0, 2, 2))).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(box.overlap(box)).isEqualTo(1);
    assertThat(box.overlap(new Box(2, 0, 2, 2))).isZero();
  }

  @Test
  void aroundIsTight() {
    assertThat(Box.around(List.of(new Point(3, 1), new Point(-1, 5))))
        .isEqualTo(new Box(-1, 1, 4, 4));
  }

  @Test
  void negativeSizesAreRefused() {
    assertThatThrownBy(() -> new Box(0, 0, 4, 4).inset(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
  }
}
