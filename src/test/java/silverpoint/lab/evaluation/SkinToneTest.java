package silverpoint.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

class SkinToneTest {
  private static final FaceMesh FACE = face();

  private static FaceMesh face() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      points.add(new Point(30 + i % 20 * 2, 30 + i % 23 * 2));
    }
    points.set(234, new Point(10, 50));
    points.set(454, new Point(90, 50));
    return new FaceMesh(points, 1);
  }

  /** A wall of one colour, with a tenth of it in shadow and a tenth in gloss. */
  private static RgbImage skin(int red, int green, int blue) {
    byte[] rgb = new byte[3 * 100 * 100];
    for (int i = 0; i < 100 * 100; i++) {
      double light = i % 10 == 3 ? 0.3 : 1;
      int gloss = i % 10 == 7 ? 255 : 0;
      rgb[3 * i] = (byte) Math.max(gloss, (int) (light * red));
      rgb[3 * i + 1] = (byte) Math.max(gloss, (int) (light * green));
      rgb[3 * i + 2] = (byte) Math.max(gloss, (int) (light * blue));
    }
    return new RgbImage(100, 100, rgb);
  }

  /** Angles by the formulas of CIE 15 with the matrix of IEC 61966-2-1, calculated elsewhere. */
  @ParameterizedTest(name = "{0} {1} {2}: {3} degrees, {4}")
  @CsvSource({
    "244, 208, 177, 60.7, LIGHT",
    "229, 184, 143, 45.9, LIGHT",
    "198, 150, 112, 30.2, INTERMEDIATE",
    "141, 96, 65, -11.7, BROWN",
    "60, 40, 30, -72.0, DARK"
  })
  void theAngleFollowsFromColour(int red, int green, int blue, double deg, SkinTone tone) {
    double angleDeg = SkinTone.angleDeg(skin(red, green, blue), FACE);
    assertThat(angleDeg).isCloseTo(deg, within(0.5));
    assertThat(SkinTone.of(angleDeg)).isEqualTo(tone);
  }

  @Test
  void binsAreOpenAtBothEnds() {
    assertThat(SkinTone.of(90)).isEqualTo(SkinTone.LIGHT);
    assertThat(SkinTone.of(41)).isEqualTo(SkinTone.INTERMEDIATE);
    assertThat(SkinTone.of(-90)).isEqualTo(SkinTone.DARK);
  }
}
