package cn.sunlot.bench;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.usecase.CommitDraw;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.NameWitness;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.RevealNonce;
import cn.sunlot.drawing.usecase.RunDraw;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.schema.Login;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.usecase.AnswerInvitation;
import cn.sunlot.tasking.usecase.CompleteSetUp;
import cn.sunlot.tasking.usecase.DispatchTask;
import cn.sunlot.tasking.usecase.FormTeams;
import cn.sunlot.tasking.usecase.FreezePool;
import cn.sunlot.tasking.usecase.OpenTask;
import cn.sunlot.tasking.usecase.OpenTask.Company;
import cn.sunlot.tasking.usecase.PoolRuns;
import cn.sunlot.tasking.usecase.PreparePool;
import cn.sunlot.tasking.usecase.ReceiveList;
import cn.sunlot.tasking.usecase.TeamParts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform on a durable database with a city's targets in twelve counties of nine departments:
 * a joint task from its pool to the teams on their way, and a second one that joins its visits.
 * Arguments: how many targets; where the database is to outlive this process, a folder and the
 * logins of the owner and of the platform, each as address, user and password. It goes on with what
 * it finds there.
 */
final class CityChild {

  private static final String CITY = "全市部门联合抽查";
  private static final String JOINING = "高风险单位专项联合抽查";
  private static final String NONCE = "5a".repeat(32);

  /** One in fifty, so that a city of 1.5 million has 30,000 visits; all of the highest risk. */
  private static final Map<String, Integer> RATES = Map.of("A", 30, "B", 60, "C", 400, "D", 10_000);

  private final PlatformUnderTest platform;
  private UUID task = new UUID(0, 0);
  private UUID joining = new UUID(0, 0);

  private CityChild(PlatformUnderTest platform) {
    this.platform = platform;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    try (PlatformUnderTest platform = start(arguments)) {
      var child = new CityChild(platform);
      if (child.count("organisation.authority", "true") == 0) {
        new JointCityMaker(platform, Integer.parseInt(arguments[0])).make();
        child.open();
      }
      child.find();
      System.setOut(answers);
      Child.serve(child.answers());
    }
  }

  private static PlatformUnderTest start(String... arguments) throws Exception {
    String asJob = "--sunlot.tasking.pool-at-once=0";
    return arguments.length == 1
        ? PlatformUnderTest.start("city", c -> {}, asJob)
        : PlatformUnderTest.startOn(
            new Login(arguments[2], arguments[3], arguments[4]),
            new Login(arguments[5], arguments[6], arguments[7]),
            Path.of(arguments[1]),
            asJob);
  }

  private Map<String, Callable<Long>> answers() {
    Map<String, Callable<Long>> all = new HashMap<>();
    all.put("ready", () -> 0L);
    all.put("prepare", Timed.clock(() -> prepare(task, 0))::nanos);
    all.put("freeze", Timed.clock(() -> freeze(task, 0))::nanos);
    all.put("follow", Timed.clock(this::followBegun)::nanos);
    all.put("draw", Timed.clock(() -> hold(task, 0))::nanos);
    all.put("join-pool", Timed.clock(this::joinPool)::nanos);
    all.put("join", Timed.clock(() -> hold(joining, 1))::nanos);
    all.put("receive", Timed.clock(this::receive)::nanos);
    all.put("form", Timed.clock(this::form)::nanos);
    all.put("staff", Timed.clock(this::staff)::nanos);
    all.put("dispatch", Timed.clock(this::dispatch)::nanos);
    all.put("visits", () -> count("tasking.visit", "true"));
    all.put("joined", () -> count("tasking.visit_task", "NOT leads"));
    all.put("lists", () -> count("tasking.hand_down", "state = 'received'"));
    all.put("members", () -> count("tasking.visit_member", "true"));
    all.put("dispatched", () -> count("tasking.visit", "state = 'dispatched'"));
    all.put("peak", () -> Child.peak() >> 10);
    return all;
  }

  private void open() {
    List<Integer> others = new ArrayList<>();
    for (int line = 1; line < JointCityMaker.LINES.size(); line++) {
      others.add(line);
    }
    open(CITY, 0, others, Set.of(), RATES);
    open(JOINING, 1, List.of(0), Set.of("D"), Map.of("D", 10_000));
  }

  private void find() {
    task = read(UUID.class, "SELECT id FROM tasking.task WHERE title = ?", CITY);
    joining = read(UUID.class, "SELECT id FROM tasking.task WHERE title = ?", JOINING);
  }

  /** A task that goes down the lines, of a department and others that take part. */
  private void open(
      String title,
      int lead,
      List<Integer> others,
      Set<String> classes,
      Map<String, Integer> rates) {
    LocalDate today = LocalDate.now();
    signIn(JointCityMaker.department(lead));
    UUID id =
        platform
            .bean(OpenTask.class)
            .run(
                new OpenTask.OutsidePlan(
                    title,
                    Ground.CAMPAIGN_FROM_ABOVE,
                    "省局 2026 年第 1 号",
                    List.of(JointCityMaker.item(lead)),
                    new TargetFilter(Set.of(), Set.of(), Set.of(), classes),
                    rates,
                    today,
                    today.plusDays(60),
                    null,
                    "",
                    true,
                    new Company(others.stream().map(JointCityMaker::department).toList(), null)))
            .id();
    for (int other : others) {
      UUID department = JointCityMaker.department(other);
      signIn(department);
      UUID invitation =
          read(
              UUID.class,
              "SELECT id FROM tasking.invitation WHERE task_id = ? AND department_id = ?",
              id,
              department);
      platform
          .bean(AnswerInvitation.class)
          .accept(
              invitation,
              seen("tasking.invitation", invitation),
              List.of(JointCityMaker.item(other)));
    }
    signIn(JointCityMaker.department(lead));
    platform.bean(CompleteSetUp.class).run(id, seen("tasking.task", id));
  }

  private static void signIn(UUID department) {
    PlatformUnderTest.signIn(JointCityMaker.personOf(department));
  }

  private <T> T read(Class<T> type, String sql, Object... arguments) {
    return list(type, sql, arguments).get(0);
  }

  private <T> List<T> list(Class<T> type, String sql, Object... arguments) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                platform
                    .bean(TransactionTemplate.class)
                    .execute(
                        status ->
                            platform.bean(JdbcTemplate.class).queryForList(sql, type, arguments))));
  }

  private long count(String table, String condition) {
    return read(Long.class, "SELECT count(*) FROM " + table + " WHERE " + condition);
  }

  private IfMatch seen(String table, UUID id) {
    return new IfMatch(read(Integer.class, "SELECT version FROM " + table + " WHERE id = ?", id));
  }

  private void prepare(UUID of, int lead) {
    signIn(JointCityMaker.department(lead));
    platform.bean(PreparePool.class).run(of, seen("tasking.task", of));
    follow(of);
  }

  private void freeze(UUID of, int lead) {
    signIn(JointCityMaker.department(lead));
    platform.bean(FreezePool.class).run(of, seen("tasking.task", of), "");
    follow(of);
  }

  /** Waits for the work that another process began. */
  private void followBegun() {
    signIn(JointCityMaker.department(0));
    follow(task);
  }

  private void joinPool() {
    prepare(joining, 1);
    freeze(joining, 1);
  }

  private void follow(UUID of) {
    PoolRun run = platform.bean(PoolRuns.class).findLast(of).orElseThrow();
    UUID job = Objects.requireNonNull(run.jobId());
    while (!platform.bean(Jobs.class).get(job).state().ended()) {
      LockSupport.parkNanos(10_000_000);
    }
    PoolRun done = platform.bean(PoolRuns.class).findLast(of).orElseThrow();
    if (done.outcome() != PoolRun.Outcome.DONE) {
      throw new IllegalStateException("the work on the pool came to " + done);
    }
  }

  /** The ceremony of the last draw of a task, the draw, and the visits that come of it. */
  private void hold(UUID of, int lead) {
    signIn(JointCityMaker.department(lead));
    List<Draws.Draw> all = platform.bean(Draws.class).listOfTask(of);
    hold(all.get(all.size() - 1).id());
  }

  /** From where it stands; what was drawn is not drawn again. */
  private void hold(UUID id) {
    if (state(id).equals("prepared")) {
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
    }
    if (state(id).equals("revealed")) {
      platform.bean(RunDraw.class).run(id, seen("drawing.draw", id), null);
    }
  }

  private String state(UUID drawId) {
    return platform.bean(Draws.class).getDraw(drawId).state();
  }

  /** Every department of every county receives what came down its line, of both tasks. */
  private void receive() {
    for (int county : JointCityMaker.counties()) {
      for (int line = 0; line < JointCityMaker.LINES.size(); line++) {
        UUID department = JointCityMaker.department(county, line);
        signIn(department);
        for (UUID part :
            list(
                UUID.class,
                "SELECT id FROM tasking.hand_down WHERE department_id = ? AND state = 'handed-down'",
                department)) {
          platform.bean(ReceiveList.class).run(part, seen("tasking.hand_down", part));
        }
      }
    }
  }

  /** The department that leads in each county fixes the roster for its visits. */
  private void form() {
    for (int county : JointCityMaker.counties()) {
      UUID department = JointCityMaker.department(county, 0);
      String led = "department_id = '" + department + "'";
      // Of a tiny city a county may have no visit, and no part in the task.
      if (count("tasking.visit", led) > 0 && count("tasking.team_draw", led) == 0) {
        signIn(department);
        platform
            .bean(FormTeams.class)
            .run(task, seen("tasking.task", task), new TeamParts.Order(TeamWay.UNIFIED, null));
      }
    }
  }

  /** Each of them draws its teams. */
  private void staff() {
    for (int county : JointCityMaker.counties()) {
      UUID department = JointCityMaker.department(county, 0);
      signIn(department);
      for (UUID draw :
          list(
              UUID.class,
              "SELECT draw_id FROM tasking.team_draw WHERE department_id = ?",
              department)) {
        hold(draw);
      }
    }
  }

  /** Each of them sends its teams out. */
  private void dispatch() {
    for (int county : JointCityMaker.counties()) {
      UUID department = JointCityMaker.department(county, 0);
      String ready = "state = 'staffed' AND department_id = '" + department + "'";
      if (count("tasking.visit", ready) > 0) {
        signIn(department);
        platform.bean(DispatchTask.class).run(task, seen("tasking.task", task));
      }
    }
  }
}
