package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/** The mouth of the bundled portrait, and shadows around it. */
class LipsTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static final double BESIDE_LINE_WIDTHS = 3.5;

  private static FaceMesh mesh;

  @BeforeAll
  static void see() {
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
  }

  @Test
  void lipsAreAsTheyAreSeenAndAroundThemIsNoMass() {
    ToneSettings.Face settings = ToneSettings.defaults().face();
    Lips lips =
        new Lips(mesh, settings.aroundLips(), settings.lipMarginLineWidths() * LINE_WIDTH_PX);
    for (int within : new int[] {13, 14, 0, 17, 61, 291}) {
      assertThat(lips.at(mesh.point(within))).isEqualTo(Ink.AS_SEEN);
    }
    for (int beside : new int[] {61, 291}) {
      assertThat(lips.at(outwards(beside))).isEqualTo(Ink.PAPER);
    }
    for (int far : new int[] {33, 4, 152, 205}) {
      assertThat(lips.at(mesh.point(far))).isEqualTo(Ink.AS_SEEN);
    }
  }

  @Test
  void aSpotBesideTheCornerIsNoMassAndTheSameWithinTheLipsIsOne() {
    Point middle = mesh.point(13).towards(mesh.point(14), 0.5);
    for (Point spot : List.of(outwards(61), mesh.point(61).towards(middle, 0.3))) {
      boolean isWithin = mesh.polygon(FaceRegion.LIPS).contains(spot);
      assertThat(massesOf(spot).anyMatch(at -> at.distanceTo(spot) < LINE_WIDTH_PX))
          .isEqualTo(isWithin);
    }
  }

  /** The masses of plain skin with dark pupils and a dark spot. */
  private static Stream<Point> massesOf(Point spot) {
    RgbImage crop = SeenPortrait.demo().crop();
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length; i++) {
      Point at = new Point(i / 3 % crop.width() + 0.5, i / 3 / crop.width() + 0.5);
      boolean isPupil =
          Stream.of(FaceRegion.LEFT_EYE, FaceRegion.RIGHT_EYE)
              .anyMatch(eye -> at.distanceTo(mesh.polygon(eye).bounds().centre()) < 4);
      rgb[i] = (byte) (isPupil || at.distanceTo(spot) < 2 * LINE_WIDTH_PX ? 20 : 190);
    }
    return FaceTone.of(
            new RgbImage(crop.width(), crop.height(), rgb), mesh, List.of(), LINE_WIDTH_PX)
        .massesPx()
        .stream()
        .flatMap(mass -> mass.resampled(1).stream());
  }

  /** Beside a corner of the mouth. */
  private static Point outwards(int corner) {
    Point middle = mesh.point(13).towards(mesh.point(14), 0.5);
    Point away = mesh.point(corner).minus(middle);
    return mesh.point(corner).plus(away.times(BESIDE_LINE_WIDTHS * LINE_WIDTH_PX / away.norm()));
  }
}
