package silverpoint.picture.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;

class SilhouetteTest {
  @Test
  void aDiscHasOneRoundContour() {
    List<Polyline> lines = Silhouette.of(disc(32, 32, 20), shown());
    assertThat(lines).hasSize(1);
    for (Point point : lines.getFirst().points()) {
      assertThat(point.distanceTo(new Point(32, 32))).isCloseTo(20, within(0.8));
    }
  }

  @Test
  void theBorderOfTheCropIsNoContour() {
    List<Polyline> lines = Silhouette.of(disc(32, 64, 20), shown());
    assertThat(lines).hasSize(1);
    for (Point point : lines.getFirst().points()) {
      assertThat(point.y()).isLessThan(61);
    }
    assertThat(lines.getFirst().start().distanceTo(lines.getFirst().end())).isGreaterThan(30);
  }

  @Test
  void everythingInsideHasNoContour() {
    assertThat(Silhouette.of(disc(32, 32, 100), shown())).isEmpty();
  }

  private static GrayImage shown() {
    float[] values = new float[64 * 64];
    Arrays.fill(values, 1);
    return new GrayImage(64, 64, values);
  }

  private static GrayImage disc(double x, double y, double radius) {
    float[] values = new float[64 * 64];
    for (int i = 0; i < values.length; i++) {
      double distance = Math.hypot(i % 64 + 0.5 - x, Math.floorDiv(i, 64) + 0.5 - y);
      values[i] = (float) Math.clamp(0.5 + (radius - distance) / 4, 0, 1);
    }
    return new GrayImage(64, 64, values);
  }
}
