package silverpoint.lab.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.camera.CameraException;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.lab.report.ResultsJson;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Flaw;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.preview.Pictures;

/**
 * Draws photos one by one and measures the drawings; pictures and scores of each lie in a folder of
 * its own, so that a run which was interrupted goes on.
 */
public record MeasuredPhotos(
    Path target, SketchPipeline pipeline, FaceMesher mesher, LineWiring line) {
  private static final double PREVIEW_PX_PER_MM = 6;

  /** Measures a photo, unless an earlier run did. */
  public PortraitRow row(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path folder = Files.createDirectories(target.resolve(name));
    Path kept = folder.resolve("score.json");
    if (Files.exists(kept)) {
      return ResultsJson.read(kept, PortraitRow.class);
    }
    PortraitRow row = measured(file, name, folder);
    Files.write(kept, ResultsJson.write(row).getBytes(StandardCharsets.UTF_8));
    return row;
  }

  private PortraitRow measured(Path file, String name, Path folder) throws IOException {
    Frame frame;
    try {
      frame = StillCamera.of(file).capture();
    } catch (CameraException e) {
      return PortraitRow.refused(name, e.getMessage());
    }
    Optional<Sketch> sketch = pipeline.sketch(frame);
    if (sketch.isEmpty()) {
      return PortraitRow.refused(
          name,
          "no face found" + FaceLight.flawOf(frame.image()).map(f -> ", " + f.advice()).orElse(""));
    }
    Sketch drawn = sketch.get();
    Files.write(
        folder.resolve("crop.png"), ImageFiles.encodePng(Pictures.of(drawn.portrait().crop())));
    Files.write(
        folder.resolve("strokes.png"),
        ImageFiles.encodePng(Pictures.strokes(drawn.drawing(), PREVIEW_PX_PER_MM)));
    Files.write(
        folder.resolve("framed.png"),
        ImageFiles.encodePng(Pictures.framed(drawn.drawing(), drawn.portrait())));
    Files.write(
        folder.resolve("route.png"),
        ImageFiles.encodePng(
            Pictures.route(drawn.route(), drawn.drawing().page(), PREVIEW_PX_PER_MM)));
    Simulation simulation =
        Simulation.of(drawn.motionPlan(), drawn.stepPlan(), line.simulatedMachine());
    Files.write(
        folder.resolve("toy.png"),
        ImageFiles.encodePng(Pictures.toy(simulation.lineMm(), drawn.drawing(), drawn.portrait())));
    Optional<String> refusal = drawn.flaw().map(Flaw::advice);
    return new PortraitRow(
        name,
        refusal.isPresent() ? null : PortraitScore.of(drawn, pipeline.faceDetector(), mesher),
        refusal.orElse(null),
        refusal.isPresent() ? null : Composition.of(drawn),
        skinDeg(drawn),
        !drawn.lineArt().glassesPx().isEmpty());
  }

  private static @Nullable Double skinDeg(Sketch sketch) {
    Affine toPicture = sketch.portrait().pictureToCrop().inverse();
    return sketch
        .portrait()
        .main()
        .mesh()
        .map(mesh -> SkinTone.angleDeg(sketch.frame().image(), mesh.transformed(toPicture)))
        .orElse(null);
  }
}
