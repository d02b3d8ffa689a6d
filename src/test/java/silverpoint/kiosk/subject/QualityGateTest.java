package silverpoint.kiosk.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.FaceTracks;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.sketch.Frame;

/** Every fault planted into one good picture is found, and named first. */
class QualityGateTest {
  private static final SubjectSettings SETTINGS = SubjectSettings.defaults();
  private static final LiveFaceFinder FINDER =
      new LiveFaceFinder(TestModels.get().model("face-detector-short"));

  /** 640 x 480 px of the bundled portrait, the face in the middle, so many times as large. */
  private static RgbImage portrait(double zoom) {
    return portrait(zoom, 640, 480);
  }

  private static RgbImage portrait(double zoom, int width, int height) {
    Affine toPortrait =
        Affine.translation(-width / 2.0, -height / 2.0)
            .then(Affine.scaling(1 / zoom))
            .then(Affine.translation(228, 140));
    return Resampling.window(
        StillCamera.demo().capture().image(),
        toPortrait,
        width,
        height,
        Resampling.Border.REPLICATE);
  }

  private static RgbImage each(RgbImage image, UnaryOperator<GrayImage> change) {
    byte[] rgb = new byte[3 * image.width() * image.height()];
    for (int c = 0; c < 3; c++) {
      float[] plane = new float[image.width() * image.height()];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = image.at(i % image.width(), i / image.width(), c);
      }
      GrayImage changed = change.apply(new GrayImage(image.width(), image.height(), plane));
      for (int i = 0; i < plane.length; i++) {
        rgb[3 * i + c] = (byte) changed.at(i % image.width(), i / image.width());
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  private static RgbImage times(RgbImage image, double factor) {
    return each(
        image,
        plane -> {
          float[] values = plane.toArray();
          for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
          }
          return new GrayImage(plane.width(), plane.height(), values);
        });
  }

  private static Observation look(RgbImage image) {
    SubjectSight sight = SubjectSight.NOTHING;
    Frame frame = new Frame(image, 1, 0);
    for (int i = 0; i < 45; i++) {
      frame = new Frame(image, 1, i * 33_333_333L);
      List<Face> faces = i % 8 < 4 || i < 4 ? FINDER.find(image, sight.tracks(), i) : List.of();
      sight = sight.after(frame, faces.isEmpty() ? known(sight.tracks()) : faces, SETTINGS);
    }
    return sight.observe(frame, SETTINGS, 30);
  }

  private static List<Face> known(FaceTracks tracks) {
    return tracks.tracks().stream().map(track -> track.face()).toList();
  }

  @Test
  void aGoodPictureIsReady() {
    Observation seen = look(portrait(1.5));
    assertThat(seen.subject()).isPresent();
    assertThat(seen.hint()).isEqualTo(Hint.READY);
    assertThat(seen.isReady()).isTrue();
  }

  @Test
  void aSmallFaceShouldComeCloserALargeOneStepBack() {
    assertThat(look(portrait(0.8)).hint()).isEqualTo(Hint.COME_CLOSER);
    assertThat(look(portrait(3.6)).hint()).isEqualTo(Hint.STEP_BACK);
  }

  /** As many pixels of the same lens: a guest stands where they would before a wide picture. */
  @Test
  void aCameraThatIsMountedOnItsSideAsksForTheSameDistance() {
    assertThat(look(portrait(1.1, 853, 480)).hint()).isEqualTo(Hint.READY);
    assertThat(look(portrait(1.1, 480, 853)).hint()).isEqualTo(Hint.READY);
    assertThat(look(portrait(3.6, 853, 480)).hint()).isEqualTo(Hint.STEP_BACK);
    assertThat(look(portrait(3.6, 480, 853)).hint()).isEqualTo(Hint.STEP_BACK);
  }

  @Test
  void darknessAsksForLight() {
    assertThat(look(times(portrait(1.5), 0.1)).hint()).isEqualTo(Hint.MORE_LIGHT);
    assertThat(look(times(portrait(1.5), 0.4)).hint()).isEqualTo(Hint.READY);
  }

  @Test
  void aLensOutOfFocusIsNamed() {
    assertThat(look(each(portrait(1.5), plane -> plane.blurred(4))).hint())
        .isEqualTo(Hint.TOO_BLURRED);
    assertThat(look(each(portrait(1.5), plane -> plane.blurred(0.7))).hint()).isEqualTo(Hint.READY);
  }

  @Test
  void aTiltedHeadIsAskedToLookHere() {
    RgbImage upright = portrait(1.5);
    Affine tilt =
        Affine.translation(-320, -240)
            .then(Affine.rotation(Math.toRadians(35)))
            .then(Affine.translation(320, 240));
    RgbImage tilted = Resampling.window(upright, tilt, 640, 480, Resampling.Border.REPLICATE);
    assertThat(look(tilted).hint()).isEqualTo(Hint.LOOK_HERE);
  }

  @Test
  void anEmptyHallIsNobody() {
    assertThat(look(new RgbImage(640, 480, new byte[3 * 640 * 480])).hint()).isEqualTo(Hint.NOBODY);
  }

  @Test
  void theBestFrameHasOpenEyesAndIsSharp() {
    FaceMesher mesher = new FaceMesher(TestModels.get().model("face-mesh"));
    RgbImage good = portrait(1.5);
    BestFrame best = new BestFrame();
    RgbImage shut = eyesShut(good);
    for (RgbImage image : List.of(shut, each(good, plane -> plane.blurred(1)), good, shut)) {
      best.offer(look(image));
    }
    assertThat(best.size()).isEqualTo(4);
    assertThat(best.take(mesher).orElseThrow().frame().image()).isSameAs(good);
    assertThat(best.size()).isZero();
    assertThat(best.take(mesher)).isEmpty();
    best.offer(look(portrait(0.8)));
    assertThat(best.size()).isZero();
  }

  /** Cheek over each eye, and lashes along its lower lid. */
  private static RgbImage eyesShut(RgbImage image) {
    Face face = FINDER.find(image, FaceTracks.NONE, 0).getFirst();
    double size = face.sizePx();
    byte[] rgb = new byte[3 * image.width() * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int from = y;
        double shade = 1;
        for (Point eye : face.keyPointsPx().subList(0, 2)) {
          double across = (x - eye.x()) / (0.13 * size);
          double down = (y - eye.y()) / size;
          if (Math.abs(across) < 1 && Math.abs(down) < 0.06) {
            from = (int) (eye.y() + 0.13 * size + 0.3 * (y - eye.y()));
            double lash = Math.abs(down - 0.025 + 0.02 * across * across);
            shade = Math.clamp(0.25 + 50 * (lash - 0.006), 0.25, 1.0);
          }
        }
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * image.width() + x) + c] = (byte) (shade * image.at(x, from, c));
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }
}
