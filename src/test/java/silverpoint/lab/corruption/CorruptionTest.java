package silverpoint.lab.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.PersonSegmenter;

/** The bundled portrait made hard in every way, seed 1. */
class CorruptionTest {
  private static final Scene COLLINS = collins();

  private static Scene collins() {
    RgbImage picture = StillCamera.demo().capture().image();
    BlazeFaceDetector detector =
        new BlazeFaceDetector(
            TestModels.get().model("face-detector-short"),
            TestModels.get().model("face-detector-full"));
    return new Scene(
        picture,
        new FaceMesher(TestModels.get().model("face-mesh"))
            .fit(picture, detector.detect(picture).getFirst())
            .orElseThrow(),
        new PersonSegmenter(TestModels.get().model("person-mask")).segment(picture));
  }

  @ParameterizedTest(name = "{0}, seed 1")
  @EnumSource
  void theSameSeedGivesTheSameHardPhoto(Corruption corruption) {
    HardPhoto once = corruption.of(COLLINS, new Random(1));
    HardPhoto again = corruption.of(COLLINS, new Random(1));
    assertThat(same(once.picture(), again.picture())).isTrue();
    assertThat(same(once.picture(), COLLINS.picture())).isEqualTo(corruption == Corruption.PLAIN);
    assertThat(once.face().point(1).x())
        .isCloseTo(once.fromScene().apply(COLLINS.face().point(1)).x(), within(1e-9));
  }

  @Test
  void darkPhotosHaveTheMeanLumaOfTheirName() {
    assertThat(meanLuma(Corruption.LUMA_30)).isCloseTo(30, within(1.0));
    assertThat(meanLuma(Corruption.LUMA_15)).isCloseTo(15, within(1.0));
    assertThat(meanLuma(Corruption.LUMA_8)).isCloseTo(8, within(1.0));
  }

  @Test
  void aSmallFaceHasTheHeightOfItsName() {
    HardPhoto small = Corruption.FACE_80_PX.of(COLLINS, new Random(1));
    assertThat(small.picture().width()).isEqualTo(640);
    assertThat(Box.around(small.face().pointsPx()).height()).isCloseTo(80, within(0.01));
  }

  private static double meanLuma(Corruption corruption) {
    GrayImage luma = corruption.of(COLLINS, new Random(1)).picture().luma();
    double sum = 0;
    for (float value : luma.toArray()) {
      sum += value;
    }
    return 255 * sum / luma.width() / luma.height();
  }

  private static boolean same(RgbImage a, RgbImage b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      return false;
    }
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        if (a.packedAt(x, y) != b.packedAt(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
