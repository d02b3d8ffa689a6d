package silverpoint.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import silverpoint.cli.output.DrawReport;
import silverpoint.cli.output.SketchFiles;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.Wiring;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.Stage;

/** From a photo to a portrait on the simulated toy, with every product on disk. */
@Command(
    name = "draw",
    description = "Draws the face of a photo on the simulated Etch-a-Sketch.",
    mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "PHOTO",
      description = "A picture with a face; without it, the bundled portrait of Eileen Collins.")
  private @Nullable Path photo;

  @Mixin private ResultOptions results = new ResultOptions();

  @Mixin private StyleOption styles = new StyleOption();

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Draw up to N people, 1 to 3, who stand side by side; 1: the best face alone (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = FaceChoice.MOST_PEOPLE)
  private int people = 1;

  @Mixin private EdgeModelOption edges = new EdgeModelOption();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run the chain N times and report the last, warm run: for measuring.")
  @Within(least = 1, most = 1_000_000)
  private int repeat = 1;

  @Mixin private LineOptions lineOptions = new LineOptions();

  @Override
  public Integer call() {
    SketchFiles files = results.files();
    Frame frame = (photo == null ? StillCamera.demo() : StillCamera.of(photo)).capture();
    LineWiring lineWiring = new LineWiring(results.profile(), lineOptions.settings());
    try (NeuralModels models = NeuralModels.open(Places.models(), engine.settings())) {
      Wiring wiring = new Wiring(models, lineWiring, styles.style());
      SketchPipeline pipeline = wiring.pipeline(edges.name(), this::tellProgress);
      Optional<Sketch> sketch = Optional.empty();
      for (int run = 0; run < repeat; run++) {
        wiring.usedModels().forEach(MeteredModel::restart);
        sketch = pipeline.sketch(frame, FaceChoice.upTo(people));
      }
      Sketch drawn = sketch.orElseThrow(() -> noFace(frame));
      drawn
          .flaw()
          .ifPresent(flaw -> {
            throw new CommandFailure(
                ExitCode.NO_FACE, photoName() + ": a face, but no portrait: " + flaw.advice());
          });
      lineOptions.requireStrokes(drawn.line());
      results.tell("drawing on the simulated toy");
      Simulation simulation =
          Simulation.of(drawn.motionPlan(), drawn.stepPlan(), lineWiring.simulatedMachine());
      DrawReport report = DrawReport.of(drawn, simulation, wiring.usedModels());
      results.tell("writing " + files.directory());
      files.write(drawn, simulation, report);
      results.writePlotFiles(lineWiring.machine(), drawn.line());
      results.animate(drawn.drawing().page(), simulation);
      results.tellResult(
          report,
          "drawn: " + whom(drawn.portrait().sitters().size(), drawn.faces().size()),
          report.line(),
          files);
      return ExitCode.OK;
    }
  }

  /** Who is drawn, where it is not the only one that was asked for. */
  private String whom(int drawn, int found) {
    int asked = Math.min(people, found);
    if (drawn < asked) {
      return drawn
          + " of "
          + asked
          + " people, since the others are too far apart, or much nearer or farther away (let them"
          + " stand side by side), ";
    }
    return drawn > 1 ? drawn + " people, " : "";
  }

  private String photoName() {
    return photo == null ? "the bundled portrait" : photo.toString();
  }

  private CommandFailure noFace(Frame frame) {
    return new CommandFailure(
        ExitCode.NO_FACE,
        String.format(
            Locale.ROOT,
            "%s: no face found in %d x %d px%s (looked for faces from 5 %% to 80 %% of the picture, upright, on the side and"
                + " upside down); a face that looks at the camera, with light on it and at least 40 px wide, helps",
            photoName(),
            Math.round(frame.image().width() * frame.scale()),
            Math.round(frame.image().height() * frame.scale()),
            FaceLight.flawOf(frame.image()).map(flaw -> ", " + flaw.advice()).orElse("")));
  }

  private void tellProgress(Stage stage) {
    results.tell(stage.doing());
  }
}
