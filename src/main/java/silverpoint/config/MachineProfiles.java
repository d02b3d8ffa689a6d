package silverpoint.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads machine profiles, one YAML file each; every key must be known and present. */
public final class MachineProfiles {
  private static final String SUFFIX = ".yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path directory;

  public MachineProfiles(Path directory) {
    this.directory = directory;
  }

  public MachineProfile load(String name) {
    Path file = directory.resolve(name + SUFFIX);
    if (!names().contains(name)) {
      throw new ConfigException(
          "there is no machine '"
              + name
              + "' in "
              + directory
              + "; known: "
              + String.join(", ", names()));
    }
    try {
      return YAML.readValue(Files.readString(file), MachineProfile.class);
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new ConfigException(file + where(e) + ": " + what(e), e);
    }
  }

  /** All profiles of the directory, sorted. */
  public List<String> names() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigException(
          directory + " cannot be read; it should hold the machine profiles", e);
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
  }

  private static String what(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "unknown key '"
              + unknown.getPropertyName()
              + "'; known here: "
              + unknown.getKnownPropertyIds();
      case ValueInstantiationException bad when bad.getCause() != null ->
          String.valueOf(bad.getCause().getMessage());
      case DatabindException bad -> bad.getOriginalMessage();
      default -> "this is not YAML: " + e.getOriginalMessage();
    };
  }
}
