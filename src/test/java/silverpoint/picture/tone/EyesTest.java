package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.face.FaceMesh;

/** Eyes painted between the lids of the bundled portrait's mesh. */
class EyesTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static final double RADIUS = 0.2;
  private static final ToneSettings.Eyes SETTINGS = ToneSettings.defaults().eyes();
  private static FaceMesh mesh;
  private static Eye left;
  private static Eye right;

  @BeforeAll
  static void see() {
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
    left = Eye.left(mesh);
    right = Eye.right(mesh);
  }

  @ParameterizedTest(name = "gaze {0} of an eye aside, irises of darkness {1}")
  @CsvSource({"0, 1", "-0.16, 1", "0.16, 1", "0, 0.4", "0.1, 0.4"})
  void irisesAreWhereItIsDarkInTheWhite(double gaze, double dark) {
    Irises irises = Irises.of(seen(gaze, dark, dark), left, right);
    assertThat(irises.left()).hasValueSatisfying(at -> isAt(at, left, gaze));
    assertThat(irises.right()).hasValueSatisfying(at -> isAt(at, right, gaze));
    assertThat(irises.radiusPx()).isCloseTo(RADIUS * left.widthPx(), within(1.5));
  }

  @Test
  void aCatchLightMovesNoIris() {
    ToDoubleFunction<Point> seen = seen(0, 0.9, 0.9);
    Point light = left.toCrop(iris(left, 0).plus(new Point(1.5, -2)));
    Irises irises =
        Irises.of(at -> at.distanceTo(light) < 1.5 ? -0.8 : seen.applyAsDouble(at), left, right);
    assertThat(irises.left()).hasValueSatisfying(at -> isAt(at, left, 0));
  }

  @Test
  void anEyeWithoutAnIrisStaysAsItIsSeen() {
    Eyes eyes = eyes(seen(0, 1, 0));
    assertThat(eyes.at(left.toCrop(iris(left, 0)))).isEqualTo(Ink.INK);
    assertThat(eyes.at(right.toCrop(iris(right, 0)))).isEqualTo(Ink.AS_SEEN);
    assertThat(eyes.isWithinLids(right.toCrop(iris(right, 0)))).isFalse();
  }

  @Test
  void darkGlassesHaveNoIrises() {
    Eyes eyes = eyes(at -> 1.2);
    assertThat(eyes.at(left.toCrop(iris(left, 0)))).isEqualTo(Ink.AS_SEEN);
    assertThat(eyes.at(right.toCrop(new Point(0, right.upperY(0))))).isEqualTo(Ink.AS_SEEN);
  }

  @Test
  void theWhiteIsPaperAndTheIrisAndTheLidAreInk() {
    Eyes eyes = eyes(seen(0, 1, 1));
    for (Eye eye : new Eye[] {left, right}) {
      Point iris = iris(eye, 0);
      Point low = new Point(iris.x(), iris.y() + 0.7 * RADIUS * eye.widthPx());
      assertThat(eyes.at(eye.toCrop(low))).isEqualTo(Ink.INK);
      for (double aside : new double[] {-0.29, 0.29}) {
        double x = aside * eye.widthPx();
        double white = (eye.upperY(x) + 2 * eye.lowerY(x)) / 3;
        assertThat(eyes.at(eye.toCrop(new Point(x, white)))).isEqualTo(Ink.PAPER);
        assertThat(eyes.isWithinLids(eye.toCrop(new Point(x, white)))).isTrue();
        assertThat(eyes.at(eye.toCrop(new Point(x, eye.upperY(x))))).isEqualTo(Ink.INK);
      }
    }
  }

  @Test
  void theCatchLightIsOnTheSideOfTheLightInBothEyes() {
    ToDoubleFunction<Point> seen = seen(0, 1, 1);
    double radius = RADIUS * left.widthPx();
    Point offset = new Point(0.35, -0.1).times(radius);
    Eyes eyes =
        eyes(at ->
            isNear(at, left, offset) || isNear(at, right, offset) ? 0 : seen.applyAsDouble(at));
    for (Eye eye : new Eye[] {left, right}) {
      assertThat(paperInIris(eyes, eye, 1)).isGreaterThan(2 * paperInIris(eyes, eye, -1) + 2);
    }
  }

  private static int paperInIris(Eyes eyes, Eye eye, int side) {
    int paper = 0;
    double radius = 0.7 * RADIUS * eye.widthPx();
    for (double x = 0.1; x < radius; x += 0.2) {
      for (double y = -radius; y < radius; y += 0.2) {
        Point at = iris(eye, 0).plus(new Point(side * x, y));
        if (at.distanceTo(iris(eye, 0)) < radius
            && at.y() > eye.upperY(at.x()) + 2
            && at.y() < eye.lowerY(at.x())
            && eyes.at(eye.toCrop(at)) == Ink.PAPER) {
          paper++;
        }
      }
    }
    return paper;
  }

  private static boolean isNear(Point crop, Eye eye, Point offset) {
    return eye.fromCrop().apply(crop).distanceTo(iris(eye, 0).plus(offset)) < 1.2;
  }

  private static Eyes eyes(ToDoubleFunction<Point> darkness) {
    return new Eyes(mesh, darkness, LINE_WIDTH_PX, SETTINGS);
  }

  private static Point iris(Eye eye, double gaze) {
    double x = gaze * eye.widthPx();
    return new Point(x, (eye.upperY(x) + eye.lowerY(x)) / 2);
  }

  private static void isAt(Point at, Eye eye, double gaze) {
    assertThat(at.distanceTo(iris(eye, gaze))).isLessThan(0.08 * eye.widthPx());
  }

  /** White eyes with an iris each and lashes, in light skin. */
  private static ToDoubleFunction<Point> seen(double gaze, double darkLeft, double darkRight) {
    return crop -> Math.max(inEye(left, crop, gaze, darkLeft), inEye(right, crop, gaze, darkRight));
  }

  private static double inEye(Eye eye, Point crop, double gaze, double dark) {
    Point at = eye.fromCrop().apply(crop);
    if (Math.abs(at.x()) > eye.widthPx() / 2) {
      return 0;
    }
    double lid = eye.upperY(at.x());
    if (Math.abs(at.y() - lid) < 1) {
      return 0.8;
    }
    return at.y() > lid
            && at.y() < eye.lowerY(at.x())
            && at.distanceTo(iris(eye, gaze)) < RADIUS * eye.widthPx()
        ? dark
        : 0;
  }
}
