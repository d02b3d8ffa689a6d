package silverpoint.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads machine profiles, one YAML file each; every key must be known and present. */
public final class MachineProfiles {
  private static final String SUFFIX = ".yaml";

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
    return YamlFile.read(file, MachineProfile.class);
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
}
