package silverpoint.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes measured values into a machine profile, line by line, so that its comments stay. The file
 * is replaced as a whole, and only by one that can be read.
 */
public final class ProfileEditor {
  private static final Pattern MEASURED = Pattern.compile("# measured (\\d{4}-\\d\\d-\\d\\d)\\b");

  private ProfileEditor() {}

  /**
   * @param values by full key, such as motion.x.stepsPerMm
   * @param measured the day is noted behind each value
   */
  public static void set(Path file, Map<String, String> values, LocalDate measured) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(next, edited(file, values, measured));
      YamlFile.read(next, MachineProfile.class);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be written: " + e.getMessage(), e);
    } finally {
      next.toFile().delete();
    }
  }

  /** The day on which the values of a profile were last measured; empty for estimates. */
  public static Optional<LocalDate> measuredOn(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(MEASURED::matcher)
          .filter(Matcher::find)
          .map(found -> LocalDate.parse(found.group(1)))
          .max(Comparator.naturalOrder());
    } catch (IOException | DateTimeException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> edited(Path file, Map<String, String> values, LocalDate measured)
      throws IOException {
    List<String> before = Files.readAllLines(file);
    YamlKeys keys = new YamlKeys(before);
    List<String> lines = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < before.size(); i++) {
      String line = before.get(i);
      String value = values.get(keys.at(i));
      if (value == null) {
        lines.add(line);
      } else {
        found++;
        String key = line.substring(0, line.indexOf(':'));
        lines.add("%s: %s  # measured %s".formatted(key, value, measured));
      }
    }
    if (found != values.size()) {
      throw new ConfigException(file + " has not all of the keys " + values.keySet());
    }
    return lines;
  }
}
