package cn.sunlot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second wall: what belongs to somebody is hidden from others by the database itself. */
class RowSecurityTest {

  private static final String UNPROTECTED =
      """
      SELECT DISTINCT t.table_schema || '.' || t.table_name
      FROM information_schema.columns t
      JOIN pg_class c ON c.oid = format('%I.%I', t.table_schema, t.table_name)::regclass
      WHERE t.column_name IN ('authority_id', 'department_id')
        AND t.table_schema NOT IN ('kernel', 'publicity')
        AND c.relkind IN ('r', 'p')
        AND NOT c.relrowsecurity
      ORDER BY 1
      """;

  private static final String WITHOUT_POLICY =
      """
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relrowsecurity AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
      ORDER BY 1
      """;

  // Numbers and answers to commands (kernel) are looked up by key and shown to nobody else; what is
  // public hides nothing.
  @Test
  void every_table_whose_rows_belong_to_somebody_has_row_level_security() throws SQLException {
    assertThat(query(UNPROTECTED)).as("tables without row-level security").isEmpty();
  }

  @Test
  void row_level_security_always_comes_with_a_policy() throws SQLException {
    assertThat(query(WITHOUT_POLICY)).as("tables of which nobody sees a row").isEmpty();
  }

  private static List<String> query(String sql) throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.owner().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
