package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the public site's login may do, tried on everything that the catalogue of the database
 * holds, so that a new table or function is tried as well.
 */
class PortalRightsTest {

  private static final Set<String> PUBLIC = Set.of("publicity");

  /** What PostgreSQL says where the statement makes no sense for a view, whoever asks. */
  private static final List<String> NOT_OF_A_VIEW = List.of("55000", "42809");

  private static final String REFUSED = "42501";

  /** All that the public site may call, each demanding a code. */
  private static final List<String> INTAKE =
      List.of(
          "intake.witness_commit(text,text,text,text)",
          "intake.witness_look(text,text)",
          "intake.witness_open(text,text,integer,text)",
          "intake.witness_reveal(text,text,text)",
          "intake.witness_sign(text,text,bytea)");

  private static TestDatabase database;
  private static Connection portal;

  @BeforeAll
  static void create() throws SQLException {
    // Not a copy of a template: rights on the database itself are not copied.
    database = TestDatabase.createEmpty();
    Migrations.migrate(database.owner());
    AppLogins.given(
        database.owner(), AppRole.PORTAL, TestDatabase.PORTAL_USER, database.portal().password());
    portal = database.portal().connect();
    portal.setAutoCommit(false);
  }

  @AfterAll
  static void drop() throws SQLException {
    portal.close();
    database.close();
  }

  @Test
  void nothingButPublishedTablesCanBeRead() throws SQLException {
    List<String> readable = new ArrayList<>();
    List<String> published = new ArrayList<>();
    for (Relation relation : relations()) {
      if (state("SELECT * FROM " + relation.name() + " LIMIT 0").isEmpty()) {
        readable.add(relation.name());
      }
      if (PUBLIC.contains(relation.schema())) {
        published.add(relation.name());
      }
    }
    assertThat(published).contains("publicity.result", "publicity.draw");
    assertThat(readable).containsExactlyElementsOf(published);
  }

  @Test
  void noTableCanBeChangedInAnyWay() throws SQLException {
    List<String> possible = new ArrayList<>();
    for (Relation relation : relations()) {
      for (String sql :
          List.of(
              "INSERT INTO %s (%2$s) SELECT %2$s FROM %1$s LIMIT 0",
              "INSERT INTO %s DEFAULT VALUES",
              "UPDATE %s SET %2$s = NULL WHERE false",
              "DELETE FROM %s WHERE false",
              "TRUNCATE %s",
              "LOCK TABLE %s IN SHARE MODE",
              "ALTER TABLE %s ADD COLUMN mine int",
              "DROP TABLE %s",
              "CREATE INDEX ON %s (%2$s)",
              "ALTER TABLE %s DISABLE ROW LEVEL SECURITY",
              "ALTER TABLE %s OWNER TO sunlot_portal",
              "COPY %s FROM STDIN")) {
        String filled = sql.formatted(relation.name(), relation.column());
        String state = state(filled);
        if (!REFUSED.equals(state) && !(relation.view() && NOT_OF_A_VIEW.contains(state))) {
          possible.add(filled + " → " + state);
        }
      }
    }
    assertThat(possible).isEmpty();
  }

  @Test
  void noFunctionButThoseOfTheIntakeCanBeCalledAndNoSequenceMoved() throws SQLException {
    Set<String> callable =
        new TreeSet<>(
            list(
                "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                    + " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')"
                    + " AND has_function_privilege('"
                    + TestDatabase.PORTAL_USER
                    + "', p.oid, 'EXECUTE')"));
    Set<String> sequences =
        new TreeSet<>(
            list(
                "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'S' AND ("
                    + " has_sequence_privilege('%1$s', c.oid, 'USAGE') OR has_sequence_privilege('%1$s', c.oid, 'SELECT')"
                        .formatted(TestDatabase.PORTAL_USER)
                    + " OR has_sequence_privilege('%s', c.oid, 'UPDATE'))"
                        .formatted(TestDatabase.PORTAL_USER)));
    assertThat(callable).containsExactlyElementsOf(INTAKE);
    assertThat(sequences).isEmpty();
  }

  @Test
  void everyFunctionOfTheIntakeDemandsACodeAndRunsWithAFixedSearchPath() throws SQLException {
    for (String function : INTAKE) {
      String facts =
          Sql.one(
              database.owner(),
              "SELECT p.prosecdef || ' ' || array_to_string(p.proconfig, ' ') || ' ' || p.proargnames[1]"
                  + " FROM pg_proc p WHERE p.oid = '%s'::regprocedure".formatted(function));
      assertThat(facts).isEqualTo("true search_path=pg_catalog, pg_temp code");
      String arguments =
          function.replaceAll(".*\\(text,(.*)\\)", "$1").replaceAll("[a-z]+", "NULL::$0");
      String call = function.replaceAll("\\(.*", "('NOSUCHCODE', ") + arguments + ")";
      assertThat(Sql.one(database.portal(), "SELECT " + call)).as(call).isNull();
    }
  }

  @Test
  void onlyPublishedSchemasAreOpenAndNoneTakesNewObjects() throws SQLException {
    List<String> open = new ArrayList<>();
    for (String schema :
        list("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1")) {
      if (granted("has_schema_privilege", schema, "USAGE")) {
        open.add(schema);
      }
      assertThat(state("CREATE TABLE %s.mine (a int)".formatted(schema))).isEqualTo(REFUSED);
      assertThat(state("CREATE VIEW %s.mine AS SELECT 1 AS a".formatted(schema)))
          .isEqualTo(REFUSED);
      assertThat(
              state(
                  "CREATE FUNCTION %s.mine() RETURNS int LANGUAGE sql RETURN 1".formatted(schema)))
          .isEqualTo(REFUSED);
    }
    assertThat(open).containsExactlyInAnyOrder("publicity", "intake", "information_schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET ROLE sunlot_platform",
        "SET ROLE sunlot_owner",
        "SET ROLE sunlot_platform_login",
        "SET SESSION AUTHORIZATION sunlot_platform_login",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "CREATE TEMPORARY TABLE mine (a int)",
        "CREATE EXTENSION pg_trgm SCHEMA publicity",
        "CREATE PUBLICATION mine",
        "ALTER ROLE sunlot_portal SUPERUSER",
        "ALTER SYSTEM SET work_mem = '1GB'",
        "GRANT sunlot_platform TO sunlot_portal_login",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT pg_read_binary_file('PG_VERSION')",
        "SELECT pg_ls_dir('.')",
        "SELECT pg_stat_file('PG_VERSION')",
        "SELECT lo_import('/etc/hostname')",
        "SELECT lo_export(1, '/tmp/mine')",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
        "COPY (SELECT 1) TO '/tmp/mine'",
        "CREATE TEMPORARY VIEW mine AS SELECT 1 AS a",
        "SELECT pg_reload_conf()",
        "SELECT pg_switch_wal()",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_largeobject",
        "CHECKPOINT",
        "SET log_statement = 'none'",
        "SET session_replication_role = replica"
      })
  void whatAnIntruderWouldTryIsRefused(String sql) throws SQLException {
    assertThat(state(sql)).isEqualTo(REFUSED);
  }

  @Test
  void largeObjectsOfOthersAndTheirOwnAreOutOfReach() throws SQLException {
    Sql.run(database.owner(), "SELECT lo_from_bytea(4711, 'secret')");
    assertThat(state("SELECT lo_get(4711)")).isEqualTo(REFUSED);
    assertThat(state("SELECT lo_unlink(4711)")).isEqualTo(REFUSED);
    assertThat(state("SELECT lo_put(4711, 0, 'x')")).isEqualTo(REFUSED);
  }

  @Test
  void otherDatabasesOfTheServerStayClosed() {
    Login login = database.portal();
    try (TestDatabase other = TestDatabase.createEmpty()) {
      Migrations.migrate(other.owner());
      assertThat(connects(login)).isTrue();
      assertThat(connects(other.portal())).isFalse();
    }
  }

  @Test
  void publishedRowsCanBeReadAndTheSessionCanBeMadeReadOnly() throws SQLException {
    assertThat(Sql.one(database.portal(), "SELECT count(*) FROM publicity.result")).isEqualTo("0");
    assertThat(state("SET default_transaction_read_only = on")).isEmpty();
  }

  /** A table or view. */
  private record Relation(String schema, String name, String column, boolean view) {}

  private static List<Relation> relations() throws SQLException {
    String sql =
        """
        SELECT n.nspname, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
               (SELECT quote_ident(a.attname) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
                ORDER BY a.attnum LIMIT 1), c.relkind = 'v'
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
        ORDER BY 2
        """;
    List<Relation> all = new ArrayList<>();
    try (Connection connection = database.owner().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(
            new Relation(
                rows.getString(1), rows.getString(2), rows.getString(3), rows.getBoolean(4)));
      }
    }
    assertThat(all.stream().map(Relation::schema).distinct()).contains("kernel", "registry");
    return all;
  }

  private static List<String> list(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.owner().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static boolean granted(String function, String object, String right) throws SQLException {
    return "t"
        .equals(
            Sql.one(
                database.owner(),
                "SELECT %s('%s', '%s', '%s')"
                    .formatted(function, TestDatabase.PORTAL_USER, object, right)));
  }

  private static boolean connects(Login login) {
    try (Connection connection = login.connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The SQL state with which the portal's login is refused; "" if it went through. */
  private static String state(String sql) throws SQLException {
    String inside = state(portal, sql);
    portal.rollback();
    // Some commands do not run inside a transaction, and say so before they look at rights.
    return inside.equals("25001") ? outside(sql) : inside;
  }

  private static String outside(String sql) throws SQLException {
    try (Connection own = database.portal().connect()) {
      return state(own, sql);
    }
  }

  private static String state(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
