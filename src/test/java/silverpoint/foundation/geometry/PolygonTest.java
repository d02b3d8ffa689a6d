package silverpoint.foundation.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolygonTest {
  private static final Polygon SQUARE =
      new Polygon(List.of(new Point(0, 0), new Point(4, 0), new Point(4, 4), new Point(0, 4)));

  @Test
  void knowsInsideAndBorder() {
    assertThat(SQUARE.contains(new Point(1, 3))).isTrue();
    assertThat(SQUARE.contains(new Point(5, 3))).isFalse();
    assertThat(SQUARE.distanceToBorder(new Point(1, 3))).isEqualTo(1);
    assertThat(SQUARE.distanceToBorder(new Point(6, 3))).isEqualTo(2);
    assertThat(SQUARE.reaches(new Point(5, 3), 1)).isTrue();
    assertThat(SQUARE.reaches(new Point(5.1, 3), 1)).isFalse();
    assertThat(SQUARE.reaches(new Point(2, 2), 0.1)).as("far from the border, inside").isTrue();
  }

  @Test
  void growsAroundItsMiddle() {
    assertThat(SQUARE.grown(2).bounds()).isEqualTo(new Box(-2, -2, 8, 8));
  }

  @Test
  void anEllipseReachesItsAxes() {
    Box bounds = Polygon.ellipse(new Point(3, 5), 2, 1).bounds();
    assertThat(bounds.width()).isEqualTo(4);
    assertThat(bounds.height()).isEqualTo(2);
  }

  @Test
  void twoCornersAreNoPolygon() {
    assertThatThrownBy(() -> new Polygon(List.of(new Point(0, 0), new Point(1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three corners");
  }
}
