package silverpoint.foundation.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@link ModelCard}s from YAML, strictly: an unknown, missing or empty key is an error. */
public final class ModelCards {
  /** The parser trips over such letters at the border of its buffer; no key needs one. */
  private static final Pattern BEYOND_16_BITS = Pattern.compile("[\\x{10000}-\\x{10ffff}]");

  /** A parser of YAML takes minutes for a file of megabytes. */
  private static final long MOST_BYTES = 1_000_000;

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
      throw new ModelException(file + " is missing");
    }
    if (file.toFile().length() > MOST_BYTES) {
      throw new ModelException(file + " is larger than cards are, a million bytes at most");
    }
    try {
      String text = BEYOND_16_BITS.matcher(Files.readString(file)).replaceAll("?");
      return Optional.ofNullable(YAML.readValue(text, ModelCard.class))
          .orElseThrow(() -> new ModelException(file + ": it says nothing"));
    } catch (IOException e) {
      throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new ModelException(file + ": " + reason(e), e);
    }
  }

  private static String reason(JacksonException e) {
    String key =
        e.getPath().stream()
            .map(part ->
                part.getPropertyName() == null ? "" + part.getIndex() : part.getPropertyName())
            .collect(Collectors.joining("."));
    return switch (e) {
      case UnrecognizedPropertyException unknown -> "unknown key: " + key;
      case ValueInstantiationException bad when bad.getCause() != null ->
          (key.isEmpty() ? "" : key + ": ") + bad.getCause().getMessage();
      case InvalidFormatException bad ->
          "%s must be %s, not '%s'".formatted(key, wanted(bad.getTargetType()), bad.getValue());
      case MismatchedInputException missing
          when missing.getOriginalMessage().startsWith("Missing required creator property") ->
          "the key " + key + " is missing";
      case MismatchedInputException bad ->
          (key.isEmpty() ? "the card" : key) + " must be " + wanted(bad.getTargetType());
      default ->
          "this is not YAML"
              + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr());
    };
  }

  private static String wanted(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getFields())
          .filter(Field::isEnumConstant)
          .map(ModelCards::written)
          .collect(Collectors.joining(" or "));
    }
    if (Collection.class.isAssignableFrom(type) || type == ModelCard.Range.class) {
      return "a list";
    }
    if (type.isRecord()) {
      return "a group of keys";
    }
    return type == String.class ? "a text" : "a number";
  }

  private static String written(Field constant) {
    JsonProperty property = constant.getAnnotation(JsonProperty.class);
    return property == null ? constant.getName() : property.value();
  }
}
