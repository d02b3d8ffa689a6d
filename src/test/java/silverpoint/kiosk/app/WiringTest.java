package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.lineart.Style;
import silverpoint.picture.lineart.Styles;
import silverpoint.picture.portrait.Portrait;
import silverpoint.sketch.Frame;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.Stage;

/** The pipeline as the commands put it together. */
class WiringTest {
  /** Leaves out all that the edge model saw. */
  private static final class Bare implements Style {
    @Override
    public String name() {
      return "bare";
    }

    @Override
    public LineArt apply(LineArt art, Portrait portrait) {
      return art.withEdgeLines(List.of());
    }
  }

  @Test
  void nothingIsPlannedForAFaceThatNobodyWouldKnow() {
    LineWiring line =
        new LineWiring(Places.usual().machines().load("classic"), LineSettings.usual());
    List<Stage> begun = new ArrayList<>();
    Frame demo = StillCamera.demo().capture();
    Frame blurred = new Frame(demo.image().blurred(3), demo.scale(), demo.capturedNs());
    try (NeuralModels models = NeuralModels.open(Places.models(), InferenceSettings.defaults())) {
      Sketch sketch =
          new Wiring(models, line, Styles.named("contour"))
              .pipeline(begun::add)
              .sketch(blurred)
              .orElseThrow();
      assertThat(sketch.flaw()).isPresent();
      assertThat(sketch.drawing().strokes()).isNotEmpty();
      assertThat(begun).doesNotContain(Stage.ROUTE, Stage.MOTION, Stage.STEPS);
      assertThat(sketch.stageNs()).doesNotContainKey(Stage.ROUTE);
      assertThat(sketch.line().stepPlan().size()).as("when asked for").isPositive();
    }
  }

  @Test
  void aFaceIsJudgedBeforeAStyleLeavesLinesOut() {
    LineWiring line =
        new LineWiring(Places.usual().machines().load("classic"), LineSettings.usual());
    try (NeuralModels models = NeuralModels.open(Places.models(), InferenceSettings.defaults())) {
      Sketch sketch =
          new Wiring(models, line, new Bare())
              .pipeline(_ -> {})
              .sketch(StillCamera.demo().capture())
              .orElseThrow();
      assertThat(sketch.lineArt().edgeLinesPx()).isEmpty();
      assertThat(sketch.flaw()).isEmpty();
    }
  }
}
