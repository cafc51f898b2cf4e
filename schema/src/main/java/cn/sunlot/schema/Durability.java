package cn.sunlot.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Asks a running server whether it is the one meant and keeps what it commits. */
final class Durability {
  static final Map<String, String> SETTINGS =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private Durability() {}

  /**
   * Demands every durable setting as this login's sessions see it: a setting may be changed per
   * role or per database, behind the server's.
   */
  static void demand(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
        String shown = show(connection, setting.getKey());
        if (!shown.equals(setting.getValue())) {
          throw new DatabaseProblem(
              "Sessions of %s have %s=%s; with that, what was committed could be lost. Undo it: ALTER ROLE or ALTER DATABASE … RESET %s."
                  .formatted(login, setting.getKey(), shown, setting.getKey()));
        }
      }
    }
  }

  /** Demands that the server on this port is the one on this data folder. */
  static void demandFolder(Login superuser, Path data) throws SQLException {
    try (Connection connection = superuser.connect()) {
      String shown = show(connection, "data_directory");
      if (!Path.of(shown).equals(data)) {
        throw new DatabaseProblem(
            "On %s answers a server with the data in %s, not in %s. Stop it, or name another port."
                .formatted(superuser.url(), shown, data));
      }
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
