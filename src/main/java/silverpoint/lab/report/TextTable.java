package silverpoint.lab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table for a terminal and for a page; the first line names the columns. */
public record TextTable(List<List<String>> lines) {
  public TextTable {
    lines = List.copyOf(lines);
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        text.append(
            String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  ", line.get(column)));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  /** The lines of an HTML table. */
  public String html() {
    return lines.stream()
        .map(line ->
            line.stream()
                .map(cell -> "<td>" + Html.escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>")))
        .collect(Collectors.joining("\n"));
  }
}
