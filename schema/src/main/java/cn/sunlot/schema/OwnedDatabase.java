package cn.sunlot.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Statements about roles and databases of a server. */
final class OwnedDatabase {
  private OwnedDatabase() {}

  /**
   * Makes the owner and the owner's database where they are missing. Each step stands alone, so
   * that a kill between two of them is mended by the next start.
   */
  static void ensure(Login superuser, Login owner, String database) throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", owner.user())) {
        statement.execute("CREATE ROLE " + quoted(owner.user()) + " LOGIN CREATEROLE");
      }
      setPassword(connection, owner.user(), owner.password());
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute(
            "CREATE DATABASE %s OWNER %s".formatted(quoted(database), quoted(owner.user())));
      }
    }
  }

  /** Sets it as a SCRAM verifier computed here: the clear text never reaches the server's log. */
  static void setPassword(Connection connection, String role, String password) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  static boolean exists(Connection connection, String query, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static String quoted(String name) {
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > 63) {
      throw new DatabaseProblem(
          "'%s' cannot name a role or database: 1 to 63 bytes are possible".formatted(name));
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
