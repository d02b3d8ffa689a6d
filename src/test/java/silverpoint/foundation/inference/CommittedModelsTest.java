package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MediaPipe models of the repository: recorded outputs, and what they see in a portrait. */
class CommittedModelsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/silverpoint/foundation/inference");

  private static NeuralModels models;

  @BeforeAll
  static void open() {
    models = NeuralModels.open(Path.of("models"), new InferenceSettings(Device.CPU, 1));
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"face-detector-short", "face-detector-full", "face-mesh", "person-mask"})
  void givesTheRecordedOutputs(String name) throws IOException {
    NeuralModel model = models.model(name);
    List<Tensor> outputs = model.run(TestPictures.figure(model.card()));
    Path golden = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.write(
          golden,
          samples(outputs).stream().map(v -> String.format(Locale.ROOT, "%.6g", v)).toList());
    }
    List<Double> recorded = Files.readAllLines(golden).stream().map(Double::parseDouble).toList();
    List<Double> found = samples(outputs);
    double largest = recorded.stream().mapToDouble(Math::abs).max().orElseThrow();

    assertThat(found).hasSameSizeAs(recorded);
    for (int i = 0; i < recorded.size(); i++) {
      assertThat(found.get(i))
          .as("sample %d", i)
          .isCloseTo(recorded.get(i), within(1e-4 * largest));
    }
  }

  @Test
  void shortRangeDetectorFindsThePortraitsFace() {
    NeuralModel model = models.model("face-detector-short");
    List<Tensor> outputs = model.run(TestPictures.portrait(model.card()));

    int best = best(outputs.get(1));
    assertThat(best).isEqualTo(143);
    // Anchor 143 is one of the two of cell 71 of the 16x16 grid.
    assertFace(outputs, best, 128, 7.5 / 16, 4.5 / 16, 0.921, 0.439, 0.251, 0.181, 0.404, 0.196);
  }

  @Test
  void fullRangeDetectorFindsThePortraitsFace() {
    NeuralModel model = models.model("face-detector-full");
    List<Tensor> outputs = model.run(TestPictures.portrait(model.card()));

    int best = best(outputs.get(1));
    assertThat(best).isEqualTo(549);
    // Anchor 549 is cell (21, 11) of the 48x48 grid.
    assertFace(outputs, best, 192, 21.5 / 48, 11.5 / 48, 0.937, 0.442, 0.237, 0.208, 0.399, 0.200);
  }

  @Test
  void meshIsPresentOnTheFaceOnly() {
    NeuralModel model = models.model("face-mesh");
    List<Tensor> face = model.run(TestPictures.portrait(model.card(), 155, 60, 140));
    List<Tensor> hands = model.run(TestPictures.portrait(model.card(), 0, 372, 140));

    assertThat(sigmoid(face.get(1).at(0))).isGreaterThan(0.9);
    assertThat(sigmoid(hands.get(1).at(0))).isLessThan(0.1);
    // Outer eye corners 33 and 263, as x, y in px of 192: in the picture, left of each other,
    // level.
    Tensor points = face.getFirst();
    assertThat(points.at(3 * 33)).isBetween(40f, 80f);
    assertThat(points.at(3 * 263)).isBetween(100f, 150f);
    assertThat(points.at(3 * 33 + 1)).isCloseTo(points.at(3 * 263 + 1), within(15f));
  }

  @Test
  void maskCoversThePersonOnly() {
    NeuralModel model = models.model("person-mask");
    Tensor mask = model.run(TestPictures.portrait(model.card())).getFirst();

    assertThat(mask.at(64 * 256 + 112)).as("face").isGreaterThan(0.9f);
    assertThat(mask.at(64 * 256 + 10)).as("flag").isLessThan(0.1f);
    for (int i = 0; i < mask.size(); i++) {
      assertThat(mask.at(i)).isBetween(0f, 1f);
    }
  }

  private static void assertFace(
      List<Tensor> outputs,
      int anchor,
      double scale,
      double anchorX,
      double anchorY,
      double score,
      double x,
      double y,
      double size,
      double eyeX,
      double eyeY) {
    Tensor regressors = outputs.getFirst();
    int row = 16 * anchor;
    assertThat(sigmoid(outputs.get(1).at(anchor))).isCloseTo(score, within(0.005));
    assertThat(regressors.at(row) / scale + anchorX).isCloseTo(x, within(0.002));
    assertThat(regressors.at(row + 1) / scale + anchorY).isCloseTo(y, within(0.002));
    assertThat(regressors.at(row + 2) / scale).isCloseTo(size, within(0.002));
    assertThat(regressors.at(row + 4) / scale + anchorX).isCloseTo(eyeX, within(0.002));
    assertThat(regressors.at(row + 5) / scale + anchorY).isCloseTo(eyeY, within(0.002));
  }

  private static int best(Tensor scores) {
    int best = 0;
    for (int i = 1; i < scores.size(); i++) {
      best = scores.at(i) > scores.at(best) ? i : best;
    }
    return best;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Up to 24 values of every output, spread evenly. */
  private static List<Double> samples(List<Tensor> outputs) {
    List<Double> samples = new ArrayList<>();
    for (Tensor output : outputs) {
      int count = Math.min(24, output.size());
      for (int i = 0; i < count; i++) {
        samples.add((double) output.at((int) ((long) i * output.size() / count)));
      }
    }
    return samples;
  }
}
