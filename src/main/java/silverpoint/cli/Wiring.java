package silverpoint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import silverpoint.SketchPipeline;
import silverpoint.Stage;
import silverpoint.face.BlazeFaceDetector;
import silverpoint.face.FaceMesher;
import silverpoint.inference.MeteredModel;
import silverpoint.inference.NeuralModel;
import silverpoint.inference.NeuralModels;
import silverpoint.lineart.EdgeModelLineArtist;
import silverpoint.lineart.Style;
import silverpoint.portrait.PersonSegmenter;
import silverpoint.portrait.PortraitMaker;
import silverpoint.stroke.Vectorizer;

/** Chooses the implementation behind every seam and puts the pipeline together. */
final class Wiring {
  /** The edge model that draws when nothing else is asked for. */
  static final String EDGE_MODEL = "edge-portrait";

  private final NeuralModels models;
  private final LineWiring line;
  private final Style style;
  private final List<MeteredModel> used = new ArrayList<>();

  Wiring(NeuralModels models, LineWiring line, Style style) {
    this.models = models;
    this.line = line;
    this.style = style;
  }

  /**
   * @param progress told of every stage when it begins
   */
  SketchPipeline pipeline(Consumer<Stage> progress) {
    return pipeline(EDGE_MODEL, progress);
  }

  /**
   * @param edgeModel name of a model of line art
   * @param progress told of every stage when it begins
   */
  SketchPipeline pipeline(String edgeModel, Consumer<Stage> progress) {
    return pipeline(model(edgeModel), progress);
  }

  /**
   * @param edgeModel takes 1x3xHxW, NCHW, RGB, 0..1, and gives 1x1xHxW soft lines
   * @param progress told of every stage when it begins
   */
  SketchPipeline pipeline(NeuralModel edgeModel, Consumer<Stage> progress) {
    return new SketchPipeline(
        new BlazeFaceDetector(model("face-detector-short"), model("face-detector-full")),
        new PortraitMaker(
            new FaceMesher(model("face-mesh")),
            new PersonSegmenter(model("person-mask")),
            line.machine().page().drawableMm().width()
                / line.machine().page().drawableMm().height()),
        new EdgeModelLineArtist(edgeModel),
        style,
        new Vectorizer(line.machine().page()),
        line.linePlanner(),
        LineWiring.CLOCK_NS,
        progress);
  }

  /** The models that the pipeline runs. */
  List<MeteredModel> usedModels() {
    return List.copyOf(used);
  }

  private MeteredModel model(String name) {
    MeteredModel model = new MeteredModel(models.model(name), LineWiring.CLOCK_NS);
    used.add(model);
    return model;
  }
}
