package silverpoint.picture.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

class LinePartsTest {
  private static final List<Point> LINE =
      Polyline.of(new Point(0, 10), new Point(50, 10)).resampled(1);

  @Test
  void keepsTheRunsThatAreWanted() {
    List<Polyline> parts = LineParts.of(LINE, point -> point.x() < 10 || point.x() > 40, 5);
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().end().x()).isEqualTo(9);
    assertThat(parts.getLast().start().x()).isEqualTo(41);
  }

  @Test
  void dropsShortRuns() {
    assertThat(LineParts.of(LINE, point -> point.x() < 10, 9.5)).isEmpty();
  }
}
