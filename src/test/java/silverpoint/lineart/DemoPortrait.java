package silverpoint.lineart;

import silverpoint.TestModels;
import silverpoint.camera.StillCamera;
import silverpoint.face.BlazeFaceDetector;
import silverpoint.face.FaceMesher;
import silverpoint.image.RgbImage;
import silverpoint.portrait.PersonSegmenter;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.PortraitMaker;

/** The bundled portrait, and the line art that the edge model makes of it. */
record DemoPortrait(Portrait portrait, LineArt art) {
  private static final double PAGE_RATIO = 1.46;

  static DemoPortrait drawn() {
    RgbImage image = StillCamera.demo().capture().image();
    BlazeFaceDetector detector =
        new BlazeFaceDetector(
            TestModels.get().model("face-detector-short"),
            TestModels.get().model("face-detector-full"));
    Portrait portrait =
        new PortraitMaker(
                new FaceMesher(TestModels.get().model("face-mesh")),
                new PersonSegmenter(TestModels.get().model("person-mask")),
                PAGE_RATIO)
            .make(image, detector.detect(image))
            .orElseThrow();
    return new DemoPortrait(
        portrait, new EdgeModelLineArtist(TestModels.get().model("edge-portrait")).draw(portrait));
  }
}
