package silverpoint.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import silverpoint.lab.benchmark.Results;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON and back. */
public final class ResultsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResultsJson() {}

  public static String write(Object results) {
    return JSON.writeValueAsString(results);
  }

  /** Reads a whole run; an IllegalArgumentException says what is wrong with the file. */
  public static Results read(Path file) {
    Results results = read(file, Results.class);
    if (!results.schema().equals(Results.SCHEMA)) {
      throw new IllegalArgumentException(
          file + " is '" + results.schema() + "', this program reads '" + Results.SCHEMA + "'");
    }
    return results;
  }

  /** Reads a part of a run. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readString(file), type))
          .orElseThrow(
              () -> new IllegalArgumentException(file + " holds no results of the benchmark"));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " holds no results of the benchmark", e);
    }
  }
}
