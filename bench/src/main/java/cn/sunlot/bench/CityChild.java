package cn.sunlot.bench;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.usecase.CommitDraw;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.NameWitness;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.RevealNonce;
import cn.sunlot.drawing.usecase.RunDraw;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.usecase.FreezePool;
import cn.sunlot.tasking.usecase.OpenTask;
import cn.sunlot.tasking.usecase.OpenTask.Company;
import cn.sunlot.tasking.usecase.PoolRuns;
import cn.sunlot.tasking.usecase.PreparePool;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform on a durable database with a city's targets in twelve counties: a task from its pool
 * to its visits. Argument: how many targets.
 */
final class CityChild {

  private static final UUID AUTHORITY = new UUID(7, 3);
  private static final UUID DEPARTMENT = new UUID(7, 4);
  private static final UUID ITEM = new UUID(7, 5);
  private static final UUID VERSION = new UUID(7, 6);
  private static final String NONCE = "5a".repeat(32);
  private static final int COPIED_AT_ONCE = 20_000;

  /** One in fifty, so that a city of 1.5 million has 30,000 visits. */
  private static final Map<String, Integer> RATES = Map.of("A", 150, "B", 250, "C", 400, "D", 800);

  private final PlatformUnderTest platform;
  private final int size;
  private UUID task = new UUID(0, 0);

  private CityChild(PlatformUnderTest platform, int size) {
    this.platform = platform;
    this.size = size;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    try (PlatformUnderTest platform =
        PlatformUnderTest.start("city", c -> {}, "--sunlot.tasking.pool-at-once=0")) {
      var child = new CityChild(platform, Integer.parseInt(arguments[0]));
      child.fill();
      PlatformUnderTest.signIn(person());
      child.open();
      System.setOut(answers);
      Child.serve(
          Map.of(
              "prepare", Timed.clock(child::prepare)::nanos,
              "freeze", Timed.clock(child::freeze)::nanos,
              "draw", Timed.clock(child::draw)::nanos,
              "drawn", child::drawn,
              "peak", () -> Child.peak() >> 10));
    }
  }

  private void fill() throws Exception {
    platform.asOwner(
        "INSERT INTO organisation.authority (id, name, kind, region, profile_id) VALUES ('"
            + AUTHORITY
            + "', '示范市', 'city', '370300', 'base')");
    platform.asOwner(
        "INSERT INTO organisation.department (id, authority_id, name, kind, region) VALUES ('"
            + DEPARTMENT
            + "', '"
            + AUTHORITY
            + "', '示范市市场监督管理局', 'department', '370300')");
    try (var connection = platform.database().owner().connect()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (int from = 0; from < size; from += COPIED_AT_ONCE) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < Math.min(size, from + COPIED_AT_ONCE); i++) {
          lines.append(withoutContact(new TargetMaker(i).line(AUTHORITY.toString()))).append('\n');
        }
        copy.copyIn(
            "COPY registry.target (id, authority_id, unit_id, name, kind, region_code, address,"
                + " risk_class, tags, status, responsible_person, contact, warnings, created_at,"
                + " updated_at) FROM STDIN",
            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
      }
    }
    platform.learnSizes();
  }

  private static String withoutContact(String line) {
    String[] cells = line.split("\t");
    cells[11] = "\\N";
    return String.join("\t", cells);
  }

  private void open() {
    var transaction = platform.bean(TransactionTemplate.class);
    var jdbc = platform.bean(JdbcTemplate.class);
    transaction.executeWithoutResult(
        status -> {
          jdbc.update(
              "INSERT INTO catalog.item (id, authority_id, department_id, code, current_id)"
                  + " VALUES (?, ?, ?, 'SC-01', ?)",
              ITEM,
              AUTHORITY,
              DEPARTMENT,
              VERSION);
          jdbc.update(
              "INSERT INTO catalog.item_version (id, item_id, authority_id, department_id, number,"
                  + " state, name, category, target_kind, content, basis, methods, body, reason,"
                  + " from_day, drafted_by, approved_by, changed_at) VALUES (?, ?, ?, ?, 1,"
                  + " 'published', '登记事项检查', 'key', 'enterprise', '', '{}', '{on-site}', '', '',"
                  + " DATE '2020-01-01', ?, ?, now())",
              VERSION,
              ITEM,
              AUTHORITY,
              DEPARTMENT,
              DEPARTMENT,
              DEPARTMENT);
          platform.bean(AuditLog.class).record("item-published", "SC-01", Map.of());
        });
    LocalDate today = LocalDate.now();
    task =
        platform
            .bean(OpenTask.class)
            .run(
                new OpenTask.OutsidePlan(
                    "全市登记事项抽查",
                    Ground.CAMPAIGN_FROM_ABOVE,
                    "省局 2026 年第 1 号",
                    List.of(VERSION),
                    new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of()),
                    RATES,
                    today,
                    today.plusDays(60),
                    null,
                    "",
                    false,
                    new Company(List.of(), null)))
            .id();
  }

  private static SignedIn person() {
    return new SignedIn(
        new UUID(3, 3),
        "张三",
        "zhangsan",
        DEPARTMENT,
        Scope.of(AUTHORITY, Set.of(DEPARTMENT)),
        Set.of(),
        EnumSet.allOf(Permission.class));
  }

  private IfMatch seen(String table, UUID id) {
    int version =
        Objects.requireNonNull(
            platform
                .bean(TransactionTemplate.class)
                .execute(
                    status ->
                        Objects.requireNonNull(
                            platform
                                .bean(JdbcTemplate.class)
                                .queryForObject(
                                    "SELECT version FROM " + table + " WHERE id = ?",
                                    Integer.class,
                                    id))));
    return new IfMatch(version);
  }

  private void prepare() {
    platform.bean(PreparePool.class).run(task, seen("tasking.task", task));
    follow();
  }

  private void freeze() {
    platform.bean(FreezePool.class).run(task, seen("tasking.task", task), "");
    follow();
  }

  private void follow() {
    PoolRun run = platform.bean(PoolRuns.class).findLast(task).orElseThrow();
    UUID job = Objects.requireNonNull(run.jobId());
    while (!platform.bean(Jobs.class).get(job).state().ended()) {
      LockSupport.parkNanos(10_000_000);
    }
    PoolRun done = platform.bean(PoolRuns.class).findLast(task).orElseThrow();
    if (done.outcome() != PoolRun.Outcome.DONE) {
      throw new IllegalStateException("the work on the pool came to " + done);
    }
  }

  private UUID drawId() {
    return platform.bean(Draws.class).listOfTask(task).get(0).id();
  }

  /** The ceremony, the draw, and the visits that come of it. */
  private void draw() {
    UUID id = drawId();
    String ref = platform.bean(Draws.class).getDraw(id).drawId();
    String commitment = new Nonce("w1", NONCE).commitment(Suite.SHA256, ref);
    platform
        .bean(NameWitness.class)
        .run(
            id,
            seen("drawing.draw", id),
            new Witness("other", "企业代表", "王见证", "示范市企业协会"),
            new Contribution(commitment, null, null, null));
    platform.bean(CommitDraw.class).run(id, seen("drawing.draw", id));
    platform.bean(RevealNonce.class).run(id, seen("drawing.draw", id), "operator", null);
    platform.bean(RevealNonce.class).run(id, seen("drawing.draw", id), "w1", NONCE);
    platform.bean(RunDraw.class).run(id, seen("drawing.draw", id), null);
  }

  private long drawn() {
    return platform.bean(Draws.class).listDrawnTargets(drawId()).size();
  }
}
