package silverpoint.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

class LineLinkingTest {
  private static final LineLinking LINKING = new LineLinking(8, 4);
  private static final List<Point> LEFT = line(0, 0, 30, 0);

  @Test
  void endsThatGoOnInEachOtherBecomeOneLine() {
    List<List<Point>> linked = LINKING.link(List.of(LEFT, line(66, 2, 36, 1)));
    assertThat(linked).hasSize(1);
    assertThat(linked.getFirst()).hasSize(63);
  }

  @Test
  void endsThatTurnAwayStayFree() {
    assertThat(LINKING.link(List.of(LEFT, line(36, 1, 36, 40)))).hasSize(2);
  }

  @Test
  void anEndNearALineIsLedOntoAPointOfIt() {
    List<List<Point>> linked = LINKING.link(List.of(LEFT, line(15, 30, 15.4, 3)));
    assertThat(linked).hasSize(2);
    assertThat(linked.get(0)).contains(linked.get(1).getLast());
    assertThat(LineLinking.shared(linked)).containsExactly(linked.get(1).getLast());
  }

  @Test
  void anEndThatIsSharedIsLeftAlone() {
    List<Point> onto = line(15, 30, 15, 0);
    List<List<Point>> linked = LINKING.link(List.of(LEFT, onto, line(18, -30, 18, -2)));
    assertThat(linked.get(1)).isEqualTo(onto);
  }

  private static List<Point> line(double x1, double y1, double x2, double y2) {
    return Polyline.of(new Point(x1, y1), new Point(x2, y2)).resampled(1);
  }
}
