package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was written down stays: the platform has no right to change it, and nobody else may. */
class AppendOnlyTest {

  /** A column of a table that only grows. */
  private record Grown(String table, String column) {
    List<String> changes() {
      return List.of(
          "UPDATE %s SET %2$s = %2$s WHERE false".formatted(table, column),
          "DELETE FROM %s WHERE false".formatted(table),
          "TRUNCATE %s CASCADE".formatted(table));
    }
  }

  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void thePlatformMayNotChangeThem() throws SQLException {
    try (Connection platform = database.platform().connect()) {
      for (Grown grown : all()) {
        for (String sql : grown.changes()) {
          assertThat(refusal(platform, sql)).as(sql).startsWith("42501 ").contains("permission");
        }
      }
    }
  }

  @Test
  void whoeverMayDoEverythingIsRefusedByTheirTriggers() throws SQLException {
    try (Connection superuser = database.superuser().connect()) {
      for (Grown grown : all()) {
        for (String sql : grown.changes()) {
          assertThat(refusal(superuser, sql)).as(sql).startsWith("42501 ").contains("append-only");
        }
      }
    }
  }

  @Test
  void anEntryLeavesTheQueueOnlyForItsPlaceInTheTree() throws SQLException {
    try (Connection platform = database.platform().connect();
        Statement statement = platform.createStatement()) {
      platform.setAutoCommit(false);
      for (int i = 0; i < 2; i++) {
        statement.execute(
            "INSERT INTO audit.entry (type, ref, at, org, actor, payload, salt, hash) SELECT"
                + " 'signed-in', 'somebody', now(), '', 'platform', p, s, encode(sha256(s || p), 'hex')"
                + " FROM (SELECT '{}'::bytea AS p, sha256('') AS s) x");
      }
      platform.commit();
      String early = "DELETE FROM audit.waiting";
      assertThat(refusal(platform, early)).startsWith("42501 ").contains("no place in the tree");
      platform.rollback();
      statement.execute(
          "INSERT INTO audit.leaf SELECT 0, min(entry_id), 'x', '', sha256('\\x00') FROM audit.waiting");
      assertThat(refusal(platform, early)).startsWith("42501 ").contains("no place in the tree");
      platform.rollback();
      statement.execute(
          "INSERT INTO audit.leaf SELECT row_number() OVER () - 1, entry_id, 'x', '', sha256('\\x00')"
              + " FROM audit.waiting");
      assertThat(statement.executeUpdate(early)).isEqualTo(2);
      platform.rollback();
      assertThat(refusal(platform, "UPDATE audit.waiting SET bucket = 0")).contains("permission");
      platform.rollback();
      assertThat(refusal(platform, "INSERT INTO audit.waiting (entry_id, bucket) VALUES (9, 0)"))
          .contains("permission");
    }
  }

  /**
   * Those that take rows and nothing else; of the catalogue, so that tomorrow's are tried as well.
   */
  private static List<Grown> all() throws SQLException {
    List<Grown> all = new ArrayList<>();
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT DISTINCT ON (t.tgrelid) t.tgrelid::regclass::text, quote_ident(a.attname)
                FROM pg_trigger t JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum > 0
                  AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
                WHERE t.tgfoid = 'kernel.refuse_change'::regproc AND t.tgtype = 2 + 8 + 16 + 32 AND t.tgqual IS NULL
                ORDER BY t.tgrelid, a.attnum
                """)) {
      while (rows.next()) {
        all.add(new Grown(rows.getString(1), rows.getString(2)));
      }
    }
    assertThat(all.stream().map(Grown::table))
        .contains(
            "audit.entry", "audit.leaf", "audit.tile", "audit.checkpoint", "audit.cosignature");
    return all;
  }

  /** State and text. */
  private static String refusal(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }
}
