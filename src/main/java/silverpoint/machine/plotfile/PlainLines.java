package silverpoint.machine.plotfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Lines for a machine: what firmware reads is ASCII, and a line is one line. */
final class PlainLines {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private PlainLines() {}

  /**
   * @param name of the setting
   */
  static List<String> checked(String name, List<String> lines, int longest) {
    for (String line : new ArrayList<>(lines)) {
      String text = Objects.requireNonNullElse(line, "").strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(name + " has an empty line; leave it out");
      }
      if (!PRINTABLE.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "%s: '%s' has letters that machines do not read; use plain ASCII, one line an entry"
                .formatted(name, text.replaceAll("\\p{Cntrl}", " ")));
      }
      if (text.length() > longest) {
        throw new IllegalArgumentException(
            "%s: '%s...' is longer than the %d letters that machines read"
                .formatted(name, text.substring(0, 20), longest));
      }
    }
    return List.copyOf(lines);
  }
}
