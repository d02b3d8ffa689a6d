package silverpoint.kiosk.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The YAML of measured values: nested groups, with the day behind each value. */
final class MeasuredValues {
  private static final String HEAD =
      "# What a calibration has measured; it goes over the machine's profile. Without this file, that alone counts.";

  private MeasuredValues() {}

  /**
   * @param values by full key, such as motion.x.stepsPerMm
   */
  static List<String> lines(Map<String, String> values, LocalDate day) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    List<String> groups = List.of();
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      List<String> path = List.of(value.getKey().split("\\."));
      List<String> within = path.subList(0, path.size() - 1);
      for (int depth = 0; depth < within.size(); depth++) {
        if (!within.subList(0, depth + 1).equals(upTo(groups, depth + 1))) {
          lines.add("  ".repeat(depth) + within.get(depth) + ":");
        }
      }
      groups = within;
      lines.add(
          "%s%s: %s  # measured %s"
              .formatted("  ".repeat(within.size()), path.getLast(), value.getValue(), day));
    }
    return lines;
  }

  private static List<String> upTo(List<String> groups, int depth) {
    return groups.subList(0, Math.min(depth, groups.size()));
  }
}
