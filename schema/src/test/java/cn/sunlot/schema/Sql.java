package cn.sunlot.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Statements for tests, each on a connection of its own. */
final class Sql {
  private Sql() {}

  static void run(Login login, String... statements) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** The first column of the first row, as text. */
  static @Nullable String one(Login login, String query) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** The process id of the server on the working folder. */
  static long postmaster(Path folder) throws IOException {
    String first = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0);
    return Long.parseLong(first.strip());
  }
}
