package silverpoint;

import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.PortraitMaker;

/** The bundled photo as the models see it. */
public final class SeenPortrait {
  private static final double PAGE_RATIO = 1.46;

  private SeenPortrait() {}

  public static Portrait demo() {
    RgbImage image = StillCamera.demo().capture().image();
    BlazeFaceDetector detector =
        new BlazeFaceDetector(
            TestModels.get().model("face-detector-short"),
            TestModels.get().model("face-detector-full"));
    return new PortraitMaker(
            new FaceMesher(TestModels.get().model("face-mesh")),
            new PersonSegmenter(TestModels.get().model("person-mask")),
            PAGE_RATIO)
        .make(image, detector.detect(image))
        .orElseThrow();
  }
}
