package silverpoint.kiosk.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.crew.Studio;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.lineart.Styles;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.sketch.Frame;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.Stage;

/** The kiosk's pipeline; proves that it works by the bundled portrait, which also warms it up. */
final class KioskStudio implements Studio.Builder {
  private final MachineProfile profile;
  private final LineSettings line;
  private final Style style;
  private final String edgeModel;
  private final Supplier<NeuralModels> opener;
  private volatile List<MeteredModel> used = List.of();

  /**
   * @param style in which a new pipeline proves itself
   */
  KioskStudio(
      MachineProfile profile,
      LineSettings line,
      Style style,
      String edgeModel,
      InferenceSettings inference) {
    this(profile, line, style, edgeModel, () -> NeuralModels.open(Places.models(), inference));
  }

  KioskStudio(
      MachineProfile profile,
      LineSettings line,
      Style style,
      String edgeModel,
      Supplier<NeuralModels> opener) {
    this.profile = profile;
    this.line = line;
    this.style = style;
    this.edgeModel = edgeModel;
    this.opener = opener;
  }

  /** A pipeline and the models that it owns. */
  private final class Loaded implements Studio {
    private final NeuralModels models;
    private final SketchPipeline pipeline;

    Loaded(NeuralModels models, SketchPipeline pipeline) {
      this.models = models;
      this.pipeline = pipeline;
    }

    @Override
    public Optional<Sketch> sketch(Frame frame, FaceChoice choice, Settings settings) {
      LineWiring limited = new LineWiring(profile, line.limitedTo(settings.maxDrawTimeS()));
      return pipeline
          .with(Styles.named(settings.style()), limited.linePlanner())
          .sketch(frame, choice);
    }

    @Override
    public PlannedLine redraw(Seen seen, String name, Consumer<Stage> began) {
      LineWiring whole = new LineWiring(profile, line.limitedTo(Double.POSITIVE_INFINITY));
      return pipeline
          .with(Styles.named(name), whole.linePlanner())
          .redraw(seen.portrait(), seen.lineArt(), began);
    }

    @Override
    public void close() {
      models.close();
    }
  }

  @Override
  public Studio build() {
    NeuralModels models = opener.get();
    try {
      Wiring wiring = new Wiring(models, new LineWiring(profile, line), style);
      SketchPipeline pipeline = wiring.pipeline(edgeModel, stage -> {});
      prove(pipeline);
      used = wiring.usedModels();
      return new Loaded(models, pipeline);
    } catch (RuntimeException | Error e) {
      models.close();
      throw e;
    }
  }

  /** The models of the studio that was built last. */
  List<MeteredModel> usedModels() {
    return used;
  }

  @Override
  public boolean knows(String style) {
    return Styles.all().stream().anyMatch(known -> known.name().equals(style));
  }

  private static void prove(SketchPipeline pipeline) {
    Frame demo = StillCamera.demo().capture();
    if (pipeline.sketch(demo, FaceChoice.upTo(1)).isEmpty()) {
      throw new ModelException("the models find no face in the bundled portrait");
    }
  }
}
