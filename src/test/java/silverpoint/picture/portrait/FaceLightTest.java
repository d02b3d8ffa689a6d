package silverpoint.picture.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/** Faces of smooth skin and one dark eye line, in good and in poor light. */
class FaceLightTest {
  private static final int SIDE = 80;
  private static final Face FACE =
      new Face(
          new Box(10, 10, 60, 60), Collections.nCopies(Face.KEY_POINTS, new Point(40, 40)), 0.9);

  /** Skin from {@code dark} to {@code bright}, 0..255, times the light on each channel. */
  private static RgbImage face(double dark, double bright, double... light) {
    Random random = new Random(5);
    byte[] rgb = new byte[3 * SIDE * SIDE];
    double[] skin = {1, 0.75, 0.65};
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % SIDE;
      double level = dark + (bright - dark) * x / SIDE + random.nextGaussian() * 0.5;
      rgb[i] = (byte) Math.clamp(Math.round(level * skin[i % 3] * light[i % 3]), 0, 255);
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  @Test
  void goodLightLeavesThePictureAlone() {
    RgbImage good = face(60, 255, 1, 1, 1);
    assertThat(FaceLight.of(good, FACE).isPoor()).isFalse();
    assertThat(FaceLight.of(good, FACE).improved(good, 60)).isSameAs(good);
  }

  @Test
  void aDarkFaceIsLit() {
    RgbImage dark = face(8, 50, 1, 1, 1);
    FaceLight lit = FaceLight.of(FaceLight.of(dark, FACE).improved(dark, 60), FACE);
    assertThat(lit.brightLuma()).isCloseTo(0.6, within(0.08));
    assertThat(lit.isPoor()).isFalse();
  }

  @Test
  void colouredLightIsEvenedOut() {
    RgbImage green = face(60, 250, 0.35, 1, 0.35);
    FaceLight before = FaceLight.of(green, FACE);
    FaceLight after = FaceLight.of(before.improved(green, 60), FACE);
    assertThat(before.green() / before.red()).isGreaterThan(2);
    assertThat(after.green() / after.red()).isBetween(0.6, 1.1);
  }

  @Test
  void aVeilIsTakenAway() {
    RgbImage veiled = face(130, 170, 1, 1, 1);
    FaceLight before = FaceLight.of(veiled, FACE);
    FaceLight after = FaceLight.of(before.improved(veiled, 60), FACE);
    assertThat(after.brightLuma() - after.shadowLuma())
        .isGreaterThan(2 * (before.brightLuma() - before.shadowLuma()));
  }
}
