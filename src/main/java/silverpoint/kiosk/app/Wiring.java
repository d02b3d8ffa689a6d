package silverpoint.kiosk.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.lineart.EdgeModelLineArtist;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.portrait.PersonSegmenter;
import silverpoint.picture.portrait.PortraitMaker;
import silverpoint.picture.stroke.Vectorizer;
import silverpoint.sketch.SketchPipeline;
import silverpoint.sketch.Stage;

/** Chooses the implementation behind every seam and puts the pipeline together. */
public final class Wiring {
  /** The edge model that draws when nothing else is asked for. */
  public static final String EDGE_MODEL = "edge-portrait";

  /** Also watches the camera's pictures. */
  static final String DETECTOR = "face-detector-short";

  static final String MESH = "face-mesh";
  private static final String FAR_DETECTOR = "face-detector-full";
  private static final String MASK = "person-mask";

  private final NeuralModels models;
  private final LineWiring line;
  private final Style style;
  private final List<MeteredModel> used = new ArrayList<>();

  public Wiring(NeuralModels models, LineWiring line, Style style) {
    this.models = models;
    this.line = line;
    this.style = style;
  }

  /** Names of all models that it draws with. */
  static List<String> neededModels(String edgeModel) {
    return List.of(DETECTOR, FAR_DETECTOR, MESH, MASK, edgeModel);
  }

  /**
   * @param progress told of every stage when it begins
   */
  public SketchPipeline pipeline(Consumer<Stage> progress) {
    return pipeline(EDGE_MODEL, progress);
  }

  /**
   * @param edgeModel name of a model of line art
   * @param progress told of every stage when it begins
   */
  public SketchPipeline pipeline(String edgeModel, Consumer<Stage> progress) {
    return pipeline(model(edgeModel), progress);
  }

  /**
   * @param edgeModel takes 1x3xHxW, NCHW, RGB, 0..1, and gives 1x1xHxW soft lines
   * @param progress told of every stage when it begins
   */
  public SketchPipeline pipeline(NeuralModel edgeModel, Consumer<Stage> progress) {
    return new SketchPipeline(
        new BlazeFaceDetector(model(DETECTOR), model(FAR_DETECTOR)),
        new PortraitMaker(
            new FaceMesher(model(MESH)),
            new PersonSegmenter(model(MASK)),
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
  public List<MeteredModel> usedModels() {
    return List.copyOf(used);
  }

  private MeteredModel model(String name) {
    MeteredModel model = new MeteredModel(models.model(name), LineWiring.CLOCK_NS);
    used.add(model);
    return model;
  }
}
