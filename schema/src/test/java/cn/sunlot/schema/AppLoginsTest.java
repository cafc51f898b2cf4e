package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server that others use too, with two databases of two owners. */
class AppLoginsTest {
  @SuppressWarnings("NullAway.Init")
  private static ThrowAwayServer server;

  @SuppressWarnings("NullAway.Init")
  private static Login owner;

  @SuppressWarnings("NullAway.Init")
  private static Login neighbour;

  @TempDir Path temporary;

  @BeforeAll
  static void twoDatabases() {
    server = ThrowAwayServer.start();
    owner = MigrationsTest.newDatabase(server, "bureau", "CREATEROLE");
    Migrations.migrate(owner);
    neighbour = MigrationsTest.newDatabase(server, "neighbour", "CREATEROLE");
    Migrations.migrate(neighbour);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void generatedLoginsOpenTheDatabaseAndStayTheSame() throws Exception {
    Login platform = AppLogins.generated(owner, AppRole.PLATFORM, kept());
    assertThat(platform.user()).isEqualTo("bureau_platform_login");
    assertThat(platform.password()).hasSize(32);
    assertThat(Sql.one(platform, "SELECT pg_has_role('sunlot_platform', 'USAGE')")).isEqualTo("t");
    assertThat(Sql.one(platform, "SELECT pg_has_role('sunlot_portal', 'USAGE')")).isEqualTo("f");
    assertThat(AppLogins.generated(owner, AppRole.PLATFORM, kept())).isEqualTo(platform);
    drop(platform.user());
  }

  @Test
  void aLoginOfThisDatabaseDoesNotComeIntoTheNeighbours() throws Exception {
    Login portal = AppLogins.generated(owner, AppRole.PORTAL, kept());
    Login next = new Login(neighbour.url(), portal.user(), portal.password());
    assertThatThrownBy(next::connect)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"))
        .hasMessageContaining("CONNECT");
    drop(portal.user());
  }

  @Test
  void aLoginCreatesNoTemporaryTables() throws Exception {
    Login portal = AppLogins.generated(owner, AppRole.PORTAL, kept());
    assertThatThrownBy(() -> Sql.run(portal, "CREATE TEMPORARY TABLE t (a int)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("temporary");
    drop(portal.user());
  }

  @Test
  void aPasswordThatGotLostIsNotReplacedBehindAnotherInstallationsBack() throws Exception {
    Login first = AppLogins.generated(owner, AppRole.PORTAL, kept());
    Passwords elsewhere = Passwords.in(temporary.resolve("elsewhere"));
    assertThatThrownBy(() -> AppLogins.generated(owner, AppRole.PORTAL, elsewhere))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("bureau_portal_login exists")
        .hasMessageContaining("passwords.properties");
    assertThat(Sql.one(first, "SELECT 1")).isEqualTo("1");
    assertThat(elsewhere.find(first.user())).isEmpty();
    drop(first.user());
  }

  @Test
  void aConfiguredLoginIsMadeAndANewPasswordIsTakenOver() throws Exception {
    AppLogins.given(owner, AppRole.PLATFORM, "app 'one'", "first \" ' %&");
    Login changed = AppLogins.given(owner, AppRole.PLATFORM, "app 'one'", "第二个密码");
    assertThat(Sql.one(changed, "SELECT current_user")).isEqualTo("app 'one'");
    drop("app 'one'");
  }

  @Test
  void aLoginTheAdministratorPreparedIsUsedAsItIs() throws Exception {
    Login powerless = MigrationsTest.newDatabase(server, "powerless", "NOCREATEROLE");
    Migrations.migrate(powerless);
    Sql.run(
        server.superuser("powerless"),
        "CREATE ROLE prepared LOGIN PASSWORD 'p' IN ROLE sunlot_portal",
        "GRANT CONNECT ON DATABASE powerless TO prepared");
    Login portal = AppLogins.given(powerless, AppRole.PORTAL, "prepared", "p");
    assertThat(Sql.one(portal, "SELECT 1")).isEqualTo("1");
    assertThatThrownBy(() -> AppLogins.given(powerless, AppRole.PLATFORM, "another", "p"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("administrator of the server");
  }

  @Test
  void theOwnerDoesNotServeRequests() {
    assertThatThrownBy(
            () -> AppLogins.given(owner, AppRole.PLATFORM, owner.user(), owner.password()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("may not use the owner's login");
  }

  @Test
  void aLoginThatPassesRowSecurityIsRefused() throws Exception {
    Sql.run(server.superuser("bureau"), "CREATE ROLE mighty LOGIN BYPASSRLS PASSWORD 'm'");
    assertThatThrownBy(() -> AppLogins.given(owner, AppRole.PLATFORM, "mighty", "m"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("NOBYPASSRLS");
    drop("mighty");
  }

  @Test
  void oneLoginDoesNotServeBothParts() throws Exception {
    AppLogins.given(owner, AppRole.PLATFORM, "both", "b");
    assertThatThrownBy(() -> AppLogins.given(owner, AppRole.PORTAL, "both", "b"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("member of sunlot_platform");
    drop("both");
  }

  @Test
  void noPasswordIsInTheServersLogOrInAPrintedLogin() throws Exception {
    Sql.run(server.superuser("postgres"), "ALTER SYSTEM SET log_statement = 'all'");
    Sql.one(server.superuser("postgres"), "SELECT pg_reload_conf()");
    Login login = AppLogins.given(owner, AppRole.PLATFORM, "logged", "never-to-be-seen");
    String data = String.valueOf(Sql.one(server.superuser("postgres"), "SHOW data_directory"));
    String log = Files.readString(Path.of(data).resolveSibling("start.log"));
    assertThat(log).contains("logged").doesNotContain("never-to-be-seen");
    assertThat(login.toString()).contains("logged").doesNotContain("never-to-be-seen");
    drop("logged");
  }

  private Passwords kept() {
    return Passwords.in(temporary.resolve("kept"));
  }

  private static void drop(String user) throws SQLException {
    String quoted = OwnedDatabase.quoted(user);
    Sql.run(server.superuser("bureau"), "DROP OWNED BY " + quoted, "DROP ROLE " + quoted);
  }
}
