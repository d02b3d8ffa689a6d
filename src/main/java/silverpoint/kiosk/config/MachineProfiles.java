package silverpoint.kiosk.config;

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

  /** The machine as it is mounted. */
  public MachineProfile load(String name) {
    return read(name).mounted();
  }

  /** The machine in another mounting than its profile says. */
  public MachineProfile load(String name, Mounting mounting) {
    return read(name).in(mounting).mounted();
  }

  private MachineProfile read(String name) {
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
