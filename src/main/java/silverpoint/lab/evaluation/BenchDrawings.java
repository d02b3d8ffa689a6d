package silverpoint.lab.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.kiosk.app.LineSettings;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.Wiring;
import silverpoint.kiosk.camera.CameraException;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.lab.benchmark.Answer;
import silverpoint.lab.benchmark.BenchSources;
import silverpoint.lab.benchmark.Candidate;
import silverpoint.lab.benchmark.CandidateIdentity;
import silverpoint.lab.benchmark.CandidateSource;
import silverpoint.lab.benchmark.Corpus;
import silverpoint.lab.benchmark.Drawings;
import silverpoint.lab.benchmark.Picture;
import silverpoint.lab.benchmark.PortraitEdgeModel;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.benchmark.StageClock;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.lineart.Styles;
import silverpoint.picture.stroke.Page;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.preview.ContactSheet;
import silverpoint.sketch.preview.Pictures;
import silverpoint.sketch.preview.ToyPicture;

/** The kiosk's own chain with another edge model in it, down to the simulated classic toy. */
public final class BenchDrawings implements Drawings {
  private static final double COVERAGE_PX_PER_MM = 4;
  private static final int THUMBNAIL_WIDTH_PX = 420;
  private static final int THUMBNAIL_HEIGHT_PX = 330;

  private final NeuralModels models;
  private final List<Picture> photos;
  private final Path folder;
  private final LineWiring line;
  private final BooleanSupplier stop;

  /**
   * @param photos to draw; none to draw nothing
   * @param folder for the pictures
   */
  public BenchDrawings(
      NeuralModels models, List<Picture> photos, Path folder, BooleanSupplier stop) {
    this.models = models;
    this.photos = List.copyOf(photos);
    this.folder = folder;
    this.line = new LineWiring(Places.usual().machines().load("classic"), LineSettings.usual());
    this.stop = stop;
  }

  private record Drawn(PortraitScore score, double coverage) {}

  @Override
  public Optional<Results.DrawingResult> draw(Candidate candidate) {
    if (photos.isEmpty() || !candidate.identity().task().equals("line-art")) {
      return Optional.empty();
    }
    SketchPipeline pipeline = pipeline(candidate);
    FaceMesher mesher = new FaceMesher(models.model("face-mesh"));
    List<Drawn> drawn = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    for (Picture photo : photos) {
      if (stop.getAsBoolean()) {
        break;
      }
      sketch(pipeline, photo)
          .ifPresent(sketch -> {
            Simulation simulation =
                Simulation.of(sketch.motionPlan(), sketch.stepPlan(), line.simulatedMachine());
            Page page = sketch.drawing().page();
            drawn.add(
                new Drawn(
                    PortraitScore.of(sketch, pipeline.faceDetector(), mesher),
                    coverage(page, simulation.lineMm())));
            files.put(photo.name(), write(candidate, photo, page, simulation));
          });
    }
    return Optional.of(
        new Results.DrawingResult(
            photos.size(),
            drawn.size(),
            (int) drawn.stream().filter(one -> one.score().foundFromAfar()).count(),
            median(drawn, one -> one.score().landmarkError()),
            median(drawn, one -> one.score().inkMm()),
            median(drawn, one -> one.score().drawTimeS()),
            median(drawn, Drawn::coverage),
            files));
  }

  private SketchPipeline pipeline(Candidate candidate) {
    ModelCard card = models.model("edge-portrait").card();
    NeuralModel edges = new PortraitEdgeModel(candidate, card);
    return new Wiring(models, line, Styles.named("contour")).pipeline(edges, stage -> {});
  }

  /** The whole chain, from the decoded photo to motor steps, as a candidate of its own. */
  public CandidateSource source() {
    return new CandidateSource(
        BenchSources.WHOLE_CHAIN, BenchSources.WHOLE_CHAIN, Optional.empty(), this::chain);
  }

  private Candidate chain() {
    SketchPipeline pipeline =
        new Wiring(models, line, Styles.named("contour")).pipeline(stage -> {});
    CandidateIdentity identity =
        new CandidateIdentity(
            "pipeline",
            "portrait",
            "pipeline",
            "Apache-2.0",
            "",
            models.model("edge-portrait").device());
    return new Candidate() {
      @Override
      public CandidateIdentity identity() {
        return identity;
      }

      @Override
      public Answer answer(RgbImage picture, StageClock stages) {
        Optional<Sketch> sketch = pipeline.sketch(new Frame(picture, 1, 0));
        sketch.ifPresent(
            made -> made.stageNs().forEach((stage, timeNs) -> stages.add(stage.doing(), timeNs)));
        return sketch.isPresent() ? new Answer.Drawn(sketch.get()) : new Answer.Unjudged();
      }
    };
  }

  private static Optional<Sketch> sketch(SketchPipeline pipeline, Picture photo) {
    try {
      return pipeline.sketch(StillCamera.of(photo.file()).capture());
    } catch (CameraException e) {
      return Optional.empty();
    }
  }

  private String write(Candidate candidate, Picture photo, Page page, Simulation simulation) {
    String name =
        candidate.identity().name() + "-" + photo.name().replaceAll("[^A-Za-z0-9_-]", "_") + ".png";
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), small(ToyPicture.of(page, simulation.lineMm())));
      Path original =
          folder.resolve("photo-" + photo.name().replaceAll("[^A-Za-z0-9_-]", "_") + ".png");
      if (!Files.exists(original)) {
        Files.write(original, small(Pictures.of(Corpus.decode(photo))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  private static byte[] small(BufferedImage picture) {
    return ImageFiles.encodePng(
        ContactSheet.of(List.of(picture), 1, THUMBNAIL_WIDTH_PX, THUMBNAIL_HEIGHT_PX));
  }

  /** Share of the drawable window that the line darkens. */
  private static double coverage(Page page, List<Point> lineMm) {
    Box window = page.drawableMm();
    int width = (int) Math.ceil(window.width() * COVERAGE_PX_PER_MM);
    int height = (int) Math.ceil(window.height() * COVERAGE_PX_PER_MM);
    boolean[] line = new boolean[width * height];
    for (Point point : lineMm) {
      int x = Math.clamp((int) ((point.x() - window.x()) * COVERAGE_PX_PER_MM), 0, width - 1);
      int y = Math.clamp((int) ((point.y() - window.y()) * COVERAGE_PX_PER_MM), 0, height - 1);
      line[y * width + x] = true;
    }
    double radiusPx = page.lineWidthMm() / 2 * COVERAGE_PX_PER_MM;
    float[] distancePx = new Mask(width, height, line).distanceToSet().toArray();
    int dark = 0;
    for (float distance : distancePx) {
      dark += distance <= radiusPx ? 1 : 0;
    }
    return (double) dark / distancePx.length;
  }

  private static double median(List<Drawn> drawn, ToDoubleFunction<Drawn> value) {
    return Distribution.median(drawn.stream().mapToDouble(value).filter(Double::isFinite));
  }
}
