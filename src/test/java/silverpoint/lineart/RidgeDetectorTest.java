package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;

class RidgeDetectorTest {
  private static final RidgeDetector RIDGES = new RidgeDetector(1, 0.2, 0.45);

  @ParameterizedTest(name = "{0} degrees")
  @ValueSource(ints = {0, 20, 45, 70, 90, 135, 160})
  void theCrestOfASoftLineIsFoundWithinAPixel(int degrees) {
    double angle = Math.toRadians(degrees);
    Mask ridge = RIDGES.ridges(line(angle, 0.9));
    assertThat(ridge.count()).isGreaterThan(50);
    for (int y = 8; y < 56; y++) {
      for (int x = 8; x < 56; x++) {
        if (ridge.at(x, y)) {
          assertThat(Math.abs(offset(angle, x, y))).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void aWeakLineAloneIsDropped() {
    assertThat(RIDGES.ridges(line(0.3, 0.4)).count()).isZero();
  }

  @Test
  void aWeakEndOfAStrongLineStays() {
    GrayImage strong = line(0, 0.9);
    float[] fading = strong.toArray();
    for (int i = 0; i < fading.length; i++) {
      fading[i] *= i % 64 < 32 ? 1 : 0.35f;
    }
    Mask ridge = RIDGES.ridges(new GrayImage(64, 64, fading));
    boolean reaches = false;
    for (int y = 30; y < 35; y++) {
      reaches |= ridge.at(50, y);
    }
    assertThat(reaches).isTrue();
  }

  @Test
  void aFlatPictureHasNoRidge() {
    float[] flat = new float[64 * 64];
    java.util.Arrays.fill(flat, 0.8f);
    assertThat(RIDGES.ridges(new GrayImage(64, 64, flat)).count()).isZero();
  }

  private static GrayImage line(double angle, double peak) {
    float[] ink = new float[64 * 64];
    for (int i = 0; i < ink.length; i++) {
      double off = offset(angle, i % 64, i / 64);
      ink[i] = (float) (peak * Math.exp(-off * off / 4));
    }
    return new GrayImage(64, 64, ink);
  }

  private static double offset(double angle, int x, int y) {
    return (x - 31.3) * Math.sin(angle) - (y - 32.2) * Math.cos(angle);
  }
}
