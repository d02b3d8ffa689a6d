package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;

class GapFillingTest {
  private static final Polyline LINE = Polyline.of(new Point(2, 10), new Point(58, 10));

  @Test
  void whereInkIsNothingIsAdded() {
    assertThat(GapFilling.gaps(LINE, inkBetween(0, 60), 3, 5)).isEmpty();
  }

  @Test
  void aGapIsFilledUpToTheInk() {
    List<Polyline> gaps = GapFilling.gaps(LINE, inkBetween(0, 30), 3, 5);
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().start().x()).isBetween(32.0, 35.0);
    assertThat(gaps.getFirst().end().x()).isEqualTo(58);
  }

  @Test
  void aShortGapStaysOpen() {
    assertThat(GapFilling.gaps(LINE, inkBetween(0, 50), 3, 8)).isEmpty();
  }

  private static GrayImage inkBetween(int from, int to) {
    boolean[] ink = new boolean[60 * 20];
    for (int x = from; x < to; x++) {
      ink[10 * 60 + x] = true;
    }
    return new Mask(60, 20, ink).distanceToSet();
  }
}
