package silverpoint.kiosk.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.driver.StepDirectionDriver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file that holds one settings record: every key must be known and present. What is wrong
 * with it is said in one line that names the file and the key.
 */
final class YamlFile {
  static final String TYPE = "type";

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
    @JsonSubTypes.Type(value = FourPhaseDriver.class, name = "FOUR_PHASE"),
    @JsonSubTypes.Type(value = GrblBoard.class, name = "GRBL")
  })
  private interface DriverTypes {}

  private YamlFile() {}

  /**
   * @param folders one of which has the file; where several have, see {@link #read(Class, List)}
   */
  static <T> T read(Class<T> type, String name, Path... folders) {
    List<Path> files =
        Stream.of(folders)
            .map(folder -> folder.resolve(name))
            .distinct()
            .filter(Files::exists)
            .toList();
    return read(type, files.isEmpty() ? List.of(folders[0].resolve(name)) : files);
  }

  /**
   * What several files say together: a file goes over those before it, key by key, and may leave
   * out what they say.
   */
  static <T> T read(Class<T> type, List<Path> files) {
    Map<Path, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file, text(file)));
    try {
      if (files.size() == 1) {
        String text = texts.values().iterator().next();
        return Optional.ofNullable(YAML.readValue(text, type))
            .orElseThrow(() -> new ConfigException(files.getFirst() + ": it says nothing"));
      }
      JsonNode all = YAML.createObjectNode();
      for (Map.Entry<Path, String> file : texts.entrySet()) {
        all = over(all, tree(file.getKey(), file.getValue()));
      }
      return YAML.treeToValue(all, type);
    } catch (JacksonException e) {
      throw new ConfigException(YamlComplaint.of(e, texts), e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigException(file + " is larger than settings are, a million bytes at most");
      }
      return BEYOND_16_BITS.matcher(Files.readString(file)).replaceAll("?");
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static JsonNode tree(Path file, String text) {
    try {
      JsonNode tree = YAML.readTree(text);
      if (!tree.isMissingNode() && !tree.isNull() && !tree.isObject()) {
        throw new ConfigException(file + ", line 1: the file must be a group of keys");
      }
      return tree;
    } catch (JacksonException e) {
      throw new ConfigException(YamlComplaint.of(e, Map.of(file, text)), e);
    }
  }

  /** A group that says nothing changes nothing; one of another type has keys of its own. */
  private static JsonNode over(JsonNode below, JsonNode above) {
    if (!(below instanceof ObjectNode group)) {
      return above;
    }
    if (!(above instanceof ObjectNode said)) {
      return above.isMissingNode() || above.isNull() ? below : above;
    }
    if (said.has(TYPE) && !said.path(TYPE).equals(group.path(TYPE))) {
      return said;
    }
    ObjectNode all = group.deepCopy();
    said.properties()
        .forEach(key -> all.set(key.getKey(), over(group.path(key.getKey()), key.getValue())));
    return all;
  }
}
