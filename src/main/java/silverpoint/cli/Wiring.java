package silverpoint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import silverpoint.SketchPipeline;
import silverpoint.Stage;
import silverpoint.config.MachineProfile;
import silverpoint.face.BlazeFaceDetector;
import silverpoint.face.FaceMesher;
import silverpoint.inference.MeteredModel;
import silverpoint.inference.NeuralModels;
import silverpoint.lineart.EdgeModelLineArtist;
import silverpoint.lineart.Style;
import silverpoint.lineart.StyledLineArtist;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.StepGenerator;
import silverpoint.plotter.SimulatedEtchASketch;
import silverpoint.portrait.PersonSegmenter;
import silverpoint.portrait.PortraitMaker;
import silverpoint.route.FlatteningRouter;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.route.TravelPrices;
import silverpoint.stroke.Vectorizer;

/** Chooses the implementation behind every seam and puts the pipeline together. */
final class Wiring {
  private static final LongSupplier CLOCK_NS = System::nanoTime;

  private final NeuralModels models;
  private final MachineProfile machine;
  private final Style style;
  private final List<MeteredModel> used = new ArrayList<>();

  Wiring(NeuralModels models, MachineProfile machine, Style style) {
    this.models = models;
    this.machine = machine;
    this.style = style;
  }

  /**
   * @param progress told of every stage when it begins
   */
  SketchPipeline pipeline(Consumer<Stage> progress) {
    return new SketchPipeline(
        new BlazeFaceDetector(model("face-detector-short"), model("face-detector-full")),
        new PortraitMaker(
            new FaceMesher(model("face-mesh")),
            new PersonSegmenter(model("person-mask")),
            machine.page().drawableMm().width() / machine.page().drawableMm().height()),
        new StyledLineArtist(new EdgeModelLineArtist(model("edge-portrait")), style),
        new Vectorizer(machine.page()),
        new FlatteningRouter(new RuralPostmanRouter(TravelPrices.HIDDEN, 1)),
        new MotionPlanner(machine.motion(), machine.page().drawableMm()),
        new StepGenerator(machine.motion()),
        machine.home().pointMm(),
        CLOCK_NS,
        progress);
  }

  /** A toy fresh from the factory, its stylus at home. */
  SimulatedEtchASketch toy() {
    return new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm());
  }

  /** The models that the pipeline runs. */
  List<MeteredModel> usedModels() {
    return List.copyOf(used);
  }

  private MeteredModel model(String name) {
    MeteredModel model = new MeteredModel(models.model(name), CLOCK_NS);
    used.add(model);
    return model;
  }
}
