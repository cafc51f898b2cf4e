package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void everyTestDatabaseIsItsOwn() throws SQLException {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      Sql.run(one.owner(), "CREATE SCHEMA mine", "CREATE TABLE mine.t (a int)");
      assertThat(Sql.one(one.owner(), "SELECT to_regclass('mine.t')::text")).isEqualTo("mine.t");
      assertThat(Sql.one(other.owner(), "SELECT to_regclass('mine.t')::text")).isNull();
    }
  }

  @Test
  void theLoginsAreMembersOfTheirGroupRoleOnly() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      String member =
          "SELECT pg_has_role('sunlot_platform','USAGE')::text || pg_has_role('sunlot_portal','USAGE')";
      assertThat(Sql.one(database.platform(), member)).isEqualTo("truefalse");
      assertThat(Sql.one(database.portal(), member)).isEqualTo("falsetrue");
    }
  }
}
