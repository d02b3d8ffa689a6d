package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** A round lens of glasses, as dark and as wide as a test wants. */
class RimsTest {
  private static final double LINE_WIDTH_PX = 2;
  private static final double RADIUS_PX = 30;
  private static final Point MIDDLE = new Point(60.3, 50.8);

  @ParameterizedTest(name = "a frame of {0} line widths")
  @ValueSource(doubles = {1.7, 2.2, 3})
  void aDarkFrameIsInkAsWideAsItIsAndPaperBesideIt(double widths) {
    double half = widths * LINE_WIDTH_PX / 2;
    Rims rims = rims(frame(half, 1));
    for (int degrees = 0; degrees < 360; degrees += 5) {
      assertThat(rims.at(at(degrees, RADIUS_PX))).isEqualTo(Ink.INK);
      assertThat(rims.at(at(degrees, RADIUS_PX + half - 0.8))).isEqualTo(Ink.INK);
      assertThat(rims.at(at(degrees, RADIUS_PX - half + 0.8))).isEqualTo(Ink.INK);
      assertThat(rims.at(at(degrees, RADIUS_PX + half + 1.2))).isEqualTo(Ink.PAPER);
      assertThat(rims.at(at(degrees, RADIUS_PX - half - 1.2))).isEqualTo(Ink.PAPER);
      assertThat(rims.at(at(degrees, RADIUS_PX - half - 6))).isEqualTo(Ink.AS_SEEN);
    }
  }

  @Test
  void aFrameThatThePenIsWideEnoughForIsALine() {
    assertThat(everywhere(rims(frame(0.55 * LINE_WIDTH_PX, 1)))).containsOnly(Ink.AS_SEEN);
  }

  @Test
  void aPaleFrameIsALine() {
    assertThat(everywhere(rims(frame(LINE_WIDTH_PX, 0.4)))).containsOnly(Ink.AS_SEEN);
  }

  @Test
  void aFaceWithoutGlassesIsAsItIsSeen() {
    Rims none = new Rims(List.of(), frame(4, 1), LINE_WIDTH_PX, ToneSettings.defaults().rims());
    assertThat(everywhere(none)).containsOnly(Ink.AS_SEEN);
  }

  @Test
  void aReflexDoesNotCutAFrame() {
    ToDoubleFunction<Point> frame = frame(LINE_WIDTH_PX, 1);
    Point reflex = at(200, RADIUS_PX);
    Rims rims = rims(at -> at.distanceTo(reflex) < 2.5 ? 0 : frame.applyAsDouble(at));
    assertThat(rims.at(reflex)).isEqualTo(Ink.INK);
  }

  @Test
  void aBrowBehindAFrameDoesNotSwellIt() {
    double half = LINE_WIDTH_PX;
    ToDoubleFunction<Point> frame = frame(half, 1);
    Rims rims = rims(at -> Math.max(frame.applyAsDouble(at), isAbove(at) && isOutside(at) ? 1 : 0));
    assertThat(rims.at(at(270, RADIUS_PX))).isEqualTo(Ink.INK);
    assertThat(rims.at(at(270, RADIUS_PX + 3 * half))).isNotEqualTo(Ink.INK);
  }

  @Test
  void ofAFrameWithoutALowerRimOnlyTheUpperOneIsWide() {
    ToDoubleFunction<Point> frame = frame(1.2 * LINE_WIDTH_PX, 1);
    Rims rims = rims(at -> isAbove(at) ? frame.applyAsDouble(at) : 0);
    assertThat(rims.at(at(270, RADIUS_PX))).isEqualTo(Ink.INK);
    assertThat(rims.at(at(90, RADIUS_PX))).isEqualTo(Ink.AS_SEEN);
  }

  private static boolean isAbove(Point at) {
    return at.y() < MIDDLE.y();
  }

  private static boolean isOutside(Point at) {
    double fromRim = at.distanceTo(MIDDLE) - RADIUS_PX;
    return fromRim > 0 && fromRim < 9;
  }

  private static Rims rims(ToDoubleFunction<Point> darkness) {
    List<Point> round =
        IntStream.rangeClosed(0, 188).mapToObj(i -> at(360.0 * i / 188, RADIUS_PX + 0.7)).toList();
    List<Point> closed = new ArrayList<>(round.subList(0, 188));
    closed.add(closed.getFirst());
    return new Rims(
        List.of(new Polyline(closed)), darkness, LINE_WIDTH_PX, ToneSettings.defaults().rims());
  }

  /** The angle grows from the right downwards. */
  private static Point at(double degrees, double radiusPx) {
    double angle = Math.toRadians(degrees);
    return MIDDLE.plus(new Point(Math.cos(angle), Math.sin(angle)).times(radiusPx));
  }

  /** A frame with edges as soft as a camera's. */
  private static ToDoubleFunction<Point> frame(double halfPx, double darkness) {
    return at ->
        darkness * Math.clamp(0.5 + halfPx - Math.abs(at.distanceTo(MIDDLE) - RADIUS_PX), 0, 1);
  }

  private static List<Ink> everywhere(Rims rims) {
    return IntStream.range(0, 120 * 100)
        .mapToObj(i -> rims.at(new Point(i % 120 + 0.5, i / 120 + 0.5)))
        .toList();
  }
}
