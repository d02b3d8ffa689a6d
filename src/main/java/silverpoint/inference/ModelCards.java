package silverpoint.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@link ModelCard}s from YAML, strictly: an unknown, missing or empty key is an error. */
public final class ModelCards {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private ModelCards() {}

  /** Reads a card; a {@link ModelException} names the file and the key at fault. */
  public static ModelCard read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(file + " is missing: " + mend(file));
    }
    try {
      return YAML.readValue(file.toFile(), ModelCard.class);
    } catch (JacksonException e) {
      throw new ModelException(file + ": " + reason(e), e);
    }
  }

  /** How to get back a file of the models directory. */
  static String mend(Path file) {
    return "restore it with: git checkout -- " + file.getParent();
  }

  private static String reason(JacksonException e) {
    String key =
        e.getPath().stream()
            .map(part ->
                part.getPropertyName() == null ? "" + part.getIndex() : part.getPropertyName())
            .collect(Collectors.joining("."));
    String what =
        e instanceof UnrecognizedPropertyException ? "unknown key" : e.getOriginalMessage();
    return key.isEmpty() ? what : what + ": " + key;
  }
}
