package silverpoint.lab.report;

import java.util.stream.Collectors;
import silverpoint.lab.benchmark.Environment;
import silverpoint.lab.benchmark.Results;

/** The results as Markdown. */
public final class MarkdownReport {
  private MarkdownReport() {}

  public static String of(Results results) {
    StringBuilder text = new StringBuilder("# Benchmark\n\n");
    text.append(summary(results)).append("\n\n");
    for (Tables.Table table : Tables.of(results)) {
      text.append("## ").append(table.title()).append("\n\n");
      text.append("| ").append(String.join(" | ", table.head())).append(" |\n");
      text.append("|").append("---|".repeat(table.head().size())).append('\n');
      for (var row : table.rows()) {
        text.append("| ")
            .append(
                row.stream()
                    .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                    .collect(Collectors.joining(" | ")))
            .append(" |\n");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Where and how, in one paragraph. */
  static String summary(Results results) {
    Environment where = results.environment();
    return "%s%s: %d pictures, seed %d, %d engine threads on %s, %d workers in server and offline. %s, %d cores (governor %s, load %s), %d MB; %s; %s; commit %s."
        .formatted(
            results.interrupted() ? "Interrupted: this is what was measured. " : "",
            results.startedAt(),
            results.corpus().pictures(),
            results.settings().seed(),
            results.settings().threads(),
            results.settings().device(),
            results.settings().workers(),
            where.processor(),
            where.cores(),
            where.governor(),
            Tables.number(where.loadAverage(), 1),
            where.memoryMb(),
            where.engine(),
            where.java(),
            where.commit().substring(0, Math.min(12, where.commit().length())));
  }
}
