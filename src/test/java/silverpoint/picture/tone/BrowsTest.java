package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Mask;
import silverpoint.picture.face.FaceMesh;

/** Brows painted on the mesh of the bundled portrait: bands along the middle of its brows. */
class BrowsTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static final double HALF_PX = 4;
  private static FaceMesh mesh;
  private static Polyline left;
  private static Polyline right;

  @BeforeAll
  static void see() {
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
    left = middle(107, 55, 66, 65, 105, 52, 63, 53, 70, 46);
    right = middle(336, 285, 296, 295, 334, 282, 293, 283, 300, 276);
  }

  @ParameterizedTest(name = "brows of darkness {0}")
  @ValueSource(doubles = {0.9, 0.5, 0.25})
  void aBrowIsWholeFromEndToEnd(double dark) {
    Brows brows = brows(painted(dark, HALF_PX));
    for (Polyline brow : new Polyline[] {left, right}) {
      for (Point at : inner(brow)) {
        assertThat(brows.at(at)).isEqualTo(Ink.INK);
      }
    }
  }

  @Test
  void besideABrowIsPaperAndFartherTheFaceIsAsItIsSeen() {
    Brows brows = brows(painted(0.9, HALF_PX));
    Point middle = left.points().get(left.points().size() / 2);
    double edge = 0;
    while (brows.at(up(middle, edge)) == Ink.INK) {
      edge += 0.1;
    }
    assertThat(brows.at(up(middle, edge))).isEqualTo(Ink.PAPER);
    assertThat(brows.at(up(middle, edge + LINE_WIDTH_PX))).isEqualTo(Ink.AS_SEEN);
  }

  @Test
  void aPaleBrowIsThinnerThanADarkOne() {
    double dark = thickness(brows(painted(0.9, HALF_PX)));
    double pale = thickness(brows(painted(0.25, HALF_PX)));
    assertThat(dark).isBetween(1.6 * HALF_PX, 2.4 * HALF_PX);
    assertThat(pale).isBetween(0.4 * dark, 0.7 * dark);
  }

  @Test
  void theHollowOfTheEyeIsNoBrow() {
    ToDoubleFunction<Point> brow = painted(0.4, HALF_PX);
    ToDoubleFunction<Point> hollow = painted(0.7, HALF_PX);
    double below = 3.6 * HALF_PX;
    Brows brows =
        brows(at -> Math.max(brow.applyAsDouble(at), hollow.applyAsDouble(up(at, below))));
    Point middle = left.points().get(left.points().size() / 2);
    assertThat(brows.at(middle)).isEqualTo(Ink.INK);
    assertThat(brows.at(up(middle, -below))).isNotEqualTo(Ink.INK);
  }

  @Test
  void aBrowThatADarkHollowTouchesIsWhole() {
    ToDoubleFunction<Point> brow = painted(0.6, HALF_PX);
    Brows brows =
        brows(at -> {
          boolean below = at.x() > left.points().get(left.points().size() / 3).x() && isBelow(at);
          return Math.max(brow.applyAsDouble(at), below ? 0.5 : 0);
        });
    int n = left.points().size();
    for (Point at : left.points().subList(n / 8, n - n / 10)) {
      assertThat(brows.at(at)).as("%s", at).isEqualTo(Ink.INK);
    }
  }

  private static boolean isBelow(Point at) {
    return left.points().stream()
        .filter(point -> Math.abs(point.x() - at.x()) < 1)
        .anyMatch(point -> at.y() > point.y());
  }

  @Test
  void aFaintBrowIsOneWhereTheOtherIsSeen() {
    ToDoubleFunction<Point> dark = painted(0.9, HALF_PX);
    ToDoubleFunction<Point> faint = painted(0.06, HALF_PX);
    double middle = (left.end().x() + right.start().x()) / 2;
    Point at = left.points().get(left.points().size() / 2);
    assertThat(brows(faint).at(at)).isEqualTo(Ink.AS_SEEN);
    assertThat(brows(p -> (p.x() > middle ? dark : faint).applyAsDouble(p)).at(at))
        .isEqualTo(Ink.INK);
  }

  @Test
  void smallHairsBesideABrowAreSpecks() {
    Point middle = left.points().get(left.points().size() / 2);
    assertThat(isSpeck(up(middle, HALF_PX + 2 * LINE_WIDTH_PX), LINE_WIDTH_PX)).isTrue();
    assertThat(isSpeck(up(middle, HALF_PX + 8 * LINE_WIDTH_PX), LINE_WIDTH_PX)).isFalse();
    assertThat(isSpeck(up(middle, HALF_PX + 2.5 * LINE_WIDTH_PX), 1.6 * LINE_WIDTH_PX)).isFalse();
    assertThat(isSpeck(middle, LINE_WIDTH_PX)).isFalse();
  }

  /** Whether a round mass is left out beside painted brows. */
  private static boolean isSpeck(Point centre, double radiusPx) {
    int width = SeenPortrait.demo().crop().width();
    boolean[] mass = new boolean[width * SeenPortrait.demo().crop().height()];
    for (int i = 0; i < mass.length; i++) {
      mass[i] = place(width, i).distanceTo(centre) < radiusPx;
    }
    Mask masses = new Mask(width, mass.length / width, mass);
    Mask specks = brows(painted(0.9, HALF_PX)).specks(masses, 1, i -> place(width, i));
    assertThat(specks.count()).isIn(0, masses.count());
    return specks.count() > 0;
  }

  private static Point place(int width, int i) {
    return new Point(i % width + 0.5, i / width + 0.5);
  }

  @Test
  void hairOverABrowAndNoBrowAreAsTheyAreSeen() {
    Point middle = left.points().get(left.points().size() / 2);
    assertThat(brows(at -> 0).at(middle)).isEqualTo(Ink.AS_SEEN);
    assertThat(brows(at -> 1).at(middle)).isEqualTo(Ink.AS_SEEN);
  }

  @Test
  void aPatchIsNoBrow() {
    Point middle = left.points().get(left.points().size() / 2);
    Brows brows = brows(at -> at.distanceTo(middle) < HALF_PX ? 1 : 0);
    assertThat(brows.at(middle)).isEqualTo(Ink.AS_SEEN);
  }

  private static Brows brows(ToDoubleFunction<Point> darkness) {
    return new Brows(mesh, darkness, 1, LINE_WIDTH_PX, ToneSettings.defaults().brows());
  }

  private static double thickness(Brows brows) {
    Point middle = left.points().get(left.points().size() / 2);
    return 0.1
        * IntStream.range(-100, 100).filter(i -> brows.at(up(middle, 0.1 * i)) == Ink.INK).count();
  }

  private static Point up(Point at, double px) {
    return new Point(at.x(), at.y() - px);
  }

  /** The middle of a brow, without its pointed ends. */
  private static Iterable<Point> inner(Polyline brow) {
    int n = brow.points().size();
    return brow.points().subList(n / 10, n - n / 10);
  }

  private static ToDoubleFunction<Point> painted(double dark, double halfPx) {
    return at ->
        dark * Math.clamp(halfPx + 0.5 - Math.min(distance(left, at), distance(right, at)), 0, 1);
  }

  private static double distance(Polyline line, Point at) {
    return line.points().stream().mapToDouble(at::distanceTo).min().orElseThrow();
  }

  private static Polyline middle(int... vertices) {
    return new Polyline(
            IntStream.range(0, vertices.length / 2)
                .mapToObj(
                    i -> mesh.point(vertices[2 * i]).towards(mesh.point(vertices[2 * i + 1]), 0.5))
                .toList())
        .splined(0.5);
  }
}
