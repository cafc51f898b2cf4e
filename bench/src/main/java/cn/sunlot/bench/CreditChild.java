package cn.sunlot.bench;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.domain.ScorecardVersion.Trace;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.credit.usecase.ComputeClasses;
import cn.sunlot.credit.usecase.DefaultScorecard;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.schema.AppLogins;
import cn.sunlot.schema.AppRole;
import cn.sunlot.schema.EmbeddedDatabase;
import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The platform on a durable database of its own with a city's targets. Argument: how many. */
final class CreditChild {

  private static final UUID AUTHORITY = new UUID(1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final String TARGETS =
      """
      INSERT INTO registry.target (id, authority_id, unit_id, name, kind, region_code, address,
        tags, responsible_person, contact, created_at, updated_at)
      SELECT kernel.next_id(), '%1$s', 'equipment:' || i, '山东某某化工有限公司 ' || i,
        (ARRAY['enterprise', 'individual-business', 'individual-business', 'cooperative'])[1 + i %% 4],
        '370303', '淄博市张店区金晶大道 ' || i || ' 号',
        CASE WHEN i %% 20 = 0 THEN ARRAY['work-safety'] ELSE '{}'::text[] END,
        CASE WHEN i %% 3 > 0 THEN '李四' END, NULL, now(), now()
      FROM generate_series(1, %2$d) i
      """;

  /** Most targets have none, a few have many. */
  private static final String OBSERVATIONS =
      """
      INSERT INTO credit.observation (id, authority_id, target_id, kind, day, selection, occasion,
        class_then, source, ref, revision, recorded_at)
      SELECT kernel.next_id(), '%1$s', t.id,
        (ARRAY['inspection-passed', 'inspection-passed', 'inspection-problem', 'complaint',
          'complaint', 'penalty', 'annual-report-missed', 'honour', 'accident',
          'inspection-unreachable'])[1 + (n * 7 + (hashtext(t.unit_id) & 1048575)) %% 10],
        DATE '2026-06-01' - ((hashtext(t.unit_id || n) & 1048575) %% 1400), 'none', n::text, 'N', 'bench',
        t.unit_id || ':' || n, 1, now()
      FROM registry.target t
      CROSS JOIN LATERAL generate_series(1, CASE (hashtext(t.unit_id) & 1048575) %% 20
        WHEN 0 THEN 8 WHEN 1 THEN 4 WHEN 2 THEN 2 WHEN 3 THEN 2 WHEN 4 THEN 1 WHEN 5 THEN 1
        WHEN 6 THEN 1 WHEN 7 THEN 1 ELSE 0 END) n
      """;

  private static final String LISTED =
      """
      INSERT INTO credit.list_entry (id, authority_id, target_id, list, from_day, ground, decided_by,
        document, source, entered_at)
      SELECT kernel.next_id(), '%1$s', t.id,
        CASE WHEN (hashtext(t.unit_id) & 1048575) %% 300 = 0 THEN 'serious-violation'
          ELSE 'abnormal-operation' END, DATE '2026-01-05', '', '', '', 'import', now()
      FROM registry.target t WHERE (hashtext(t.unit_id) & 1048575) %% 100 < 3
      """;

  private static final String GIVEN =
      """
      INSERT INTO credit.given_value
        (id, authority_id, target_id, code, value, day, source, recorded_at)
      SELECT kernel.next_id(), '%1$s', t.id, 'employees', (hashtext(t.unit_id) & 1048575) %% 500,
        DATE '2026-05-01', 'bench', now()
      FROM registry.target t WHERE (hashtext(t.unit_id) & 1048575) %% 5 = 0
      """;

  /** One target in a hundred has a new record. */
  private static final String CHANGE =
      """
      INSERT INTO credit.observation (id, authority_id, target_id, kind, day, selection, occasion,
        class_then, source, ref, revision, recorded_at)
      SELECT kernel.next_id(), '%1$s', t.id, CASE WHEN %2$d %% 2 = 0 THEN 'penalty' ELSE 'accident' END,
        DATE '2026-05-31', 'none', 'change', 'N', 'change', t.unit_id || ':%2$d', 1, now()
      FROM registry.target t WHERE (hashtext(t.unit_id) & 1048575) %% 100 = %2$d %% 100
      """;

  private static final String AGGREGATE =
      """
      SELECT t.kind, t.risk_class, count(*), sum(o.n), sum(o.problems), sum(l.n), sum(g.value)
      FROM registry.target t
      LEFT JOIN (
        SELECT target_id, count(*) AS n, count(*) FILTER (WHERE kind = 'inspection-problem') AS problems
        FROM credit.observation WHERE superseded_by IS NULL AND day > DATE '2023-06-01'
        GROUP BY target_id) o ON o.target_id = t.id
      LEFT JOIN (
        SELECT target_id, count(*) AS n FROM credit.list_entry WHERE superseded_by IS NULL
        GROUP BY target_id) l ON l.target_id = t.id
      LEFT JOIN (
        SELECT target_id, max(value) AS value FROM credit.given_value WHERE superseded_by IS NULL
        GROUP BY target_id) g ON g.target_id = t.id
      WHERE t.authority_id = ? AND t.status = 'active'
      GROUP BY t.kind, t.risk_class
      """;

  private final ConfigurableApplicationContext platform;
  private final TransactionTemplate transaction;
  private final Login owner;
  private int changes;
  private long moved;

  private CreditChild(ConfigurableApplicationContext platform, Login owner) {
    this.platform = platform;
    this.transaction = platform.getBean(TransactionTemplate.class);
    this.owner = owner;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Path folder = Files.createTempDirectory("sunlot-bench-credit-");
    EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  database.close();
                  FileSystemUtils.deleteRecursively(folder.toFile());
                }));
    Migrations.migrate(database.owner());
    CreditChild child =
        new CreditChild(
            start(
                AppLogins.generated(database.owner(), AppRole.PLATFORM, database.passwords()),
                folder),
            database.owner());
    child.fill(Integer.parseInt(arguments[0]));
    System.setOut(answers);
    Child.serve(
        Map.of(
            "compute", Timed.clock(child::compute)::nanos,
            "aggregate", Timed.clock(child::aggregate)::nanos,
            "change", Timed.clock(child::change)::nanos,
            "settle", Timed.clock(child::settle)::nanos,
            "moved", () -> child.moved));
    child.platform.close();
    database.close();
  }

  private static ConfigurableApplicationContext start(Login login, Path folder) {
    SpringApplication application = new SpringApplication(SunlotPlatform.class);
    application.setRegisterShutdownHook(false);
    return application.run(
        "--spring.datasource.url=" + login.url(),
        "--spring.datasource.username=" + login.user(),
        "--spring.datasource.password=" + login.password(),
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--sunlot.files=" + folder.resolve("files"),
        "--sunlot.keys=" + folder.resolve("keys"),
        "--logging.level.root=OFF");
  }

  private void fill(int targets) throws SQLException {
    asOwner(
        TARGETS.formatted(AUTHORITY, targets),
        "ANALYZE registry.target",
        OBSERVATIONS.formatted(AUTHORITY),
        LISTED.formatted(AUTHORITY),
        GIVEN.formatted(AUTHORITY));
    settle();
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(person(), "", List.of()));
    transaction.executeWithoutResult(
        status -> {
          platform.getBean(ScorecardStore.class).add(scorecard());
          platform.getBean(AuditLog.class).record("scorecard-approved", "scorecard-1", Map.of());
        });
  }

  private ScorecardVersion scorecard() {
    return new ScorecardVersion(
        new UUID(2, 2),
        AUTHORITY,
        1,
        ScorecardState.APPROVED,
        platform.getBean(DefaultScorecard.class).get(),
        "",
        TODAY,
        new Trace(person().personId(), person().personId(), null),
        Instant.EPOCH,
        1);
  }

  private static SignedIn person() {
    UUID id = new UUID(1, 7);
    return new SignedIn(
        id,
        "张三",
        "zhangsan",
        AUTHORITY,
        Scope.of(AUTHORITY, Set.of(AUTHORITY)),
        Set.of(),
        Set.of());
  }

  private void compute() {
    RunStore runs = platform.getBean(RunStore.class);
    Run run = Run.begin(Ids.next(), scorecard(), Run.Kind.RECOMPUTE, TODAY, null, Instant.EPOCH);
    transaction.executeWithoutResult(status -> runs.add(run));
    platform.getBean(ComputeClasses.class).run(run.id(), (done, total, message) -> {});
    Run done = runs.get(run.id());
    if (done.outcome() != Run.Outcome.DONE || done.read() == 0) {
      throw new IllegalStateException("the computation came to " + done);
    }
    moved = done.result().changed();
  }

  private void aggregate() {
    transaction.executeWithoutResult(
        status ->
            platform
                .getBean(JdbcTemplate.class)
                .queryForList(AGGREGATE, AUTHORITY)
                .forEach(r -> {}));
  }

  private void change() throws SQLException {
    asOwner(CHANGE.formatted(AUTHORITY, ++changes));
  }

  /** As PostgreSQL does by itself within minutes. */
  private void settle() throws SQLException {
    asOwner(
        "VACUUM ANALYZE registry.target",
        "VACUUM ANALYZE registry.target_change",
        "VACUUM ANALYZE credit.observation",
        "VACUUM ANALYZE credit.list_entry",
        "VACUUM ANALYZE credit.given_value",
        "VACUUM ANALYZE credit.score");
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
