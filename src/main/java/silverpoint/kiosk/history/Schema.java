package silverpoint.kiosk.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file to the newest schema: the scripts {@code 1.sql}, {@code 2.sql} ... that it has not
 * seen are run in one transaction each. SQLite's {@code user_version} says which it has seen.
 */
final class Schema {
  /** What the program reads and writes. */
  private static final List<String> COLUMNS =
      List.of(
          "id, began_ms, ended_ms, program, models, config, machine, looked_ms FROM run",
          "number, run, began_ms, ended_ms, outcome, retakes, queued_ms, promised_ms,"
              + " draw_started_ms, draw_ended_ms, paused_ms, redraws, draw_time_s, strokes,"
              + " length_mm, connector_mm, retrace_mm, sketch_ms, style, reversals_x, reversals_y,"
              + " retold, start_ms FROM session",
          "id, run, at_ms, kind, message FROM fault",
          "session, until_ms, line FROM kept_line",
          "hour_ms, style, draw_time_s, liked FROM rating",
          "id, at_ms, reason, lines FROM erasure");

  private Schema() {}

  /** Fails as damaged when the file then lacks a table or a column. */
  static void migrate(HistoryFile file) throws SQLException {
    long version = file.number("PRAGMA user_version");
    String script = script(version + 1);
    while (script != null) {
      long next = version + 1;
      String commands = script;
      file.transaction(at -> {
        for (String command : commands.split(";\\s*\\n")) {
          if (!command.isBlank()) {
            at.execute(command);
          }
        }
        at.execute("PRAGMA user_version = " + next);
        return true;
      });
      version = next;
      script = script(version + 1);
    }
    if (version == 0) {
      throw new IllegalStateException("the program lacks its schema, 1.sql");
    }
    requireColumns(file);
  }

  private static void requireColumns(HistoryFile file) throws SQLException {
    for (String columns : COLUMNS) {
      file.number("SELECT " + columns + " LIMIT 0");
    }
  }

  private static @Nullable String script(long version) throws SQLException {
    try (InputStream in =
        Schema.class.getResourceAsStream("/silverpoint/kiosk/history/" + version + ".sql")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException("the schema cannot be read", e);
    }
  }
}
