package silverpoint.picture.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;

/** The shipped models on the bundled portrait. */
class PortraitMakerTest {
  private static final RgbImage COLLINS = StillCamera.demo().capture().image();

  private final PortraitMaker maker =
      new PortraitMaker(
          new FaceMesher(TestModels.get().model("face-mesh")),
          new PersonSegmenter(TestModels.get().model("person-mask")),
          1.46);
  private final BlazeFaceDetector detector =
      new BlazeFaceDetector(
          TestModels.get().model("face-detector-short"),
          TestModels.get().model("face-detector-full"));

  @Test
  void composesHeadAndShoulders() {
    Portrait portrait = maker.make(COLLINS, detector.detect(COLLINS)).orElseThrow();
    assertThat(portrait.crop().height()).isEqualTo(384);
    assertThat(portrait.crop().width()).isEqualTo(561);
    Box face = portrait.main().faceBoxPx();
    assertThat(face.centre().x()).isBetween(270.0, 290.0);
    assertThat(face.height()).isBetween(150.0, 230.0);
    assertThat(portrait.main().mesh()).isPresent();
    assertThat(Math.abs(portrait.main().mesh().orElseThrow().rollRadians())).isLessThan(0.05);
  }

  @Test
  void theMapNamesThePartsOfTheFace() {
    Portrait portrait = maker.make(COLLINS, detector.detect(COLLINS)).orElseThrow();
    FaceMesh mesh = portrait.main().mesh().orElseThrow();
    FaceMap map = FaceMap.of(portrait);
    assertThat(map.partAt(mesh.point(159))).isEqualTo(FacePart.EYE);
    assertThat(map.partAt(mesh.point(105))).isEqualTo(FacePart.BROW);
    assertThat(map.partAt(mesh.point(1))).isEqualTo(FacePart.NOSE);
    assertThat(map.partAt(mesh.point(13))).isEqualTo(FacePart.MOUTH);
    assertThat(map.partAt(mesh.point(152))).isEqualTo(FacePart.JAW);
    assertThat(map.partAt(mesh.point(50))).isEqualTo(FacePart.FACE);
    assertThat(map.partAt(new Point(280, 370))).isEqualTo(FacePart.BODY);
    assertThat(map.partOf(mesh.line(61, 13, 291))).isEqualTo(FacePart.MOUTH);
  }

  @Test
  void theMaskKeepsThePersonAndDropsTheBackground() {
    Portrait portrait = maker.make(COLLINS, detector.detect(COLLINS)).orElseThrow();
    assertThat(portrait.person().sample(portrait.main().faceBoxPx().centre())).isGreaterThan(0.9);
    assertThat(portrait.person().at(20, 20)).isLessThan(0.1f);
    assertThat(portrait.person().at(540, 20)).isLessThan(0.1f);
  }

  @Test
  void linesFadeTowardsTheBorders() {
    Portrait portrait = maker.make(COLLINS, detector.detect(COLLINS)).orElseThrow();
    assertThat(portrait.vignette().at(280, 190)).isEqualTo(1);
    assertThat(portrait.vignette().at(0, 190)).isLessThan(0.05f);
    assertThat(portrait.vignette().at(280, 383)).isLessThan(0.05f);
  }

  @Test
  void nobodyIsNobody() {
    assertThat(maker.make(COLLINS, List.of())).isEmpty();
  }
}
