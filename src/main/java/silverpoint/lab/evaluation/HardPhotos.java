package silverpoint.lab.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.lab.corruption.Corruption;
import silverpoint.lab.corruption.HardPhoto;
import silverpoint.lab.corruption.Scene;
import silverpoint.lab.report.ResultsJson;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Flaw;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.picture.stroke.Drawing;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.preview.Pictures;

/** Makes photos hard and has them drawn. */
public final class HardPhotos {
  private static final double PREVIEW_PX_PER_MM = 4;
  private static final double SAMPLE_MM = 0.2;

  private final SketchPipeline pipeline;
  private final FaceMesher mesher;
  private final PersonSegmenter segmenter;

  public HardPhotos(SketchPipeline pipeline, FaceMesher mesher, PersonSegmenter segmenter) {
    this.pipeline = pipeline;
    this.mesher = mesher;
    this.segmenter = segmenter;
  }

  /**
   * The photo made hard in every way; what was measured before is not measured again.
   *
   * @param folder of this photo
   */
  public Optional<List<HardPhotoRow>> rows(Path file, Path folder) throws IOException {
    String name = file.getFileName().toString();
    List<HardPhotoRow> rows = new ArrayList<>();
    Optional<Scene> scene = Optional.empty();
    for (Corruption corruption : Corruption.values()) {
      Path kept = folder.resolve(corruption.name() + ".json");
      if (Files.exists(kept)) {
        rows.add(ResultsJson.read(kept, HardPhotoRow.class));
        continue;
      }
      if (scene.isEmpty()) {
        scene = scene(StillCamera.of(file).capture().image());
        if (scene.isEmpty()) {
          return Optional.empty();
        }
      }
      HardPhotoRow row = row(name, scene.get(), corruption, folder);
      Files.writeString(kept, ResultsJson.write(row));
      rows.add(row);
    }
    return Optional.of(rows);
  }

  /** What is known of a good photo; empty when it shows no face with a mesh. */
  Optional<Scene> scene(RgbImage picture) {
    List<Face> faces = pipeline.faceDetector().detect(picture);
    return faces.stream()
        .findFirst()
        .flatMap(face -> mesher.fit(picture, face))
        .map(mesh -> new Scene(picture, mesh, segmenter.segment(picture)));
  }

  /** Draws the scene made hard; what the camera saw and the strokes go into the folder. */
  HardPhotoRow row(String photo, Scene scene, Corruption corruption, Path folder)
      throws IOException {
    HardPhoto hard = corruption.of(scene, new Random(31 * photo.hashCode() + corruption.ordinal()));
    Files.write(
        folder.resolve(corruption.name() + ".jpg"), ImageFiles.encodeJpeg(hard.picture(), 90));
    Optional<Sketch> sketch = pipeline.sketch(new Frame(hard.picture(), 1, 0));
    if (sketch.isEmpty()) {
      return new HardPhotoRow(
          photo,
          corruption,
          false,
          Double.NaN,
          FaceLight.flawOf(hard.picture()).orElse(null),
          false,
          Double.NaN,
          0,
          0);
    }
    Sketch drawn = sketch.get();
    Files.write(
        folder.resolve(corruption.name() + ".png"),
        ImageFiles.encodePng(Pictures.strokes(drawn.drawing(), PREVIEW_PX_PER_MM)));
    FaceMesh truth = hard.face().transformed(drawn.portrait().pictureToCrop());
    @Nullable Flaw flaw = drawn.flaw().orElse(null);
    PortraitScore score =
        PortraitScore.of(drawn, Optional.of(truth), pipeline.faceDetector(), mesher);
    return new HardPhotoRow(
        photo,
        corruption,
        true,
        drawn
            .portrait()
            .main()
            .mesh()
            .map(mesh -> PortraitScore.landmarkError(truth, mesh))
            .orElse(Double.NaN),
        flaw,
        score.foundFromAfar(),
        score.landmarkError(),
        faceInkMm(drawn),
        score.inkMm());
  }

  private static double faceInkMm(Sketch sketch) {
    Drawing drawing = sketch.drawing();
    Affine toCrop = drawing.cropToPage().inverse();
    Box inner = sketch.portrait().main().innerFacePx();
    return drawing.strokes().stream()
        .flatMap(stroke -> stroke.pathMm().resampled(SAMPLE_MM).stream())
        .mapToDouble(point -> inner.contains(toCrop.apply(point)) ? SAMPLE_MM : 0)
        .sum();
  }
}
