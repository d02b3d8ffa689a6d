package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.kiosk.subject.FaceQuality;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.kiosk.web.Chromium;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.PortraitMaker;

/**
 * What is framed is what is drawn: in cameras of every format, on screens of every kind, a face
 * that fills the oval as the browser shows it is taken by the gate, and what is drawn of it is what
 * the oval promised, all of it on the glass.
 */
class MirrorOvalTest {
  private static final SubjectSettings GATE = SubjectSettings.defaults();
  private static final RgbImage COLLINS = StillCamera.demo().capture().image();

  /** Boxes on the page: the oval, the mirror's picture, the glass. */
  private static final String BOXES =
      """
      async (state) => {
        window.tell(state);
        const canvas = document.getElementById("picture");
        for (let i = 0; i < 600 && canvas.width !== state.pictureWidth; i++)
          await new Promise((after) => setTimeout(after, 10));
        await new Promise(requestAnimationFrame);
        return ["#oval ellipse", "#picture", "#glass"].map((name) => {
          const { left, top, width, height } = document.querySelector(name).getBoundingClientRect();
          return [left, top, width, height];
        });
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final FaceMesher mesher = new FaceMesher(TestModels.get().model("face-mesh"));
  private final BlazeFaceDetector detector =
      new BlazeFaceDetector(
          TestModels.get().model("face-detector-short"),
          TestModels.get().model("face-detector-full"));
  private final PortraitMaker maker =
      new PortraitMaker(
          mesher,
          new PersonSegmenter(TestModels.get().model("person-mask")),
          StagedVisitorScreen.PAGE_ASPECT);

  @ParameterizedTest(name = "camera {0} x {1}, screen {2} x {3}")
  @CsvSource({
    "640, 480, 1920, 1080",
    "1280, 720, 1920, 1080",
    "720, 1280, 1920, 1080",
    "480, 640, 800, 480",
    "1280, 720, 800, 480",
    "640, 480, 1080, 1920",
    "1280, 720, 1080, 1920",
    "720, 1280, 390, 844",
  })
  void aFaceThatFillsTheOvalIsTakenAndDrawnAsPromised(
      int width, int height, int screenWidth, int screenHeight) {
    Map<String, Object> state = StagedVisitorScreen.framing("READY", width, height);
    state.put("pictureWidth", width);
    List<Box> boxes = boxes(state, width, height, screenWidth, screenHeight);
    Box oval = boxes.get(0);
    Box picture = boxes.get(1);
    Box glass = boxes.get(2);
    assertThat(picture.width() / picture.height())
        .as("nobody is stretched")
        .isCloseTo((double) width / height, within(0.01));
    double scale = width / picture.width();
    // the mirror exchanges left and right
    Box ovalPx =
        new Box(
            width - (oval.right() - picture.x()) * scale,
            (oval.y() - picture.y()) * scale,
            oval.width() * scale,
            oval.height() * scale);
    RgbImage frame = framed(ovalPx, width, height);

    Face face = detector.detect(frame).getFirst();
    double share = FaceQuality.of(frame, face).heightShare();
    assertThat(share)
        .as("the face that the gate sees")
        .isBetween(1.25 * GATE.leastHeightShare(), 0.8 * GATE.mostHeightShare());

    Portrait portrait = maker.make(frame, List.of(face)).orElseThrow();
    Box drawn = level(portrait);
    Box promised = StagedVisitorScreen.aim(width, height).pagePx();
    assertThat(drawn.overlap(promised))
        .as("drawn %s, promised %s", drawn, promised)
        .isGreaterThan(0.75);
    Box shown =
        new Box(
            picture.x() + (width - promised.right()) / scale,
            picture.y() + promised.y() / scale,
            promised.width() / scale,
            promised.height() / scale);
    assertThat(shown.x()).as("on the glass").isGreaterThan(glass.x() - 1);
    assertThat(shown.y()).isGreaterThan(glass.y() - 1);
    assertThat(shown.right()).isLessThan(glass.right() + 1);
    assertThat(shown.bottom()).isLessThan(glass.bottom() + 1);
  }

  private static List<Box> boxes(
      Map<String, Object> state, int width, int height, int screenWidth, int screenHeight) {
    try (BrowserContext context =
        StagedVisitorScreen.context(CHROMIUM.browser(), screenWidth, screenHeight)) {
      byte[] mirror =
          ImageFiles.encodeJpeg(new RgbImage(width, height, new byte[3 * width * height]), 70);
      context.route(
          "**/visitor/mirror",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("image/jpeg").setBodyBytes(mirror)));
      Page page = StagedVisitorScreen.page(context);
      return ((List<?>) page.evaluate(BOXES, state))
          .stream()
              .map(box -> ((List<?>) box).stream().map(at -> ((Number) at).doubleValue()).toList())
              .map(at -> new Box(at.get(0), at.get(1), at.get(2), at.get(3)))
              .toList();
    }
  }

  /** What is drawn of the picture, once its head is level. */
  private static Box level(Portrait portrait) {
    double scale = 1 / portrait.pictureToCrop().scale();
    double wide = portrait.crop().width();
    double high = portrait.crop().height();
    Point centre = portrait.pictureToCrop().inverse().apply(new Point(wide / 2, high / 2));
    return new Box(
        centre.x() - wide * scale / 2, centre.y() - high * scale / 2, wide * scale, high * scale);
  }

  /** A camera's picture in which the outline of a face fills the oval. */
  private RgbImage framed(Box ovalPx, int width, int height) {
    Face found = detector.detect(COLLINS).getFirst();
    Box outline = mesher.fit(COLLINS, found).orElseThrow().polygon(FaceRegion.OVAL).bounds();
    double scale = outline.height() / ovalPx.height();
    Affine toCollins =
        Affine.translation(-ovalPx.centre().x(), -ovalPx.centre().y())
            .then(Affine.scaling(scale))
            .then(Affine.translation(outline.centre().x(), outline.centre().y()));
    return Resampling.window(COLLINS, toCollins, width, height, Resampling.Border.REPLICATE);
  }
}
