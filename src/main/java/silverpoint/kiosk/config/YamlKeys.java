package silverpoint.kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which key stands on each line of a YAML file, in full, such as motion.x.stepsPerMm; groups within
 * braces count as one line.
 */
final class YamlKeys {
  private static final Pattern KEY = Pattern.compile("^( *)(\\w+):.*$");

  private final List<String> keys = new ArrayList<>();

  YamlKeys(List<String> lines) {
    List<String> path = new ArrayList<>();
    List<Integer> indents = new ArrayList<>();
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      if (!key.matches()) {
        keys.add("");
        continue;
      }
      int indent = key.group(1).length();
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        path.removeLast();
      }
      indents.add(indent);
      path.add(key.group(2));
      keys.add(String.join(".", path));
    }
  }

  /** The key on a line, counted from 0; empty where there is none. */
  String at(int line) {
    return keys.get(line);
  }

  /** The line of a key, counted from 1; 0 where the key is not there. */
  int lineOf(String key) {
    return key.isEmpty() ? 0 : keys.indexOf(key) + 1;
  }

  /**
   * The names of the keys of a group.
   *
   * @param group with a dot at its end; empty for the whole file
   */
  Stream<String> within(String group) {
    return keys.stream()
        .filter(key -> key.startsWith(group) && !key.isEmpty())
        .map(key -> key.substring(group.length()))
        .filter(name -> name.indexOf('.') < 0);
  }
}
