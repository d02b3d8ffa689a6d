package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/** The nose of the bundled portrait, in the light of one side. */
class NostrilsTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static FaceMesh mesh;
  private static Nostrils nostrils;

  @BeforeAll
  static void see() {
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
    nostrils = new Nostrils(mesh, ToneSettings.defaults().face().nostrilGrowth());
  }

  @Test
  void nostrilsAreAsTheyAreSeenAndTheRestOfTheNoseHasNoMass() {
    for (int nostril : new int[] {79, 239, 309, 459}) {
      assertThat(nostrils.at(mesh.point(nostril))).isEqualTo(Ink.AS_SEEN);
    }
    for (int shadow : new int[] {4, 5, 195, 48, 278}) {
      assertThat(nostrils.at(mesh.point(shadow))).isEqualTo(Ink.PAPER);
    }
    for (int beside : new int[] {33, 105, 50, 0, 61}) {
      assertThat(nostrils.at(mesh.point(beside))).isEqualTo(Ink.AS_SEEN);
    }
  }

  @Test
  void theShadowOfAWingIsNoMass() {
    RgbImage crop = SeenPortrait.demo().crop();
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length; i++) {
      double x = i / 3 % crop.width() + 0.5 - mesh.point(48).x();
      double y = i / 3 / crop.width() + 0.5 - mesh.point(48).y();
      rgb[i] = (byte) (Math.hypot(x, y) < 3.5 * LINE_WIDTH_PX ? 20 : 190);
    }
    FaceTone tone =
        FaceTone.of(new RgbImage(crop.width(), crop.height(), rgb), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(tone.massesPx().stream().flatMap(mass -> mass.resampled(1).stream()))
        .noneMatch(at -> at.distanceTo(mesh.point(48)) < 2 * LINE_WIDTH_PX);
  }
}
