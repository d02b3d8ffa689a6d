package silverpoint.picture.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;

class RidgeTracerTest {
  private static final int SIDE = 96;
  private static final Point MIDDLE = new Point(47.3, 48.2);

  @ParameterizedTest(name = "{0} degrees")
  @ValueSource(ints = {0, 20, 45, 70, 90, 135, 160})
  void theCrestIsFoundWithinAFractionOfAPixel(int degrees) {
    Polyline guide = through(MIDDLE, Math.toRadians(degrees), 80);
    List<Polyline> lines = trace(ink(0.9, guide));
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().length()).isGreaterThan(50);
    for (Point point : lines.getFirst().points()) {
      // the border of the picture bends what is near to it
      if (point.distanceTo(MIDDLE) < 38) {
        assertThat(distance(point, guide)).isLessThan(0.2);
      }
    }
  }

  @Test
  void aWeakLineIsNotBegun() {
    assertThat(trace(ink(0.2, through(MIDDLE, 0.3, 30)))).isEmpty();
  }

  @Test
  void aWeakEndOfAStrongLineStays() {
    float[] fading = ink(0.9, through(MIDDLE, 0, 40)).toArray();
    for (int i = 0; i < fading.length; i++) {
      fading[i] *= i % SIDE < 48 ? 1 : 0.35f;
    }
    List<Polyline> lines = trace(new GrayImage(SIDE, SIDE, fading));
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().length()).isGreaterThan(70);
  }

  @Test
  void aLineEndsOnTheOneThatItMeets() {
    Polyline across = through(MIDDLE, 0, 35);
    Polyline down = Polyline.of(MIDDLE, MIDDLE.plus(new Point(3, 35)));
    List<Polyline> lines = trace(ink(0.9, across, down));
    assertThat(lines).hasSize(2);
    Polyline second = lines.get(1);
    assertThat(lines.get(0).points()).containsAnyOf(second.start(), second.end());
  }

  @Test
  void ofTwoLinesThatRunSideBySideOneIsDrawn() {
    Polyline near = through(MIDDLE.plus(new Point(0, 4)), 0, 35);
    assertThat(trace(ink(0.9, through(MIDDLE, 0, 35), near))).hasSize(1);
    Polyline far = through(MIDDLE.plus(new Point(0, 9)), 0, 35);
    assertThat(trace(ink(0.9, through(MIDDLE, 0, 35), far))).hasSize(2);
  }

  @Test
  void aRingCloses() {
    List<Polyline> lines = trace(ink(0.9, ring(20)));
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().isClosed()).isTrue();
    assertThat(lines.getFirst().length()).isBetween(115.0, 135.0);
  }

  @Test
  void aSpeckIsNoRing() {
    assertThat(trace(ink(0.9, ring(8)))).hasSize(1).allMatch(Polyline::isClosed);
    assertThat(trace(ink(0.9, ring(5)))).noneMatch(Polyline::isClosed);
  }

  private static Polyline ring(double radiusPx) {
    Point[] ring = new Point[73];
    for (int i = 0; i < ring.length; i++) {
      double angle = 2 * Math.PI * (i % 72) / 72;
      ring[i] = MIDDLE.plus(new Point(radiusPx * Math.cos(angle), radiusPx * Math.sin(angle)));
    }
    return Polyline.of(ring);
  }

  @Test
  void nothingComesNearToALineThatStandsAlone() {
    Polyline eye = new Polyline(through(MIDDLE, 0, 10).resampled(1));
    Polyline down = Polyline.of(MIDDLE, MIDDLE.plus(new Point(3, 35)));
    LineDemand demand = new LineDemand(0.3, 0.12, 6, 8);
    List<Polyline> lines =
        new RidgeTracer(new RidgeField(ink(0.9, down), 1), point -> demand, List.of(), List.of(eye))
            .lines();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().points()).allMatch(point -> distance(point, eye) > 4);
  }

  @Test
  void aFlatPictureHasNoLines() {
    float[] flat = new float[SIDE * SIDE];
    Arrays.fill(flat, 0.8f);
    assertThat(trace(new GrayImage(SIDE, SIDE, flat))).isEmpty();
  }

  private static List<Polyline> trace(GrayImage ink) {
    LineDemand demand = new LineDemand(0.3, 0.12, 6, 8);
    return new RidgeTracer(new RidgeField(ink, 1), point -> demand, List.of(), List.of()).lines();
  }

  private static Polyline through(Point middle, double angle, double reach) {
    Point half = new Point(Math.cos(angle), Math.sin(angle)).times(reach);
    return Polyline.of(middle.minus(half), middle.plus(half));
  }

  private static GrayImage ink(double peak, Polyline... lines) {
    float[] ink = new float[SIDE * SIDE];
    for (int i = 0; i < ink.length; i++) {
      Point centre = new Point(i % SIDE + 0.5, Math.floorDiv(i, SIDE) + 0.5);
      for (Polyline line : lines) {
        double off = distance(centre, line);
        ink[i] = (float) Math.max(ink[i], peak * Math.exp(-off * off / 3));
      }
    }
    return new GrayImage(SIDE, SIDE, ink);
  }

  private static double distance(Point point, Polyline line) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.points().size(); i++) {
      nearest =
          Math.min(
              nearest, point.distanceToSegment(line.points().get(i - 1), line.points().get(i)));
    }
    return nearest;
  }
}
