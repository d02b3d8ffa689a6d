package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.camera.StillCamera;
import silverpoint.face.BlazeFaceDetector;
import silverpoint.face.FaceMesher;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.Mask;
import silverpoint.image.RgbImage;
import silverpoint.portrait.PersonSegmenter;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.PortraitMaker;

/** The styles on the bundled portrait. */
class StylesTest {
  private static Portrait portrait;
  private static LineArt contour;

  @BeforeAll
  static void draw() {
    RgbImage image = StillCamera.demo().capture().image();
    BlazeFaceDetector detector =
        new BlazeFaceDetector(
            TestModels.get().model("face-detector-short"),
            TestModels.get().model("face-detector-full"));
    portrait =
        new PortraitMaker(
                new FaceMesher(TestModels.get().model("face-mesh")),
                new PersonSegmenter(TestModels.get().model("person-mask")),
                1.46)
            .make(image, detector.detect(image))
            .orElseThrow();
    contour = new EdgeModelLineArtist(TestModels.get().model("edge-portrait")).draw(portrait);
  }

  @Test
  void stylesAreFoundByName() {
    assertThat(Styles.all().stream().map(Style::name))
        .containsExactly("bold", "contour", "hatched", "minimal");
    assertThatThrownBy(() -> Styles.named("cubist"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("bold, contour, hatched, minimal");
  }

  @Test
  void contourChangesNothing() {
    assertThat(Styles.named("contour").apply(contour, portrait)).isEqualTo(contour);
  }

  @Test
  void minimalKeepsTheFaceAndLittleElse() {
    Mask kept = Styles.named("minimal").apply(contour, portrait).skeleton();
    assertThat(kept.count()).isBetween(200, contour.skeleton().count() / 2);
    assertThat(kept.and(contour.skeleton()).count()).isEqualTo(kept.count());
  }

  @Test
  void boldKeepsTheFaceAndTheLongLines() {
    Mask kept = Styles.named("bold").apply(contour, portrait).skeleton();
    assertThat(kept.count()).isLessThan(contour.skeleton().count());
    for (int y = 0; y < kept.height(); y++) {
      for (int x = 0; x < kept.width(); x++) {
        if (portrait.faceBoxPx().contains(new Point(x + 0.5, y + 0.5))) {
          assertThat(kept.at(x, y)).isEqualTo(contour.skeleton().at(x, y));
        }
      }
    }
  }

  @Test
  void hatchesFillDarkClothAndLeaveTheFaceFree() {
    LineArt hatched = Styles.named("hatched").apply(contour, portrait);
    assertThat(hatched.hatchesPx()).isNotEmpty();
    assertThat(hatched.skeleton()).isEqualTo(contour.skeleton());
    for (Polyline line : hatched.hatchesPx()) {
      for (Point point : line.points()) {
        assertThat(point.distanceTo(portrait.faceBoxPx().centre()))
            .isGreaterThan(0.4 * portrait.faceBoxPx().width());
      }
    }
  }
}
