package silverpoint.picture.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

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
  void theNarrowestGapIsClosedFirst() {
    List<Point> near = line(34, -1, 64, -1);
    List<Point> far = line(37, 1, 67, 1);
    Set<Point> bridge = Set.of(LEFT.getLast(), near.getFirst());
    assertThat(pieces(LINKING.link(List.of(LEFT, near, far)))).contains(bridge);
    assertThat(pieces(LINKING.link(List.of(far, near, LEFT)))).contains(bridge);
    assertThat(pieces(LINKING.link(List.of(LEFT, far, near)))).contains(bridge);
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

  @Test
  void aLineWhoseEndsGoOnInEachOtherIsClosed() {
    List<Point> open = arc(0, 12, 0.1, 6.0);
    List<List<Point>> linked = LINKING.link(List.of(open));
    assertThat(linked).hasSize(1);
    assertThat(linked.getFirst()).hasSize(open.size() + 1).startsWith(open.toArray(Point[]::new));
    assertThat(linked.getFirst().getLast()).isEqualTo(open.getFirst());
    assertThat(LineLinking.shared(linked)).isEmpty();
  }

  @Test
  void aLineThatIsWiderOpenStaysOpen() {
    List<Point> open = arc(0, 12, 0.1, 5.4);
    assertThat(LINKING.link(List.of(open))).containsExactly(open);
  }

  @Test
  void twoEndsMayBeLedOntoOnePoint() {
    List<Point> above = line(15, 30, 15.4, 3);
    List<Point> below = line(40, -20, 15.4, -3);
    List<List<Point>> linked = LINKING.link(List.of(LEFT, above, below));
    assertThat(linked).hasSize(3);
    assertThat(linked.get(1).getLast()).isEqualTo(linked.get(2).getLast());
    assertThat(linked.get(0)).isEqualTo(LEFT).contains(linked.get(1).getLast());
  }

  @Test
  void endsThatMeetAtACornerAreTiedOnce() {
    List<Point> down = line(33, 2, 33, 40);
    List<List<Point>> linked = LINKING.link(List.of(LEFT, down));
    assertThat(linked).hasSize(2);
    assertThat(LineLinking.shared(linked)).hasSize(1);
    assertThat(linked.get(0).size() + linked.get(1).size())
        .isEqualTo(LEFT.size() + down.size() + 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theOrderOfTheLinesDoesNotMatter(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Point>> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double from = random.nextDouble(2 * Math.PI);
      lines.add(arc(random.nextDouble(60), random.nextDouble(8, 30), from, from + 1.5));
    }
    Set<Set<Point>> linked = pieces(LINKING.link(lines));
    for (int shuffle = 0; shuffle < 10; shuffle++) {
      Collections.shuffle(lines, new Random(shuffle));
      assertThat(pieces(LINKING.link(lines))).isEqualTo(linked);
    }
  }

  /** What is drawn, whichever line it is of. */
  private static Set<Set<Point>> pieces(List<List<Point>> lines) {
    return lines.stream()
        .flatMap(line ->
            IntStream.range(1, line.size()).mapToObj(i -> Set.of(line.get(i - 1), line.get(i))))
        .collect(Collectors.toSet());
  }

  /** Part of a circle that begins at the right, with a point for every px. */
  private static List<Point> arc(double x, double radius, double fromRad, double toRad) {
    List<Point> points = new ArrayList<>();
    for (double angle = fromRad; angle <= toRad; angle += 1 / radius) {
      points.add(new Point(x + radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    return points;
  }

  private static List<Point> line(double x1, double y1, double x2, double y2) {
    return Polyline.of(new Point(x1, y1), new Point(x2, y2)).resampled(1);
  }
}
