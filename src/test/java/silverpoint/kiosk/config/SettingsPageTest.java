package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silverpoint.Golden;
import silverpoint.kiosk.booth.BoothSettings;

/**
 * Writes the table of all settings from the records that hold them and from the files that are
 * shipped; src/docs/configuration.md must show it. {@code -Dgolden.update=true} rewrites it. The
 * bounds are those that a record names when it refuses a value.
 */
class SettingsPageTest {
  private static final Path PAGE = Path.of("src/docs/configuration.md");
  private static final String BEGIN = "<!-- settings -->\n";

  private static final Pattern BOUNDS = Pattern.compile("(-?[\\d.]+)(?:\\.\\.| to )(-?\\d[\\d.]*)");

  private static final Pattern COMMENT_RANGE =
      Pattern.compile("(?<![\\w.])(-?[\\d.]+?)\\.\\.(\\d[\\d.]*)$");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("StepsPerMm", "steps/mm"),
          Map.entry("stepsPerMm", "steps/mm"),
          Map.entry("MmPerS2", "mm/s\u00b2"),
          Map.entry("MmPerS", "mm/s"),
          Map.entry("StepsPerS", "steps/s"),
          Map.entry("PerS", "1/s"),
          Map.entry("Hours", "h"),
          Map.entry("Min", "min"),
          Map.entry("Steps", "steps"),
          Map.entry("Mm", "mm"),
          Map.entry("Ms", "ms"),
          Map.entry("Us", "\u00b5s"),
          Map.entry("Deg", "degrees"),
          Map.entry("rotate", "degrees"),
          Map.entry("Hz", "Hz"),
          Map.entry("K", "K"),
          Map.entry("Px", "px"),
          Map.entry("Pin", "BCM"),
          Map.entry("Pins", "BCM"),
          Map.entry("S", "s"));

  private record Setting(String key, Object value, String bounds) {}

  @Test
  void thePageListsEverySettingWithItsBounds() throws IOException {
    String before = Files.readString(PAGE);
    String head = before.substring(0, before.indexOf(BEGIN) + BEGIN.length());
    StringBuilder text = new StringBuilder(head);
    for (Map.Entry<String, Class<? extends Record>> file : ConfigFiles.TYPES.entrySet()) {
      text.append(file(file.getKey(), file.getValue()));
    }
    Golden.isShown(PAGE, text.append(machines()).toString());
  }

  /** The range that a comment promises is the range that the program takes. */
  @Test
  void commentsOfTheFilesNameTheSameBounds() throws IOException {
    for (Setting setting :
        settings(YamlFile.read(BoothSettings.class, "booth.yaml", ConfigFiles.FOLDER))) {
      String comment =
          comment(Files.readAllLines(ConfigFiles.FOLDER.resolve("booth.yaml")), setting.key);
      Matcher range = COMMENT_RANGE.matcher(comment);
      if (range.find()) {
        assertThat(range.group(1) + " to " + range.group(2))
            .as(setting.key)
            .isEqualTo(setting.bounds);
      }
    }
  }

  private static String file(String name, Class<? extends Record> type) throws IOException {
    Path file = ConfigFiles.FOLDER.resolve(name);
    List<String> lines = Files.readAllLines(file);
    StringBuilder text =
        new StringBuilder(
            "\n## %s\n\n| key | unit | shipped | allowed | what |\n|---|---|---|---|---|\n"
                .formatted(name));
    for (Setting setting : settings(YamlFile.read(type, List.of(file)))) {
      String what = COMMENT_RANGE.matcher(comment(lines, setting.key)).replaceAll("");
      text.append(
          row(
              "`" + setting.key + "`",
              unit(setting.key),
              shown(setting.value),
              setting.bounds,
              what.replaceAll("[;,] *$", "")));
    }
    return text.toString();
  }

  private static String machines() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "\n## machines\n\nOne file a machine in `kiosk-config/machines`; the comments there tell where each value comes from.\n\n");
    List<Setting> classic = settings(profile("classic"));
    List<Setting> pocket = settings(profile("pocket"));
    text.append("| key | unit | classic | pocket | allowed |\n|---|---|---|---|---|\n");
    List<String> keys =
        Stream.concat(classic.stream(), pocket.stream()).map(Setting::key).distinct().toList();
    for (String key : keys) {
      Optional<Setting> one = find(classic, key);
      Optional<Setting> two = find(pocket, key);
      text.append(
          row(
              "`" + key + "`",
              unit(key),
              one.map(setting -> shown(setting.value)).orElse(""),
              two.map(setting -> shown(setting.value)).orElse(""),
              one.or(() -> two).map(Setting::bounds).orElse("")));
    }
    return text.toString();
  }

  private static MachineProfile profile(String name) {
    return YamlFile.read(MachineProfile.class, "machines/" + name + ".yaml", ConfigFiles.FOLDER);
  }

  private static Optional<Setting> find(List<Setting> settings, String key) {
    return settings.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }

  private static String row(String... cells) {
    return "| "
        + String.join(" | ", cells).replace("|  |", "| |").replace("|  |", "| |").strip()
        + " |\n";
  }

  private static String shown(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value.toString().isEmpty() ? "empty" : value.toString();
  }

  private static String unit(String key) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    return UNITS.entrySet().stream()
        .filter(unit -> name.endsWith(unit.getKey()))
        .max(Comparator.comparingInt(unit -> unit.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("");
  }

  /** All that lie in a record, in its order. */
  private static List<Setting> settings(Record group) {
    List<Setting> settings = new ArrayList<>();
    for (RecordComponent component : group.getClass().getRecordComponents()) {
      Object value = value(group, component);
      if (value instanceof Record inner) {
        settings(inner)
            .forEach(setting ->
                settings.add(
                    new Setting(
                        component.getName() + "." + setting.key, setting.value, setting.bounds)));
      } else {
        settings.add(new Setting(component.getName(), value, bounds(group, component)));
      }
    }
    return settings;
  }

  private static String bounds(Record group, RecordComponent component) {
    if (component.getType().isEnum()) {
      return String.join(
          ", ",
          Arrays.stream(component.getType().getEnumConstants()).map(Object::toString).toList());
    }
    if (component.getType() == boolean.class) {
      return "true, false";
    }
    if (component.getType() != double.class && component.getType() != int.class) {
      return "";
    }
    return Stream.of(-1e9, 1e9)
        .flatMap(value -> refusal(group, component, value).stream())
        .map(BOUNDS::matcher)
        .filter(Matcher::find)
        .map(found -> number(found.group(1)) + " to " + number(found.group(2)))
        .findFirst()
        .orElse("");
  }

  private static String number(String written) {
    return shown(Double.valueOf(written));
  }

  /** What the record says of itself with another value there. */
  private static Optional<String> refusal(Record group, RecordComponent changed, double value) {
    RecordComponent[] components = group.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(component ->
                !component.getName().equals(changed.getName())
                    ? value(group, component)
                    : component.getType() == int.class ? (Object) (int) value : (Object) value)
            .toArray();
    try {
      Constructor<?> constructor =
          group
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      constructor.newInstance(values);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.ofNullable(e.getCause()).map(Throwable::getMessage);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(Record group, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(group);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What a file says of a key: beside it and on the lines that go on, or above it. */
  private static String comment(List<String> lines, String key) {
    int line = new YamlKeys(lines).lineOf(key) - 1;
    assertThat(line).as("the line of " + key).isNotNegative();
    List<String> said = new ArrayList<>();
    if (lines.get(line).contains(" #")) {
      said.add(lines.get(line).replaceFirst(".*? # *", ""));
      for (int next = line + 1; next < lines.size() && lines.get(next).matches(" +#.*"); next++) {
        said.add(lines.get(next).replaceFirst(" +# *", ""));
      }
    } else {
      for (int above = line - 1; above >= 0 && lines.get(above).startsWith("#"); above--) {
        said.addFirst(lines.get(above).replaceFirst("# *", ""));
      }
    }
    return String.join(" ", said).replace("|", "/");
  }
}
