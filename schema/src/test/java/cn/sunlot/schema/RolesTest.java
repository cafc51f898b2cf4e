package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.schema.testing.TestDatabase;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what, when a migration granted it and when it did not. */
class RolesTest {
  @SuppressWarnings("NullAway.Init")
  private static TestDatabase database;

  @BeforeAll
  static void aModuleWithATableAndAFunction() throws SQLException {
    database = TestDatabase.create();
    Sql.run(
        database.owner(),
        "CREATE SCHEMA back_office",
        "GRANT USAGE ON SCHEMA back_office TO sunlot_platform",
        "CREATE TABLE back_office.secret (a int)",
        "INSERT INTO back_office.secret VALUES (7)",
        "GRANT SELECT ON back_office.secret TO sunlot_platform",
        "CREATE FUNCTION back_office.seven() RETURNS int LANGUAGE sql AS 'SELECT 7'",
        "CREATE SCHEMA front",
        "GRANT USAGE ON SCHEMA front TO sunlot_portal",
        "CREATE VIEW front.shown AS SELECT a FROM back_office.secret",
        "GRANT SELECT ON front.shown TO sunlot_portal");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void thePlatformReadsWhatWasGrantedToIt() throws SQLException {
    assertThat(Sql.one(database.platform(), "SELECT a FROM back_office.secret")).isEqualTo("7");
  }

  @Test
  void thePlatformWritesNothingThatWasNotGranted() {
    assertRefused(() -> Sql.run(database.platform(), "DELETE FROM back_office.secret"));
  }

  @Test
  void thePortalCannotReadASchemaOfThePlatform() {
    assertRefused(() -> Sql.one(database.portal(), "SELECT a FROM back_office.secret"));
  }

  @Test
  void thePortalReadsWhatWasGrantedToIt() throws SQLException {
    assertThat(Sql.one(database.portal(), "SELECT a FROM front.shown")).isEqualTo("7");
  }

  @Test
  void aNewFunctionIsNobodysUntilGranted() throws SQLException {
    assertRefused(() -> Sql.one(database.platform(), "SELECT back_office.seven()"));
    Sql.run(database.owner(), "GRANT EXECUTE ON FUNCTION back_office.seven() TO sunlot_platform");
    assertThat(Sql.one(database.platform(), "SELECT back_office.seven()")).isEqualTo("7");
  }

  @Test
  void noLoginCreatesAnythingAnywhere() {
    for (Login login : new Login[] {database.platform(), database.portal()}) {
      assertRefused(() -> Sql.run(login, "CREATE TABLE public.mine (a int)"));
      assertRefused(() -> Sql.run(login, "CREATE SCHEMA mine"));
      assertRefused(() -> Sql.run(login, "CREATE ROLE mine"));
    }
  }

  @Test
  void noLoginReadsTheHistoryOfMigrations() {
    for (Login login : new Login[] {database.platform(), database.portal()}) {
      assertRefused(() -> Sql.one(login, "SELECT 1 FROM migration.flyway_schema_history"));
    }
  }

  @Test
  void noLoginTurnsIntoAnother() {
    assertRefused(() -> Sql.run(database.portal(), "SET ROLE sunlot_platform"));
    assertRefused(() -> Sql.run(database.platform(), "SET ROLE sunlot_owner"));
  }

  private static void assertRefused(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }
}
