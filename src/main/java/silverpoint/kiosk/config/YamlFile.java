package silverpoint.kiosk.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.driver.StepDirectionDriver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file that holds one settings record: every key must be known and present. What is wrong
 * with it is said in one line that names the file and the key.
 */
final class YamlFile {
  private static final String TYPE = "type";

  /** The parser trips over such letters at the border of its buffer; no setting needs one. */
  private static final Pattern BEYOND_16_BITS = Pattern.compile("[\\x{10000}-\\x{10ffff}]");

  /** A parser of YAML takes minutes for a file of megabytes. */
  private static final long MOST_BYTES = 1_000_000;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .addMixIn(MotorDriver.class, DriverTypes.class)
          .build();

  /** The key {@code type} of a driver says which of its records the other keys fill. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = TYPE)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = StepDirectionDriver.class, name = "STEP_DIRECTION"),
    @JsonSubTypes.Type(value = FourPhaseDriver.class, name = "FOUR_PHASE")
  })
  private interface DriverTypes {}

  private YamlFile() {}

  static <T> T read(Path file, Class<T> type) {
    String text = "";
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigException(file + " is larger than settings are, a million bytes at most");
      }
      text = BEYOND_16_BITS.matcher(Files.readString(file)).replaceAll("?");
      return Optional.ofNullable(YAML.readValue(text, type))
          .orElseThrow(() -> new ConfigException(file + ": it says nothing"));
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new ConfigException(file + what(e, text), e);
    }
  }

  private static String what(JacksonException e, String text) {
    String key = key(e);
    return switch (e) {
      case ValueInstantiationException bad when bad.getCause() != null -> {
        String problem = String.valueOf(bad.getCause().getMessage());
        yield line(problem, key, text) + ": " + (key.isEmpty() ? "" : key + ": ") + problem;
      }
      case UnrecognizedPropertyException unknown ->
          line(e) + ": unknown key " + key + "; known there: " + known(unknown);
      case InvalidTypeIdException bad ->
          line(e) + ": " + key + ".type must be STEP_DIRECTION or FOUR_PHASE";
      case InvalidFormatException bad ->
          line(e) + ": " + key + " must be " + wanted(bad) + ", not '" + bad.getValue() + "'";
      case MismatchedInputException missing
          when missing.getOriginalMessage().startsWith("Missing creator property") ->
          missing(missing, key, new YamlKeys(text.lines().toList()));
      case MismatchedInputException bad ->
          line(e) + ": " + (key.isEmpty() ? "the file" : key) + " must be " + wanted(bad);
      case InputCoercionException bad -> line(e) + ": " + key + " must be a smaller number";
      default ->
          line(e) + ": this is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("");
    };
  }

  private static String key(JacksonException e) {
    return e.getPath().stream()
        .map(JacksonException.Reference::getPropertyName)
        .collect(Collectors.joining("."));
  }

  private static String line(JacksonException e) {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    return line < 1 ? "" : ", line " + line;
  }

  /** For a whole group Jackson knows only the line after it; a problem begins with its key. */
  private static String line(String problem, String group, String text) {
    YamlKeys keys = new YamlKeys(text.lines().toList());
    String key = problem.split(" ", 2)[0];
    return Stream.of(group + "." + key, key, group)
        .mapToInt(keys::lineOf)
        .filter(line -> line > 0)
        .mapToObj(line -> ", line " + line)
        .findFirst()
        .orElse("");
  }

  /** A key that is misspelt is missing too, but its own line says more. */
  private static String missing(JacksonException e, String key, YamlKeys keys) {
    String path = key.substring(0, key.lastIndexOf('.') + 1);
    Stream<String> unknown =
        e.getPath().getLast().from() instanceof Class<?> group && group.isRecord()
            ? keys.within(path).filter(name -> !isKnown(group, name))
            : Stream.empty();
    return unknown
        .map(name ->
            ", line %d: unknown key %s; the key %s is missing"
                .formatted(keys.lineOf(path + name), path + name, key))
        .findFirst()
        .orElse(": the key " + key + " is missing");
  }

  private static boolean isKnown(Class<?> group, String name) {
    return name.equals(TYPE)
        || Arrays.stream(group.getRecordComponents())
            .map(RecordComponent::getName)
            .anyMatch(name::equals);
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(" or "));
    }
    if (type.isRecord()) {
      return "a group of keys";
    }
    return type == double.class ? "a number" : type == int.class ? "a whole number" : "a text";
  }
}
