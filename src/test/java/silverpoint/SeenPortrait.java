package silverpoint;

import silverpoint.camera.StillCamera;
import silverpoint.face.BlazeFaceDetector;
import silverpoint.face.FaceMesher;
import silverpoint.image.RgbImage;
import silverpoint.portrait.PersonSegmenter;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.PortraitMaker;

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
