package silverpoint.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file to the newest schema: the scripts {@code 1.sql}, {@code 2.sql} ... that it has not
 * seen are run in one transaction each. SQLite's {@code user_version} says which it has seen.
 */
final class Schema {
  private Schema() {}

  static void migrate(Connection connection) throws SQLException {
    int version = version(connection);
    String script = script(version + 1);
    while (script != null) {
      version++;
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String command : script.split(";\\s*\\n")) {
          if (!command.isBlank()) {
            statement.execute(command);
          }
        }
        statement.execute("PRAGMA user_version = " + version);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
      script = script(version + 1);
    }
    if (version == 0) {
      throw new SQLException("the program lacks its schema, 1.sql");
    }
  }

  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }

  private static @Nullable String script(int version) throws SQLException {
    try (InputStream in =
        Schema.class.getResourceAsStream("/silverpoint/history/" + version + ".sql")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException("the schema cannot be read", e);
    }
  }
}
