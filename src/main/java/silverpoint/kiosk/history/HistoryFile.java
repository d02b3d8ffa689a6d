package silverpoint.kiosk.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite file. A change is on disk when the method returns (write-ahead log, synchronous FULL),
 * whole or not at all; deleted lines are overwritten (secure_delete). One thread at a time. After a
 * failure it must be closed.
 */
final class HistoryFile implements AutoCloseable {
  private final Connection connection;

  private HistoryFile(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file, makes it when there is none, and brings it to the newest schema. What is no
   * history of this program, or has damaged pages, is refused as damaged before it is touched.
   */
  static HistoryFile open(Path path) throws SQLException {
    Path file = path.toAbsolutePath();
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    try {
      Files.createDirectories(folder);
      // SQLite would take it for a new file and throw away the log
      if (Files.exists(file) && Files.size(file) == 0 && hasLog(file)) {
        throw damaged("the file was emptied", null);
      }
    } catch (IOException e) {
      throw new SQLException("its folder cannot be written to", e);
    }
    SqliteLibrary.load(folder);
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    HistoryFile opened = new HistoryFile(connection);
    try {
      opened.prepare();
    } catch (SQLException e) {
      connection.close();
      throw FileFailure.of(e) == FileFailure.MISTAKE ? damaged("it is no history", e) : e;
    }
    return opened;
  }

  private static boolean hasLog(Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.exists(log) && Files.size(log) > 0;
  }

  private void prepare() throws SQLException {
    execute("PRAGMA busy_timeout = 3000");
    String check = text("PRAGMA quick_check(1)");
    if (!check.equals("ok")) {
      throw damaged(check, null);
    }
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = FULL");
    execute("PRAGMA secure_delete = ON");
    execute("PRAGMA foreign_keys = ON");
    Schema.migrate(this);
  }

  /** What makes a file be put aside. */
  static SQLException damaged(String why, @Nullable SQLException cause) {
    return new SQLException(why, null, FileFailure.NOT_A_DATABASE, cause);
  }

  /** Several changes, whole or not at all. */
  <T> T transaction(CurrentFile.Work<T> changes) throws SQLException {
    execute("BEGIN IMMEDIATE");
    T result = changes.on(this);
    execute("COMMIT");
    return result;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes rows, of which there must be one. */
  void changeOne(String sql, @Nullable Object... values) throws SQLException {
    if (change(sql, values) != 1) {
      throw new SQLException("there is no such row", null, FileFailure.CONSTRAINT);
    }
  }

  /** Changes rows; how many. */
  int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** The first number of the first row; 0 for NULL. */
  long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getLong(1) : 0;
      }
    }
  }

  /** The first column of the first row. */
  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }

  /** The sessions that began at that time or later, the oldest first. */
  List<SessionEntry> sessionsSince(Instant since) throws SQLException {
    List<SessionEntry> entries = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM session WHERE began_ms >= ? ORDER BY began_ms, number")) {
      statement.setLong(1, since.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    return entries;
  }

  private static SessionEntry entry(ResultSet row) throws SQLException {
    Optional<LineFigures> figures =
        row.getObject("strokes") == null
            ? Optional.empty()
            : Optional.of(
                new LineFigures(
                    row.getInt("strokes"),
                    row.getDouble("length_mm"),
                    row.getDouble("connector_mm"),
                    row.getDouble("retrace_mm"),
                    row.getInt("reversals_x"),
                    row.getInt("reversals_y"),
                    row.getDouble("sketch_ms"),
                    row.getString("style")));
    return new SessionEntry(
        row.getLong("number"),
        row.getLong("run"),
        Instant.ofEpochMilli(row.getLong("began_ms")),
        instant(row, "ended_ms"),
        Optional.ofNullable(row.getString("outcome")),
        row.getInt("retakes"),
        instant(row, "queued_ms"),
        instant(row, "promised_ms"),
        row.getInt("retold"),
        instant(row, "draw_started_ms"),
        instant(row, "draw_ended_ms"),
        row.getLong("paused_ms") / 1000.0,
        row.getInt("redraws"),
        row.getDouble("draw_time_s"),
        row.getObject("start_ms") == null
            ? Optional.empty()
            : Optional.of(row.getDouble("start_ms")),
        figures);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long ms = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
  }

  /** The runs of the program that began at that time or later, the oldest first. */
  List<RunEntry> runsSince(Instant since) throws SQLException {
    List<RunEntry> entries = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM run WHERE began_ms >= ? ORDER BY id")) {
      statement.setLong(1, since.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(
              new RunEntry(
                  row.getLong("id"),
                  Instant.ofEpochMilli(row.getLong("began_ms")),
                  instant(row, "ended_ms"),
                  new Versions(
                      row.getString("program"),
                      row.getString("models"),
                      row.getString("config"),
                      row.getString("machine"))));
        }
      }
    }
    return entries;
  }

  /** The faults of that time or later, the oldest first. */
  List<FaultEntry> faultsSince(Instant since) throws SQLException {
    List<FaultEntry> entries = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT at_ms, kind, message FROM fault WHERE at_ms >= ? ORDER BY at_ms, id")) {
      statement.setLong(1, since.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(
              new FaultEntry(
                  Instant.ofEpochMilli(row.getLong("at_ms")),
                  row.getString("kind"),
                  row.getString("message")));
        }
      }
    }
    return entries;
  }

  /** The ratings of that hour or later, the oldest first. */
  List<RatingEntry> ratingsSince(Instant since) throws SQLException {
    List<RatingEntry> entries = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM rating WHERE hour_ms >= ? ORDER BY id")) {
      statement.setLong(1, since.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(
              new RatingEntry(
                  Instant.ofEpochMilli(row.getLong("hour_ms")),
                  row.getString("style"),
                  row.getDouble("draw_time_s"),
                  row.getInt("liked") != 0));
        }
      }
    }
    return entries;
  }

  /** The kept line of a session. */
  Optional<String> keptLine(long session) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT line FROM kept_line WHERE session = ?")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Empties the write-ahead log, so that nothing deleted is left in it. */
  void forgetLog() throws SQLException {
    if (number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
      throw new SQLException("the log is in use", null, FileFailure.BUSY);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
