package silverpoint.picture.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Box;

class OverlapMergerTest {
  @Test
  void candidatesOfOneFaceAreAveragedByScore() {
    List<Face> merged =
        OverlapMerger.merge(
            List.of(face(0, 0, 10, 0.6), face(1, 0, 10, 0.9), face(50, 0, 10, 0.7)));
    assertThat(merged).hasSize(2);
    assertThat(merged.getFirst().score()).isEqualTo(0.9);
    assertThat(merged.getFirst().boxPx().x()).isCloseTo(0.6, within(1e-9));
    assertThat(merged.get(1).boxPx().x()).isEqualTo(50);
  }

  @Test
  void nobodyIsNobody() {
    assertThat(OverlapMerger.merge(List.of())).isEmpty();
  }

  private static Face face(double x, double y, double size, double score) {
    Box box = new Box(x, y, size, size);
    return new Face(box, Collections.nCopies(Face.KEY_POINTS, box.centre()), score);
  }
}
