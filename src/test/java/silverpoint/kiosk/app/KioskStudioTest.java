package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.kiosk.crew.Studio;
import silverpoint.picture.lineart.Styles;
import silverpoint.picture.portrait.FaceChoice;
import silverpoint.sketch.Frame;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Sketch;
import silverpoint.sketch.Stage;

/** Who opened the models closes them, whether the studio came about or not. */
class KioskStudioTest {
  private static final String LOADED = "face-detector-short";

  private final List<NeuralModels> opened = new ArrayList<>();

  private NeuralModels open() {
    opened.add(NeuralModels.open(Places.models(), new InferenceSettings(Device.CPU, 1)));
    opened.getLast().model(LOADED);
    return opened.getLast();
  }

  private KioskStudio studio(String edgeModel) {
    return new KioskStudio(
        Places.usual().machines().load("classic"),
        LineSettings.usual(),
        Styles.named("contour"),
        edgeModel,
        this::open);
  }

  @Test
  void studioThatCannotBeBuiltLeavesNoModelOpen() {
    KioskStudio studio = studio("no-such-model");
    assertThatExceptionOfType(ModelException.class).isThrownBy(studio::build);
    assertThat(opened).hasSize(1);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> opened.getFirst().model(LOADED))
        .withMessageContaining("closed");
    assertThat(studio.usedModels()).isEmpty();
  }

  @Test
  void studioThatIsClosedLeavesNoModelOpen() {
    Studio studio = studio("edge-portrait").build();
    assertThat(opened.getFirst().model(LOADED)).isNotNull();
    studio.close();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> opened.getFirst().model(LOADED))
        .withMessageContaining("closed");
  }

  @Test
  void aDrawingInAnotherStyleIsTheOneThatTheStyleAloneGives() {
    Frame frame = StillCamera.demo().capture();
    try (Studio studio = studio("edge-portrait").build()) {
      Sketch first = sketch(studio, frame, "contour");
      List<Stage> began = new ArrayList<>();
      for (String style : List.of("minimal", "shaded")) {
        PlannedLine again =
            studio.redraw(new Studio.Seen(first.portrait(), first.seen()), style, began::add);
        PlannedLine alone = sketch(studio, frame, style).line();
        assertThat(again.drawing()).as(style).isEqualTo(alone.drawing());
        assertThat(again.route()).as(style).isEqualTo(alone.route());
      }
      assertThat(began).as("no model is used").doesNotContain(Stage.FACES, Stage.PORTRAIT);
    }
  }

  private static Sketch sketch(Studio studio, Frame frame, String style) {
    return studio
        .sketch(
            frame,
            FaceChoice.upTo(1),
            new Studio.Settings(style, Double.POSITIVE_INFINITY, List.of()))
        .orElseThrow();
  }
}
