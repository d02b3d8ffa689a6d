package silverpoint.picture.drawingfile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what of an SVG is not drawn, or not as it looks elsewhere. */
final class SvgLosses {
  /** Elements with a look of their own that becomes no line. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "text", ": convert to paths",
          "image", "",
          "foreignObject", "",
          "use", ": refer to nothing in the file");

  /** Properties that would change the look of a line. */
  private static final Set<String> PROPERTIES =
      Set.of("clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end", "marker");

  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Whether nothing of an element is drawn; notes what is not. */
  boolean isLost(SvgElement element) {
    String name = element.name();
    if (name.equals("style")) {
      add(name);
      return true;
    }
    if (ELEMENTS.containsKey(name) && !name.equals("use")) {
      add(name);
      return true;
    }
    for (String property : PROPERTIES) {
      String value = element.style(property);
      if (!value.isEmpty() && !value.equals("none")) {
        add(property);
      }
    }
    return false;
  }

  List<String> sentences() {
    return counts.entrySet().stream()
        .map(loss -> sentence(loss.getKey(), loss.getValue()))
        .toList();
  }

  private static String sentence(String what, int count) {
    if (what.equals("style")) {
      return "style sheets are not read: write the styles into the elements";
    }
    if (PROPERTIES.contains(what)) {
      return "%s is not drawn (%d times)".formatted(what, count);
    }
    String why = ELEMENTS.getOrDefault(what, "");
    return count == 1
        ? "1 <%s> element is not drawn%s".formatted(what, why)
        : "%d <%s> elements are not drawn%s".formatted(count, what, why);
  }
}
