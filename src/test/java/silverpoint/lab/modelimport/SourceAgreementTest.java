package silverpoint.lab.modelimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelFiles;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.foundation.inference.Tensor;
import silverpoint.foundation.inference.TestPictures;

/**
 * The committed models against OpenCV's reading of the files they are made from. The files are not
 * in the repository: scripts/import-models fetches them and gives their place as {@code
 * -Dtflite.dir}.
 */
@Tag("sources")
class SourceAgreementTest {
  /** As the cards' notes say, in parts of the output's range. */
  private static final double TOLERANCE = 1e-4;

  static Stream<String> names() {
    return ImportedModel.ALL.stream().map(ImportedModel::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void committedModelIsTheImportOfItsSource(String name) {
    byte[] archive = ImportModels.convert(model(name), sources());
    try (NeuralModels models = open()) {
      assertThat(ModelFiles.sha256(archive)).isEqualTo(models.model(name).card().sha256());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void committedModelAgreesWithOpenCv(String name) {
    byte[] tflite = model(name).source().read(sources());
    try (NeuralModels models = open()) {
      NeuralModel ours = models.model(name);
      ModelCard card = ours.card();
      List<Tensor> inputs =
          List.of(
              TestPictures.portrait(card),
              TestPictures.portrait(card, 155, 60, 140),
              TestPictures.portrait(card, 100, 0, 256),
              TestPictures.figure(card));
      for (Tensor input : inputs) {
        List<Tensor> outputs = ours.run(input);
        List<float[]> reference = OpenCvTflite.run(tflite, input);
        for (int i = 0; i < outputs.size(); i++) {
          OutputDifference difference = OutputDifference.between(outputs.get(i), reference);
          System.out.printf(
              "%s %s: largest difference %.2g, values from %.4g to %.4g%n",
              name,
              card.outputs().get(i).name(),
              difference.largest(),
              difference.min(),
              difference.max());
          assertThat(difference.largest()).isLessThan(TOLERANCE * difference.range());
        }
      }
      // Another picture is no agreement.
      Tensor output = ours.run(inputs.get(0)).getFirst();
      OutputDifference other =
          OutputDifference.between(output, OpenCvTflite.run(tflite, inputs.get(1)));
      assertThat(other.largest()).isGreaterThan(100 * TOLERANCE * other.range());
    }
  }

  private static ImportedModel model(String name) {
    return ImportedModel.ALL.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static Path sources() {
    return Path.of(System.getProperty("tflite.dir"));
  }

  private static NeuralModels open() {
    return NeuralModels.open(Path.of("models"), new InferenceSettings(Device.CPU, 1));
  }
}
