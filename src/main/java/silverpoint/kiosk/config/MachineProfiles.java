package silverpoint.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads machine profiles, one YAML file each; every key must be known, and said somewhere. What is
 * measured of a machine is kept in a file of its own, which goes over its profile.
 */
public final class MachineProfiles {
  private static final String SUFFIX = ".yaml";
  private static final Pattern MEASURED = Pattern.compile("# measured (\\d{4}-\\d\\d-\\d\\d)\\b");

  private final List<Path> folders;
  private final Optional<Path> measured;

  /**
   * @param folders of profiles; later ones go over those before
   */
  public MachineProfiles(Path... folders) {
    this(Stream.of(folders).distinct().toList(), Optional.empty());
  }

  private MachineProfiles(List<Path> folders, Optional<Path> measured) {
    this.folders = folders;
    this.measured = measured;
  }

  /**
   * @param folder of what is measured; made when it is first needed
   */
  public MachineProfiles withMeasured(Path folder) {
    return new MachineProfiles(folders, Optional.of(folder));
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
    if (!names().contains(name)) {
      throw new ConfigException(
          "there is no machine '%s' in %s; known: %s"
              .formatted(
                  name,
                  folders.stream().map(Path::toString).collect(Collectors.joining(" and ")),
                  String.join(", ", names())));
    }
    return YamlFile.read(MachineProfile.class, files(name));
  }

  /** The files that say something of a machine, each over those before. */
  public List<Path> files(String name) {
    return Stream.concat(folders.stream(), measured.stream())
        .map(folder -> folder.resolve(name + SUFFIX))
        .filter(Files::exists)
        .toList();
  }

  /** All profiles, sorted. */
  public List<String> names() {
    return folders.stream()
        .filter(folder -> Files.isDirectory(folder) || folder.equals(folders.getFirst()))
        .flatMap(folder -> names(folder).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .toList();
    } catch (IOException e) {
      throw new ConfigException(folder + " cannot be read; it should hold the machine profiles", e);
    }
  }

  /** Where the measured values of a machine are kept. */
  public Path measuredFile(String name) {
    return measured
        .orElseThrow(() -> new IllegalStateException("no folder for what is measured"))
        .resolve(name + SUFFIX);
  }

  /**
   * Keeps measured values in place of those that were measured before. The file is replaced as a
   * whole, and only by one that makes a machine.
   *
   * @param values by full key, such as motion.x.stepsPerMm
   * @param day noted behind each value
   */
  public void keep(String name, Map<String, String> values, LocalDate day) {
    Path file = measuredFile(name);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(measured.orElseThrow());
      Files.write(next, MeasuredValues.lines(values, day));
      YamlFile.read(
          MachineProfile.class,
          Stream.concat(files(name).stream().filter(other -> !other.equals(file)), Stream.of(next))
              .toList());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be written: " + e.getMessage(), e);
    } finally {
      next.toFile().delete();
    }
  }

  /** The day on which a machine was last measured; empty for estimates. */
  public Optional<LocalDate> measuredOn(String name) {
    return files(name).stream().flatMap(MachineProfiles::days).max(Comparator.naturalOrder());
  }

  private static Stream<LocalDate> days(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(MEASURED::matcher)
          .filter(Matcher::find)
          .map(found -> LocalDate.parse(found.group(1)));
    } catch (IOException | DateTimeException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
