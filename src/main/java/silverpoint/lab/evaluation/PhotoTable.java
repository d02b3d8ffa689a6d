package silverpoint.lab.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * What a table says of photos: CSV or TSV, the first column {@code file}; every other column names
 * a grouping, and its cells hold one label or several with commas between them. Empty cells say
 * nothing.
 *
 * @param labels of a file, as "column: label"
 */
public record PhotoTable(Map<String, List<String>> labels) {
  public static final PhotoTable EMPTY = new PhotoTable(Map.of());

  private static final String FILE = "file";

  public static PhotoTable read(Path table) {
    try {
      List<String> lines = Files.readAllLines(table);
      if (lines.isEmpty() || !names(lines.getFirst())) {
        throw refused(table, "the first column must be called " + FILE);
      }
      CsvSchema schema =
          CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(lines.getFirst()));
      Map<String, List<String>> labels = new LinkedHashMap<>();
      try (MappingIterator<Map<String, String>> rows =
          new CsvMapper().readerForMapOf(String.class).with(schema).readValues(table.toFile())) {
        while (rows.hasNext()) {
          Map<String, String> row = rows.next();
          labels.put(row.getOrDefault(FILE, "").strip(), labels(row));
        }
      }
      return new PhotoTable(labels);
    } catch (IOException e) {
      throw refused(table, "cannot be read: " + e.getMessage());
    } catch (JacksonException e) {
      throw refused(
          table,
          "line "
              + e.getLocation().getLineNr()
              + " is no line of a table: "
              + e.getOriginalMessage());
    }
  }

  /** The one table in a folder of photos; empty when there is none, or more than one. */
  public static Optional<Path> beside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables =
          files
              .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)"))
              .filter(PhotoTable::isTable)
              .toList();
      return tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty();
    }
  }

  List<String> of(String file) {
    return labels.getOrDefault(file, List.of());
  }

  private static boolean isTable(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().filter(PhotoTable::names).isPresent();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean names(String header) {
    return header.strip().matches(FILE + "\\s*[,\\t].*");
  }

  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private static List<String> labels(Map<String, String> row) {
    return row.entrySet().stream()
        .filter(cell -> !cell.getKey().equals(FILE))
        .flatMap(cell ->
            Arrays.stream(String.valueOf(cell.getValue()).split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .map(label -> cell.getKey().strip() + ": " + label))
        .toList();
  }

  private static EvaluationException refused(Path table, String why) {
    return new EvaluationException(table + ": " + why);
  }
}
