package silverpoint.kiosk.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with settings, in one line that names the file, its line and the key. */
final class YamlComplaint {
  private final JacksonException e;
  private final String key;
  private final YamlKeys keys;

  private YamlComplaint(JacksonException e, YamlKeys keys) {
    this.e = e;
    this.key = key(e);
    this.keys = keys;
  }

  /**
   * @param texts of the files, each over those before: the last that says the key is named
   */
  static String of(JacksonException e, Map<Path, String> texts) {
    List<Path> files = new ArrayList<>(texts.keySet());
    Path named =
        names(e, key(e)).stream()
            .flatMap(name ->
                files.reversed().stream().filter(file -> keys(texts, file).lineOf(name) > 0))
            .findFirst()
            .orElse(files.getFirst());
    return named + new YamlComplaint(e, keys(texts, named)).what();
  }

  private static YamlKeys keys(Map<Path, String> texts, Path file) {
    return new YamlKeys(String.valueOf(texts.get(file)).lines().toList());
  }

  private String what() {
    return switch (e) {
      case ValueInstantiationException bad when bad.getCause() != null ->
          lineOfKey()
              + ": "
              + (key.isEmpty() ? "" : key + ": ")
              + String.valueOf(bad.getCause().getMessage());
      case UnrecognizedPropertyException unknown ->
          line() + ": unknown key " + key + "; known there: " + known(unknown);
      case InvalidTypeIdException bad ->
          line() + ": " + key + ".type must be STEP_DIRECTION, FOUR_PHASE or GRBL";
      case InvalidFormatException bad ->
          line() + ": " + key + " must be " + wanted(bad) + ", not '" + bad.getValue() + "'";
      case MismatchedInputException missing
          when missing.getOriginalMessage().startsWith("Missing creator property") ->
          missing();
      case MismatchedInputException bad ->
          line() + ": " + (key.isEmpty() ? "the file" : key) + " must be " + wanted(bad);
      case InputCoercionException bad -> line() + ": " + key + " must be a smaller number";
      default ->
          line() + ": this is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("");
    };
  }

  private static String key(JacksonException e) {
    return e.getPath().stream()
        .map(JacksonException.Reference::getPropertyName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  /** The keys of which one is to blame, the likeliest first: a problem begins with its key. */
  private static List<String> names(JacksonException e, String key) {
    List<String> names = new ArrayList<>();
    if (e instanceof ValueInstantiationException bad && bad.getCause() != null) {
      String first = String.valueOf(bad.getCause().getMessage()).split(" ", 2)[0];
      names.addAll(List.of(key + "." + first, first));
    }
    for (String name = key; !name.isEmpty(); name = group(name)) {
      names.add(name);
    }
    return names;
  }

  private static String group(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  /** For a whole group, and where files were put together, Jackson knows no line. */
  private String line() {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    return line < 1 ? lineOfKey() : ", line " + line;
  }

  private String lineOfKey() {
    return names(e, key).stream()
        .mapToInt(keys::lineOf)
        .filter(line -> line > 0)
        .mapToObj(line -> ", line " + line)
        .findFirst()
        .orElse("");
  }

  /** A key that is misspelt is missing too, but its own line says more. */
  private String missing() {
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
    return name.equals(YamlFile.TYPE)
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
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == double.class ? "a number" : type == int.class ? "a whole number" : "a text";
  }
}
