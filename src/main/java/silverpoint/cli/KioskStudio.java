package silverpoint.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import silverpoint.SketchPipeline;
import silverpoint.camera.Frame;
import silverpoint.camera.StillCamera;
import silverpoint.config.MachineProfile;
import silverpoint.crew.Studio;
import silverpoint.inference.InferenceSettings;
import silverpoint.inference.MeteredModel;
import silverpoint.inference.ModelException;
import silverpoint.inference.NeuralModels;
import silverpoint.lineart.Styles;
import silverpoint.portrait.FaceChoice;

/** The kiosk's pipeline; proves that it works by the bundled portrait, which also warms it up. */
final class KioskStudio implements Studio.Builder, AutoCloseable {
  private final MachineProfile profile;
  private final LineOptions line;
  private final String edgeModel;
  private final InferenceSettings inference;
  private @Nullable NeuralModels models;
  private volatile List<MeteredModel> used = List.of();

  KioskStudio(
      MachineProfile profile, LineOptions line, String edgeModel, InferenceSettings inference) {
    this.profile = profile;
    this.line = line;
    this.edgeModel = edgeModel;
    this.inference = inference;
  }

  @Override
  public synchronized Studio build(Studio.Wish wish) {
    close();
    NeuralModels opened = NeuralModels.open(Places.models(), inference);
    models = opened;
    Wiring wiring =
        new Wiring(
            opened,
            new LineWiring(profile, line.limitedTo(wish.maxDrawTimeS())),
            DrawCommand.styleNamed(wish.style()));
    SketchPipeline pipeline = wiring.pipeline(edgeModel, stage -> {});
    used = wiring.usedModels();
    Studio studio = pipeline::sketch;
    prove(studio);
    return studio;
  }

  /** The models of the studio that was built last. */
  List<MeteredModel> usedModels() {
    return used;
  }

  @Override
  public boolean knows(String style) {
    return Styles.all().stream().anyMatch(known -> known.name().equals(style));
  }

  private static void prove(Studio studio) {
    Frame demo = StillCamera.demo().capture();
    if (studio.sketch(demo, FaceChoice.upTo(1)).isEmpty()) {
      throw new ModelException("the models find no face in the bundled portrait");
    }
  }

  @Override
  public synchronized void close() {
    if (models != null) {
      models.close();
      models = null;
    }
  }
}
