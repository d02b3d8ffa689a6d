package silverpoint.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;

/** Which models and which configuration made a portrait, for the history. */
final class Fingerprints {
  private static final Logger LOG = LoggerFactory.getLogger(Fingerprints.class);

  private static final int SHOWN = 12;

  /** Stands for what could not be read. */
  private static final String UNKNOWN = "unknown";

  private Fingerprints() {}

  /**
   * Names and the first digits of their SHA-256; "unknown" when they cannot be read.
   *
   * @param edgeModel name of the model that draws; others of its kind are left out
   */
  static String models(Path directory, String edgeModel) {
    try {
      return NeuralModels.cards(directory).stream()
          .filter(card -> card.task() != ModelCard.Task.LINE_ART || card.name().equals(edgeModel))
          .map(card -> card.name() + ":" + card.sha256().substring(0, SHOWN))
          .collect(Collectors.joining(" "));
    } catch (ModelException e) {
      LOG.warn("the models' fingerprints cannot be told: {}", e.getMessage());
      return UNKNOWN;
    }
  }

  /** One fingerprint of all files of settings that a kiosk reads; "unknown" likewise. */
  static String settings(Places places, String machine) {
    try {
      List<Path> all = new ArrayList<>(places.machines().files(machine));
      for (Path folder : places.configs()) {
        all.addAll(yaml(folder));
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : all.stream().distinct().sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    } catch (IOException e) {
      LOG.warn("the configuration's fingerprint cannot be told: {}", e.getMessage());
      return UNKNOWN;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Path> yaml(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }
}
