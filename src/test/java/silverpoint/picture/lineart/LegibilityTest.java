package silverpoint.picture.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.feature.Visibility;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Flaw;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

/** What hides a face, on the bundled portrait and on the ink that the edge model sees in it. */
class LegibilityTest {
  private static Portrait portrait;
  private static LineArt art;
  private static FaceMesh mesh;

  @BeforeAll
  static void draw() {
    DemoPortrait demo = DemoPortrait.drawn();
    portrait = demo.portrait();
    art = demo.art();
    mesh = portrait.main().mesh().orElseThrow();
  }

  /** The ink without that of some places. */
  private static GrayImage inkWithout(Predicate<Point> hidden) {
    GrayImage ink = art.ink();
    float[] left = ink.toArray();
    for (int i = 0; i < left.length; i++) {
      int row = i / ink.width();
      if (hidden.test(new Point(i % ink.width() + 0.5, row + 0.5))) {
        left[i] = 0;
      }
    }
    return new GrayImage(ink.width(), ink.height(), left);
  }

  private static Optional<Flaw> flawWithout(Predicate<Point> hidden) {
    GrayImage ink = inkWithout(hidden);
    return Legibility.flaw(portrait, art.withInk(ink));
  }

  private static Visibility seenWithout(Predicate<Point> hidden) {
    return Visibility.of(mesh, inkWithout(hidden));
  }

  private static boolean isAtEyes(Point point) {
    double apart = mesh.point(33).distanceTo(mesh.point(263));
    return Math.abs(point.y() - mesh.point(168).y()) < 0.3 * apart;
  }

  private static boolean isAtFeature(Point point) {
    double marginPx = 0.015 * portrait.main().faceBoxPx().width();
    return Stream.of(
            FaceRegion.LEFT_EYE,
            FaceRegion.RIGHT_EYE,
            FaceRegion.LEFT_BROW,
            FaceRegion.RIGHT_BROW,
            FaceRegion.LIPS)
        .anyMatch(region -> mesh.polygon(region).reaches(point, marginPx));
  }

  private static boolean isAtLeft(Point point) {
    return point.x() < mesh.point(1).x();
  }

  private static boolean isBelowNose(Point point) {
    return point.y() > mesh.point(2).y();
  }

  @Test
  void anOpenFaceIsSeenWhole() {
    Visibility seen = seenWithout(point -> false);
    assertThat(List.of(seen.leftEye(), seen.rightEye(), seen.leftMouth(), seen.rightMouth()))
        .allMatch(share -> share > 0.6);
    assertThat(seen.isHalfHidden()).isFalse();
    assertThat(flawWithout(point -> false)).isEmpty();
  }

  @Test
  void halfAFaceIsCovered() {
    Visibility seen = seenWithout(LegibilityTest::isAtLeft);
    assertThat(seen.leftEye()).isLessThan(0.1);
    assertThat(seen.isHalfHidden()).isTrue();
    assertThat(flawWithout(LegibilityTest::isAtLeft)).contains(Flaw.COVERED);
    assertThat(flawWithout(point -> !isAtLeft(point))).contains(Flaw.COVERED);
  }

  /** The mesh takes the eye and the half of the mouth that are left for both. */
  @Test
  void aMeshThatSlidIntoTheOpenHalfShowsTheBoardToo() {
    double apart = mesh.point(33).distanceTo(mesh.point(263));
    for (double slide = 0; slide <= 0.2; slide += 0.05) {
      Affine toTheRight = Affine.translation(slide * apart, 0);
      assertThat(
              Visibility.of(mesh.transformed(toTheRight), inkWithout(LegibilityTest::isAtLeft))
                  .isHalfHidden())
          .as("board at the left, mesh slid by %.2f", slide)
          .isTrue();
      Affine toTheLeft = Affine.translation(-slide * apart, 0);
      assertThat(
              Visibility.of(mesh.transformed(toTheLeft), inkWithout(point -> !isAtLeft(point)))
                  .isHalfHidden())
          .as("board at the right, mesh slid by %.2f", slide)
          .isTrue();
    }
  }

  @Test
  void aSmallFaceIsNotHalfHidden() {
    for (int widthPx : new int[] {96, 64, 48}) {
      assertThat(Visibility.of(mesh, inkOfFace(widthPx)).isHalfHidden())
          .as("%d px wide", widthPx)
          .isFalse();
    }
  }

  /** What the edge model sees of the face when the camera gives it only so many pixels. */
  private static GrayImage inkOfFace(int widthPx) {
    RgbImage crop = portrait.crop();
    double scale = widthPx / portrait.main().faceBoxPx().width();
    RgbImage small =
        Resampling.window(
            crop,
            Affine.scaling(1 / scale),
            (int) (scale * crop.width()),
            (int) (scale * crop.height()),
            Resampling.Border.REPLICATE);
    RgbImage coarse =
        Resampling.window(
            small, Affine.scaling(scale), crop.width(), crop.height(), Resampling.Border.REPLICATE);
    return new EdgeModelLineArtist(TestModels.get().model("edge-portrait"))
        .draw(with(portrait.main().face(), coarse), DemoPortrait.LINE_WIDTH_PX)
        .ink();
  }

  @Test
  void aMaskCovers() {
    assertThat(seenWithout(LegibilityTest::isBelowNose).mouthIsOpenToView()).isFalse();
    assertThat(flawWithout(LegibilityTest::isBelowNose)).contains(Flaw.COVERED);
  }

  @Test
  void sunglassesAreWorn() {
    Visibility seen = seenWithout(LegibilityTest::isAtEyes);
    assertThat(Math.max(seen.leftEye(), seen.rightEye())).isLessThan(0.3);
    assertThat(seen.isHalfHidden()).isFalse();
    assertThat(flawWithout(LegibilityTest::isAtEyes)).isEmpty();
  }

  @Test
  void anEyePatchIsWorn() {
    Predicate<Point> patch = point -> isAtEyes(point) && isAtLeft(point);
    Visibility seen = seenWithout(patch);
    assertThat(seen.isHalfHidden()).isFalse();
    assertThat(seen.leftEye()).isLessThan(0.3);
    assertThat(flawWithout(patch)).isEmpty();
  }

  @Test
  void blurIsNamedAndWhoeverIsSmallIsAskedToComeCloser() {
    Portrait blurred = with(portrait.main().face(), portrait.crop().blurred(6));
    assertThat(Legibility.flaw(blurred, art)).contains(Flaw.BLURRED);
    Portrait slightly = with(portrait.main().face(), portrait.crop().blurred(0.7));
    assertThat(Legibility.flaw(slightly, art)).isEmpty();
    Portrait coarse = with(ofSize(50), portrait.crop().blurred(6));
    assertThat(Legibility.flaw(coarse, art)).contains(Flaw.TOO_SMALL);
    assertThat(Legibility.flaw(with(ofSize(28), portrait.crop()), art)).contains(Flaw.TOO_SMALL);
  }

  @Test
  void aFaceWithoutLinesIsNobody() {
    assertThat(flawWithout(point -> !isAtFeature(point))).contains(Flaw.BLURRED);
  }

  @Test
  void lightThatSpoilsTheFaceComesFirst() {
    Sitter main = portrait.main();
    FaceLight night = new FaceLight(0.01, 0, 0.03, 0, 0.01, 0.01, 0.01);
    Portrait dark =
        new Portrait(
            portrait.crop().blurred(6),
            portrait.pictureToCrop(),
            List.of(new Sitter(main.face(), main.faceBoxPx(), main.mesh(), night)),
            portrait.person(),
            portrait.vignette());
    assertThat(Legibility.flaw(dark, art)).contains(Flaw.TOO_DARK);
  }

  private static Face ofSize(double sizePx) {
    return new Face(new Box(10, 10, sizePx, sizePx), portrait.main().face().keyPointsPx(), 0.9);
  }

  private static Portrait with(Face face, RgbImage crop) {
    Sitter main = portrait.main();
    return new Portrait(
        crop,
        portrait.pictureToCrop(),
        List.of(new Sitter(face, main.faceBoxPx(), main.mesh(), main.light())),
        portrait.person(),
        portrait.vignette());
  }
}
