package silverpoint.picture.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;

/** The shipped detector and mesh on the bundled portrait, 512 x 512 px. */
class FaceDetectionTest {
  private static final RgbImage COLLINS = StillCamera.demo().capture().image();

  private final FaceDetector detector =
      new BlazeFaceDetector(
          TestModels.get().model("face-detector-short"),
          TestModels.get().model("face-detector-full"));

  /**
   * Golden values of MediaPipe's own nets: centre (0.44, 0.24..0.25), size 0.18..0.21 of the side.
   */
  @Test
  void findsTheAstronautWhereMediaPipeDoes() {
    List<Face> faces = detector.detect(COLLINS);
    assertThat(faces).hasSize(1);
    Face face = faces.getFirst();
    assertThat(face.score()).isGreaterThan(0.9);
    assertThat(face.boxPx().centre().x() / 512).isCloseTo(0.44, within(0.01));
    assertThat(face.boxPx().centre().y() / 512).isCloseTo(0.245, within(0.015));
    assertThat(face.sizePx() / 512).isBetween(0.17, 0.22);
    assertThat(face.keyPointsPx().getFirst().x() / 512).isCloseTo(0.40, within(0.01));
  }

  @ParameterizedTest(name = "face of {0} of the picture")
  @ValueSource(doubles = {0.05, 0.08, 0.12, 0.3, 0.5, 0.8})
  void findsFacesOfAllSizes(double share) {
    double faceSide = 0.2 * 512;
    int side = 1200;
    double scale = faceSide / (share * side);
    Point centre = new Point(0.44 * 512, 0.245 * 512);
    Affine toPicture =
        Affine.translation(-side / 2.0, -side / 2.0)
            .then(Affine.scaling(scale))
            .then(Affine.translation(centre.x(), centre.y()));
    RgbImage picture = Resampling.window(COLLINS, toPicture, side, side, Resampling.Border.BLACK);
    List<Face> faces = detector.detect(picture);
    assertThat(faces).isNotEmpty();
    Face face = faces.getFirst();
    assertThat(face.boxPx().centre().distanceTo(new Point(side / 2.0, side / 2.0)))
        .isLessThan(0.25 * share * side);
    assertThat(face.sizePx() / (share * side)).isBetween(0.7, 1.4);
  }

  @ParameterizedTest(name = "turned {0} degrees")
  @ValueSource(ints = {-30, -15, 15, 30, 90, 180, 270})
  void knowsTheRollOfTheHead(int degrees) {
    Affine toPicture =
        Affine.translation(-256, -256)
            .then(Affine.rotation(Math.toRadians(-degrees)))
            .then(Affine.translation(230, 150));
    RgbImage turned = Resampling.window(COLLINS, toPicture, 512, 512, Resampling.Border.BLACK);
    Face face = detector.detect(turned).getFirst();
    FaceMesh mesh =
        new FaceMesher(TestModels.get().model("face-mesh")).fit(turned, face).orElseThrow();
    double off = Math.toDegrees(mesh.rollRadians()) - degrees;
    assertThat(Math.abs(Math.IEEEremainder(off, 360))).isLessThan(8);
  }

  /** The face in the middle of a wide picture, and of a tall one when that is turned. */
  @ParameterizedTest(name = "{0} of the height of a wide picture, {1} degrees, {2} quarter turns")
  @MethodSource("sharesTiltsAndTurns")
  void knowsWhichWayUpSmallAndLargeFacesAre(double share, int degrees, int quarters) {
    double scale = 0.2 * 512 / (share * 720);
    Affine toPortrait =
        Affine.translation(-640, -360)
            .then(Affine.rotation(Math.toRadians(-degrees)))
            .then(Affine.scaling(scale))
            .then(Affine.translation(0.44 * 512, 0.245 * 512));
    RgbImage seen =
        Resampling.window(COLLINS, toPortrait, 1280, 720, Resampling.Border.REPLICATE)
            .turned(quarters, false);
    Face face = detector.detect(seen).getFirst();
    Optional<FaceMesh> mesh = new FaceMesher(TestModels.get().model("face-mesh")).fit(seen, face);
    assertThat(mesh).as("a mesh of %s", face).isPresent();
    double off = Math.toDegrees(mesh.orElseThrow().rollRadians()) - degrees - 90 * quarters;
    assertThat(Math.abs(Math.IEEEremainder(off, 360))).isLessThan(15);
  }

  static Stream<Arguments> sharesTiltsAndTurns() {
    return Stream.of(
            Arguments.of(0.09, 0),
            Arguments.of(0.13, -25),
            Arguments.of(0.13, -12),
            Arguments.of(0.16, 0),
            Arguments.of(0.16, 12),
            Arguments.of(0.5, -25),
            Arguments.of(0.8, 0))
        .flatMap(face ->
            IntStream.range(0, 4)
                .mapToObj(turn -> Arguments.of(face.get()[0], face.get()[1], turn)));
  }

  @Test
  void findsNobodyInNoise() {
    byte[] noise = new byte[3 * 300 * 200];
    new Random(1).nextBytes(noise);
    assertThat(detector.detect(new RgbImage(300, 200, noise))).isEmpty();
    assertThat(detector.detect(new RgbImage(1, 1, new byte[3]))).isEmpty();
  }
}
