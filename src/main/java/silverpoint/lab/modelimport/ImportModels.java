package silverpoint.lab.modelimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelCards;
import silverpoint.foundation.inference.ModelFiles;

/**
 * Makes the models directory from unpacked npm packages: for each of the four MediaPipe nets a
 * TorchScript file and its card. Writing twice gives the same bytes.
 */
public final class ImportModels {
  private ImportModels() {}

  /**
   * Imports all models.
   *
   * @param nodeModules where the packages are unpacked: holds {@code @mediapipe/face_detection} and
   *     the others
   * @param models directory to write to
   * @return one line a model for the engineer
   */
  public static List<String> run(Path nodeModules, Path models) {
    List<String> report = new ArrayList<>();
    for (ImportedModel model : ImportedModel.ALL) {
      byte[] archive = convert(model, nodeModules);
      ModelCard card = model.card(ModelFiles.sha256(archive));
      Path home = models.resolve(model.name());
      try {
        Files.createDirectories(home);
        Files.write(home.resolve(card.file()), archive);
        Files.writeString(home.resolve("card.yaml"), CardWriter.write(card));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ModelCard written = ModelCards.read(home.resolve("card.yaml"));
      if (!written.equals(card)) {
        throw new IllegalStateException("wrote " + card + " but read " + written);
      }
      report.add(home.resolve(card.file()) + ": " + archive.length + " bytes");
    }
    return report;
  }

  static byte[] convert(ImportedModel model, Path nodeModules) {
    TfliteFile file = TfliteFile.read(model.source().read(nodeModules));
    return TorchScriptWriter.write(TfliteLowering.lower(file), model.name());
  }

  /** Arguments: the directory of the packages, the models directory. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: ImportModels NODE_MODULES MODELS");
      System.exit(2);
    }
    try {
      run(Path.of(arguments[0]), Path.of(arguments[1])).forEach(System.out::println);
    } catch (ImportException e) {
      System.err.println("import-models: " + e.getMessage());
      System.exit(1);
    }
  }
}
