package silverpoint.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.lab.benchmark.FinishedParts;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.report.CsvReport;
import silverpoint.lab.report.HtmlReport;
import silverpoint.lab.report.MarkdownReport;
import silverpoint.lab.report.ResultsJson;

/**
 * Where a run of the benchmark writes: the report in four forms, drawings, and what is finished in
 * {@code parts}.
 *
 * @param folder its root
 * @param settings that a kept part must agree with
 * @param resume whether kept parts are used
 */
public record BenchFolder(Path folder, String settings, boolean resume) implements FinishedParts {
  private static final String SCHEMA = "/silverpoint/lab/report/bench.schema.json";

  @Override
  public <T> Optional<T> find(String key, Class<T> kind) {
    Path part = part(key);
    return resume && Files.isRegularFile(part)
        ? Optional.of(ResultsJson.read(part, kind))
        : Optional.empty();
  }

  @Override
  public void keep(String key, Object part) {
    write(part(key), ResultsJson.write(part));
  }

  private Path part(String key) {
    return folder
        .resolve("parts")
        .resolve(Integer.toHexString(settings.hashCode()))
        .resolve(key + ".json");
  }

  public Path drawings() {
    return folder.resolve("drawings");
  }

  /** What a cluster writes, a folder of Parquet a candidate. */
  public Path judgedRows() {
    return folder.resolve("judged").toAbsolutePath();
  }

  public void write(Results results) {
    write(folder.resolve("bench.json"), ResultsJson.write(results));
    write(folder.resolve("bench.md"), MarkdownReport.of(results));
    write(folder.resolve("bench.csv"), CsvReport.of(results));
    write(folder.resolve("index.html"), HtmlReport.of(results, drawings()));
    try (var schema = Objects.requireNonNull(BenchFolder.class.getResourceAsStream(SCHEMA))) {
      write(
          folder.resolve("bench.schema.json"),
          new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw CannotWrite.failure(folder, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Path partial = file.resolveSibling(file.getFileName() + ".partial");
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CannotWrite.failure(file, e);
    }
  }
}
