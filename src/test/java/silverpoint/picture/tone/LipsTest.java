package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

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
    Lips lips =
        new Lips(mesh, ToneSettings.defaults().face().lipMarginLineWidths() * LINE_WIDTH_PX);
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
  void aFoldBesideTheCornerIsNoMass() {
    RgbImage crop = SeenPortrait.demo().crop();
    Point fold = outwards(61);
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length; i++) {
      Point at = new Point(i / 3 % crop.width() + 0.5, i / 3 / crop.width() + 0.5);
      rgb[i] = (byte) (at.distanceTo(fold) < 2 * LINE_WIDTH_PX ? 20 : 190);
    }
    FaceTone tone =
        FaceTone.of(new RgbImage(crop.width(), crop.height(), rgb), mesh, LINE_WIDTH_PX);
    assertThat(tone.massesPx().stream().flatMap(mass -> mass.resampled(1).stream()))
        .noneMatch(at -> at.distanceTo(fold) < LINE_WIDTH_PX / 2);
  }

  /** Beside a corner of the mouth. */
  private static Point outwards(int corner) {
    Point middle = mesh.point(13).towards(mesh.point(14), 0.5);
    Point away = mesh.point(corner).minus(middle);
    return mesh.point(corner).plus(away.times(BESIDE_LINE_WIDTHS * LINE_WIDTH_PX / away.norm()));
  }
}
