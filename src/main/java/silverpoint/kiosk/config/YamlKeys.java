package silverpoint.kiosk.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On which line of a YAML file each key stands, in full, such as motion.x.stepsPerMm. */
final class YamlKeys {
  private static final Pattern KEY = Pattern.compile("^( *)(\\w+):(.*)$");
  private static final Pattern IN_BRACES = Pattern.compile("(\\w+):|[{}]");

  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlKeys(List<String> text) {
    List<String> path = new ArrayList<>();
    List<Integer> indents = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      Matcher key = KEY.matcher(text.get(i));
      if (!key.matches()) {
        continue;
      }
      int indent = key.group(1).length();
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        path.removeLast();
      }
      indents.add(indent);
      path.add(key.group(2));
      lines.putIfAbsent(String.join(".", path), i + 1);
      String value = key.group(3).strip();
      if (value.startsWith("{")) {
        inBraces(String.join(".", path), value, i + 1);
      }
    }
  }

  private void inBraces(String group, String value, int line) {
    Deque<String> groups = new ArrayDeque<>();
    String last = group;
    Matcher token = IN_BRACES.matcher(value);
    while (token.find()) {
      switch (token.group()) {
        case "{" -> groups.push(last);
        case "}" -> groups.poll();
        default -> {
          last = groups.isEmpty() ? group : groups.peek() + "." + token.group(1);
          lines.putIfAbsent(last, line);
        }
      }
    }
  }

  /** The line of a key, counted from 1; 0 where the key is not there. */
  int lineOf(String key) {
    return lines.getOrDefault(key, 0);
  }

  /**
   * The names of the keys of a group.
   *
   * @param group with a dot at its end; empty for the whole file
   */
  Stream<String> within(String group) {
    return lines.keySet().stream()
        .filter(key -> key.startsWith(group))
        .map(key -> key.substring(group.length()))
        .filter(name -> name.indexOf('.') < 0);
  }
}
