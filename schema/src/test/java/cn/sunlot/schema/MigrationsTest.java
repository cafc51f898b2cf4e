package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.schema.testing.TestDatabase;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class MigrationsTest {
  private static final String NAME = "[a-z]+/V\\d{12}__[a-z0-9_]+\\.sql";

  @Test
  void theSecondRunChangesNothing() throws Exception {
    try (TestDatabase database = TestDatabase.createEmpty()) {
      assertThat(Migrations.migrate(database.owner())).isPositive();
      String before = Sql.one(database.owner(), EVERYTHING);
      assertThat(Migrations.migrate(database.owner())).isZero();
      assertThat(Sql.one(database.owner(), EVERYTHING)).isEqualTo(before);
    }
  }

  @Test
  void aScriptChangedAfterItWasAppliedIsRefused() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      Sql.run(
          database.owner(),
          "UPDATE migration.flyway_schema_history SET checksum = checksum + 1"
              + " WHERE version = '202611210000'");
      assertThatThrownBy(() -> Migrations.migrate(database.owner()))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("202611210000")
          .hasMessageContaining("checksum");
    }
  }

  @Test
  void everyScriptHasItsModulesFolderAndATimestampOfItsOwn() throws Exception {
    List<String> scripts = scripts();
    assertThat(scripts).isNotEmpty().allMatch(script -> script.matches(NAME));
    assertThat(scripts.stream().map(MigrationsTest::version)).doesNotHaveDuplicates();
    assertThat(scripts.stream().min(java.util.Comparator.comparing(MigrationsTest::version)))
        .hasValue("base/V202611210000__roles_and_defaults.sql");
  }

  @Test
  void nothingLandsInThePublicSchemaOrBesideTheHistory() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      String stray =
          "SELECT string_agg(n.nspname || '.' || c.relname, ', ') FROM pg_class c"
              + " JOIN pg_namespace n ON n.oid = c.relnamespace"
              + " WHERE n.nspname IN ('public', 'migration')"
              + " AND c.relname NOT LIKE 'flyway\\_schema\\_history%'"
              + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')";
      assertThat(Sql.one(database.owner(), stray)).isNull();
    }
  }

  @Test
  void theRolesMayBeThereFromAnotherOwnersDatabaseOnTheSameServer() throws Exception {
    try (ThrowAwayServer server = ThrowAwayServer.start()) {
      Login first = newDatabase(server, "first", "CREATEROLE");
      Login second = newDatabase(server, "second", "NOCREATEROLE");
      assertThat(Migrations.migrate(first)).isPositive();
      assertThat(Migrations.migrate(second)).isPositive();
    }
  }

  @Test
  void anOwnerWhoMayNotMakeTheRolesIsToldWhatToRun() throws Exception {
    try (ThrowAwayServer server = ThrowAwayServer.start()) {
      Login owner = newDatabase(server, "bureau", "NOCREATEROLE");
      assertThatThrownBy(() -> Migrations.migrate(owner))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("role sunlot_platform is missing")
          .hasMessageContaining("CREATE ROLE sunlot_platform NOLOGIN")
          .hasMessageContaining("ALTER ROLE bureau CREATEROLE");
      Sql.run(
          server.superuser("bureau"),
          "CREATE ROLE sunlot_platform NOLOGIN",
          "CREATE ROLE sunlot_portal NOLOGIN");
      assertThat(Migrations.migrate(owner)).isPositive();
    }
  }

  @Test
  void fourDatabasesOnOneServerMigrateAtOnce() throws Exception {
    try (ThrowAwayServer server = ThrowAwayServer.start()) {
      List<Callable<Integer>> all =
          Stream.of("one", "two", "three", "four")
              .map(name -> newDatabase(server, name, "CREATEROLE"))
              .<Callable<Integer>>map(owner -> () -> Migrations.migrate(owner))
              .toList();
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        for (Future<Integer> each : threads.invokeAll(all)) {
          assertThat(each.get()).isPositive();
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  static Login newDatabase(ThrowAwayServer server, String name, String right) {
    try {
      Sql.run(
          server.superuser("postgres"),
          "CREATE ROLE " + name + " LOGIN PASSWORD 'x' " + right,
          "CREATE DATABASE " + name + " OWNER " + name);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    return server.superuser(name).as(name, "x");
  }

  private static final String EVERYTHING =
      "SELECT md5(string_agg(x, '|' ORDER BY x)) FROM ("
          + "SELECT c.oid::text || relname || coalesce(relacl::text, '') FROM pg_class c"
          + " UNION ALL SELECT nspname || coalesce(nspacl::text, '') FROM pg_namespace"
          + " UNION ALL SELECT proname || coalesce(proacl::text, '') FROM pg_proc"
          + " UNION ALL SELECT h::text FROM migration.flyway_schema_history h) all_of_it(x)";

  private static List<String> scripts() throws Exception {
    Path root = folder(Objects.requireNonNull(Migrations.class.getResource("/db/migration")));
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }

  private static Path folder(URL url) throws URISyntaxException {
    return Path.of(url.toURI());
  }

  private static String version(String script) {
    return script.replaceAll(".*/V(\\d+)__.*", "$1");
  }
}
