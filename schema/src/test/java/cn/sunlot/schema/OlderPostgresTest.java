package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The oldest PostgreSQL that an external database may be. */
@Tag("deep")
@Timeout(120)
class OlderPostgresTest {
  @TempDir Path temporary;

  @Test
  void everythingMigratesOnVersion15AndTheLoginsWork() throws Exception {
    try (URLClassLoader archive = new URLClassLoader(new URL[] {jar().toUri().toURL()}, null);
        ThrowAwayServer server = ThrowAwayServer.start(archive)) {
      assertThat(Sql.one(server.superuser("postgres"), "SHOW server_version")).startsWith("15.");
      Login owner = MigrationsTest.newDatabase(server, "bureau", "CREATEROLE");
      assertThat(Migrations.migrate(owner)).isPositive();
      assertThat(Migrations.migrate(owner)).isZero();
      Passwords passwords = Passwords.in(temporary.resolve("kept"));
      for (AppRole role : AppRole.values()) {
        Login login = AppLogins.generated(owner, role, passwords);
        assertThat(Sql.one(login, "SELECT pg_has_role('" + role.group() + "', 'USAGE')"))
            .isEqualTo("t");
      }
    }
  }

  private static Path jar() throws Exception {
    Path folder = Path.of("target", "postgres-15");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
