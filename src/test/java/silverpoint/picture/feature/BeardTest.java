package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.lineart.DemoPortrait;
import silverpoint.picture.lineart.EdgeModelLineArtist;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

/** The bundled portrait, and what is painted on its lower face. */
class BeardTest {
  private static final double LINE_WIDTH_PX = 1.9;
  private static final Portrait SHAVEN = DemoPortrait.drawn().portrait();
  private static final FaceMesh MESH = SHAVEN.main().mesh().orElseThrow();
  private static final Polygon LIPS = MESH.polygon(FaceRegion.LIPS);
  private static final Polygon OVAL = MESH.polygon(FaceRegion.OVAL);

  private static List<Beard> beards(RgbImage crop) {
    return Beard.of(SHAVEN.main(), crop, LINE_WIDTH_PX);
  }

  /**
   * The crop with what is within an area made darker.
   *
   * @param light what is left of the light
   * @param rough by how much single pixels differ
   */
  private static RgbImage painted(Polygon area, double light, double rough) {
    RgbImage crop = SHAVEN.crop();
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    Random random = new Random(7);
    for (int i = 0; i < rgb.length / 3; i++) {
      int row = i / crop.width();
      Point at = new Point(i % crop.width() + 0.5, row + 0.5);
      boolean in = area.contains(at) && !LIPS.reaches(at, 2);
      double gain = in ? light * (1 + rough * random.nextGaussian()) : 1;
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = (byte) Math.clamp(gain * crop.at(i % crop.width(), row, c), 0, 255);
      }
    }
    return new RgbImage(crop.width(), crop.height(), rgb);
  }

  /** Below the nose and the cheeks. */
  private static Polygon lowerFace() {
    return new Polygon(
        MESH.line(
                132, 207, 206, 98, 2, 327, 426, 427, 361, 288, 397, 365, 379, 378, 400, 377, 152,
                148, 176, 149, 150, 136, 172, 58)
            .points());
  }

  private static Polygon upperLip() {
    return new Polygon(
        MESH.line(
                57, 206, 203, 98, 2, 327, 423, 426, 287, 291, 409, 270, 269, 267, 0, 37, 39, 40,
                185, 61)
            .points());
  }

  @Test
  void skinHasNoBeard() {
    assertThat(beards(SHAVEN.crop())).isEmpty();
  }

  /** Colour alone makes no beard: beside red, freckled cheeks all other skin is pale. */
  @ParameterizedTest(name = "cheeks that leave {0} of the green")
  @ValueSource(doubles = {0.9, 0.85, 0.8})
  void sunburntCheeksMakeNoBeard(double green) {
    RgbImage crop = SHAVEN.crop();
    Random random = new Random(7);
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length / 3; i++) {
      int row = i / crop.width();
      boolean burnt = !lowerFace().contains(new Point(i % crop.width() + 0.5, row + 0.5));
      for (int c = 0; c < 3; c++) {
        double freckles = burnt ? 1 + 0.03 * random.nextGaussian() : 1;
        double gain = burnt && c > 0 ? green * freckles : freckles;
        rgb[3 * i + c] = (byte) Math.clamp(gain * crop.at(i % crop.width(), row, c), 0, 255);
      }
    }
    assertThat(beards(new RgbImage(crop.width(), crop.height(), rgb))).isEmpty();
  }

  @ParameterizedTest(name = "shade that leaves {0} of the light")
  @ValueSource(doubles = {0.9, 0.8, 0.7})
  void smoothShadeIsNoBeard(double light) {
    assertThat(beards(painted(lowerFace(), light, 0))).isEmpty();
  }

  @Test
  void darkRoughHairIsAMoustacheAndABeard() {
    List<Beard> beards = beards(painted(lowerFace(), 0.35, 0.3));
    assertThat(beards).hasSize(2);
    Box mouth = LIPS.bounds();
    Beard moustache = beards.getFirst();
    Beard beard = beards.getLast();
    assertThat(moustache.area().bounds().bottom()).isLessThan(mouth.bottom());
    assertThat(beard.area().bounds().width()).isGreaterThan(1.8 * mouth.width());
    for (Beard each : beards) {
      assertThat(each.strokes().points())
          .allMatch(point -> !LIPS.grown(0.8).contains(point) && OVAL.reaches(point, 6));
    }
  }

  @Test
  void burntOutSkinIsNoMeasure() {
    Sitter sitter = SHAVEN.main();
    FaceLight light = sitter.light();
    FaceLight burnt =
        new FaceLight(
            light.meanLuma(), light.shadowLuma(), 1, 0.5, light.red(), light.green(), light.blue());
    Sitter inTheSun = new Sitter(sitter.face(), sitter.faceBoxPx(), sitter.mesh(), burnt);
    RgbImage crop = painted(lowerFace(), 0.35, 0.3);
    assertThat(Beard.of(inTheSun, crop, LINE_WIDTH_PX)).isEmpty();
  }

  @Test
  void aMoustacheComesAlone() {
    List<Beard> beards = beards(painted(upperLip(), 0.35, 0.3));
    assertThat(beards).hasSize(1);
    assertThat(beards.getFirst().strokes().points())
        .allMatch(point -> point.y() < LIPS.bounds().bottom());
  }

  @Test
  void darkerHairIsDrawnCloser() {
    double black = beards(painted(lowerFace(), 0.2, 0.3)).getLast().strokes().length();
    double pale = beards(painted(lowerFace(), 0.6, 0.3)).getLast().strokes().length();
    assertThat(black).isGreaterThan(1.1 * pale);
  }

  /** What the edge model sees of the hair gives way to the strokes. */
  @Test
  void aBeardIsDrawnOnce() {
    RgbImage crop = painted(lowerFace(), 0.35, 0.3);
    LineArt art =
        new EdgeModelLineArtist(TestModels.get().model("edge-portrait"))
            .draw(
                new Portrait(
                    crop,
                    SHAVEN.pictureToCrop(),
                    SHAVEN.sitters(),
                    SHAVEN.person(),
                    SHAVEN.vignette()),
                LINE_WIDTH_PX);
    assertThat(beards(crop)).hasSize(2);
    for (Beard beard : beards(crop)) {
      assertThat(art.meshLinesPx()).filteredOn(beard.strokes()::equals).hasSize(1);
      for (Polyline line : art.edgeLinesPx()) {
        assertThat(line.points()).noneMatch(beard.area()::contains);
      }
    }
  }
}
