package silverpoint.lab.modelimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelCards;
import silverpoint.foundation.inference.ModelFiles;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.foundation.inference.Tensor;
import silverpoint.foundation.inference.TestPictures;

/** Tiny nets from TFLite bytes to TorchScript outputs, with OpenCV's reader as the reference. */
class ImportTest {
  @TempDir Path folder;

  /** SAME at a stride of 2 adds a zero on both sides of 13 pixels, but only after 12 pixels. */
  @ParameterizedTest(name = "side {0}")
  @ValueSource(ints = {12, 13})
  void agreesWithOpenCv(int side) throws IOException {
    int half = (side + 1) / 2;
    int even = half + half % 2;
    byte[] tflite =
        new TinyNet(1, 1, side, side, 3)
            .convolution(3, 2, 3, 4, 1, half, half, 4)
            .depthwise(3, 1, 4, 1, half, half, 4)
            .pad(new int[] {0, 0, 0, even - half, 0, even - half, 1, 2}, 1, even, even, 7)
            .maxPool(2, 1, even / 2, even / 2, 7)
            .file();
    assertAgreement(tflite, side, 1, 7, even / 2, even / 2);
  }

  @Test
  void reshapeKeepsTheFilesOrderOfNumbers() throws IOException {
    byte[] tflite =
        new TinyNet(2, 1, 4, 4, 3).convolution(1, 1, 3, 6, 1, 4, 4, 6).reshape(1, 32, 3).file();
    assertAgreement(tflite, 4, 1, 32, 3);
  }

  @Test
  void aWrongPaddingWouldBeSeen() throws IOException {
    byte[] tflite = new TinyNet(3, 1, 12, 12, 3).convolution(3, 2, 3, 4, 1, 6, 6, 4).file();
    TorchGraph right = TfliteLowering.lower(TfliteFile.read(tflite));
    String code = new String(TorchScriptWriter.write(right, "tiny"), StandardCharsets.ISO_8859_1);
    assertThat(code).contains("[0, 1, 0, 1]");
    byte[] wrong = paddedBefore(right);
    ModelCard card = card(12, ModelFiles.sha256(wrong), 1, 4, 6, 6);
    Tensor input = TestPictures.noise(card, 5);

    OutputDifference difference =
        OutputDifference.between(run(card, wrong, input), OpenCvTflite.run(tflite, input));
    assertThat(difference.largest()).isGreaterThan(0.1 * difference.range());
  }

  @Test
  void writesTheSameBytesInEveryTimeZoneAndLanguage() {
    byte[] tflite = new TinyNet(4, 1, 8, 8, 3).convolution(3, 1, 3, 4, 1, 8, 8, 4).file();
    TimeZone zone = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    try {
      byte[] here = convert(tflite);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Locale.setDefault(Locale.forLanguageTag("ar"));
      assertThat(convert(tflite)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
  }

  @Test
  void namesAnUnknownOperator() {
    byte[] tflite = new TinyNet(5, 1, 4, 4, 3).unknown(1, 4, 4, 3).file();

    assertThatThrownBy(() -> TfliteFile.read(tflite))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("operator 66");
  }

  @Test
  void refusesFilesThatAreNotTflite() {
    assertThatThrownBy(() -> TfliteFile.read(new byte[100])).isInstanceOf(ImportException.class);
    byte[] whole = new TinyNet(6, 1, 4, 4, 3).convolution(1, 1, 3, 4, 1, 4, 4, 4).file();
    assertThatThrownBy(() -> TfliteFile.read(Arrays.copyOf(whole, 60)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void sourceFilesAreCheckedAndSliced() throws IOException {
    byte[] content = {1, 2, 3, 4};
    Path path = Files.createDirectories(folder.resolve("@a/b")).resolve("net.data");
    Files.write(path, content);
    String sum = ModelFiles.sha256(new byte[] {2, 3});

    assertThat(new SourceFile("@a/b", "1", "net.data", 1, 3, sum).read(folder))
        .containsExactly(2, 3);
    assertThatThrownBy(() -> new SourceFile("@a/b", "1", "net.data", 2, 4, sum).read(folder))
        .isInstanceOf(ImportException.class)
        .hasMessageContainingAll(path.toString(), "@a/b@1", sum);
    assertThatThrownBy(() -> new SourceFile("@a/b", "1", "net.data", 2, 9, sum).read(folder))
        .isInstanceOf(ImportException.class);
    assertThatThrownBy(() -> new SourceFile("@a/c", "1", "net.data", 1, 3, sum).read(folder))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("@a/c@1 must be unpacked there");
  }

  @Test
  void committedCardsAreThoseOfTheImporter() throws IOException {
    for (ImportedModel model : ImportedModel.ALL) {
      Path home = Path.of("models", model.name());
      byte[] archive = Files.readAllBytes(home.resolve(model.name() + ".pt"));
      ModelCard card = model.card(ModelFiles.sha256(archive));

      assertThat(home.resolve("card.yaml")).hasContent(CardWriter.write(card));
      assertThat(ModelCards.read(home.resolve("card.yaml"))).isEqualTo(card);
    }
  }

  private void assertAgreement(byte[] tflite, int side, long... shape) throws IOException {
    byte[] archive = convert(tflite);
    ModelCard card = card(side, ModelFiles.sha256(archive), shape);
    Tensor input = TestPictures.noise(card, 7);

    OutputDifference difference =
        OutputDifference.between(run(card, archive, input), OpenCvTflite.run(tflite, input));
    assertThat(difference.range()).isGreaterThan(0.1);
    assertThat(difference.largest()).isLessThan(1e-5 * difference.range());
  }

  private Tensor run(ModelCard card, byte[] archive, Tensor input) throws IOException {
    Path home = Files.createDirectories(folder.resolve(card.name()));
    Files.write(home.resolve(card.file()), archive);
    Files.writeString(home.resolve("card.yaml"), CardWriter.write(card));
    try (NeuralModels models = NeuralModels.open(folder, new InferenceSettings(Device.CPU, 1))) {
      return models.model(card.name()).run(input).getFirst();
    }
  }

  private static byte[] convert(byte[] tflite) {
    return TorchScriptWriter.write(TfliteLowering.lower(TfliteFile.read(tflite)), "tiny");
  }

  /** The same net with the odd zero before, not after. */
  private static byte[] paddedBefore(TorchGraph right) {
    TorchGraph wrong = new TorchGraph();
    for (String name : right.weightNames()) {
      TorchGraph.Weight weight = right.weight(name);
      wrong.weight(weight.values(), weight.shape().stream().mapToInt(Integer::intValue).toArray());
    }
    String padded = wrong.pad(TorchGraph.INPUT, List.of(1, 0, 1, 0));
    String convolved =
        wrong.conv2d(
            padded,
            "self.weight0",
            "self.weight1",
            new TorchGraph.Pair(2, 2),
            TorchGraph.Pair.ZERO,
            TorchGraph.Pair.ONE,
            1);
    wrong.returns(List.of(wrong.relu(convolved)));
    return TorchScriptWriter.write(wrong, "tiny");
  }

  private static ModelCard card(int side, String sha256, long... shape) {
    return new ModelCard(
        "tiny",
        ModelCard.Task.LINE_ART,
        "tiny.pt",
        sha256,
        new ModelCard.Input(
            List.of(1L, 3L, (long) side, (long) side),
            ModelCard.Layout.NCHW,
            ModelCard.Channels.RGB,
            new ModelCard.Range(-1, 1),
            "noise"),
        List.of(
            new ModelCard.Output(
                "result", Arrays.stream(shape).boxed().toList(), Optional.empty(), "\"any\"")),
        "Apache-2.0",
        "a test",
        Optional.empty());
  }
}
