package cn.sunlot.bench;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.usecase.AddTarget;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The platform on a durable database of its own; eight people add targets, with and without an
 * entry of the record. Argument: how many each of them adds.
 */
final class LogChild {

  static final int WRITERS = 8;

  /** As long as the answer of this command, about. */
  private static final byte[] ANSWER = new byte[500];

  private final SwitchedRecord record;
  private final AddTarget add;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final int each;
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private final ExecutorService watcher = Executors.newSingleThreadExecutor();

  /** Nanoseconds that an entry waited for its place. */
  private final AtomicLong slowest = new AtomicLong();

  private LogChild(ConfigurableApplicationContext platform, SwitchedRecord record, int each) {
    this.record = record;
    this.add = platform.getBean(AddTarget.class);
    this.database = platform.getBean(JdbcTemplate.class);
    this.transaction = platform.getBean(TransactionTemplate.class);
    this.each = each;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Path folder = Files.createTempDirectory("sunlot-bench-log-");
    EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  database.close();
                  FileSystemUtils.deleteRecursively(folder.toFile());
                }));
    Migrations.migrate(database.owner());
    Login login = AppLogins.generated(database.owner(), AppRole.PLATFORM, database.passwords());
    SpringApplication application = new SpringApplication(SunlotPlatform.class);
    application.setRegisterShutdownHook(false);
    SwitchedRecord record = new SwitchedRecord();
    application.addInitializers(c -> c.getBeanFactory().addBeanPostProcessor(record));
    ConfigurableApplicationContext platform =
        application.run(
            "--spring.datasource.url=" + login.url(),
            "--spring.datasource.username=" + login.user(),
            "--spring.datasource.password=" + login.password(),
            "--spring.datasource.hikari.maximum-pool-size=" + (WRITERS + 4),
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--sunlot.files=" + folder.resolve("files"),
            "--sunlot.keys=" + folder.resolve("keys"),
            "--logging.level.root=OFF");
    LogChild child = new LogChild(platform, record, Integer.parseInt(arguments[0]));
    child.run(false);
    child.run(true);
    learnSizes(database.owner());
    child.slowest.set(0);
    System.setOut(answers);
    Child.serve(
        Map.of(
            "with", Timed.clock(() -> child.run(true))::nanos,
            "without", Timed.clock(() -> child.run(false))::nanos,
            "slowest", child.slowest::get));
    child.threads.shutdown();
    child.watcher.shutdown();
    platform.close();
    database.close();
  }

  /**
   * As PostgreSQL does by itself within minutes: plans that it makes for an empty registry, and
   * keeps meanwhile, are not what a registry is worked with.
   */
  private static void learnSizes(Login owner) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE registry.target");
    }
  }

  /** All transactions; with entries it ends when each of them has its place in the log. */
  private void run(boolean entries) throws Exception {
    record.keep(entries);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      SignedIn person = person(w);
      writers.add(() -> write(person));
    }
    AtomicBoolean writing = new AtomicBoolean(true);
    Future<?> watch = watcher.submit(() -> watch(writing));
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    writing.set(false);
    watch.get();
    while (entries && waiting() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Follows one committed entry after the other, from the queue to its place. */
  private void watch(AtomicBoolean writing) {
    while (writing.get()) {
      LockSupport.parkNanos(20_000_000);
      Long last = database.queryForObject("SELECT max(entry_id) FROM audit.waiting", Long.class);
      long seen = System.nanoTime();
      while (last != null && waits(last)) {
        LockSupport.parkNanos(5_000_000);
      }
      slowest.accumulateAndGet(System.nanoTime() - seen, Math::max);
    }
  }

  private boolean waits(long entry) {
    return Boolean.TRUE.equals(
        database.queryForObject(
            "SELECT EXISTS (SELECT FROM audit.waiting WHERE entry_id = ?)", Boolean.class, entry));
  }

  private static SignedIn person(int number) {
    UUID id = new UUID(1, number);
    return new SignedIn(id, "张三", "zhangsan", id, Scope.of(id, Set.of(id)), Set.of(), Set.of());
  }

  private int waiting() {
    Integer count = database.queryForObject("SELECT count(*) FROM audit.waiting", Integer.class);
    return count == null ? 0 : count;
  }

  private Void write(SignedIn person) {
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(person, "", List.of()));
    for (int i = 0; i < each; i++) {
      transaction.executeWithoutResult(s -> one(person));
    }
    return null;
  }

  /** What the platform does for POST /api/targets: the command's key, the change, the answer. */
  private void one(SignedIn person) {
    UUID key = UUID.randomUUID();
    database.update(
        "INSERT INTO kernel.command (key, person_id, method, path, at) VALUES (?, ?, 'POST',"
            + " '/api/targets', now()) ON CONFLICT DO NOTHING",
        key,
        person.personId());
    add.run("equipment:" + key, boiler(key));
    database.update("UPDATE kernel.command SET status = 200, body = ? WHERE key = ?", ANSWER, key);
  }

  /** Each with a name of its own: one name for all would make its index useless. */
  private static TargetContent boiler(UUID key) {
    return new TargetContent(
        "山东某某化工有限公司锅炉 " + key,
        "equipment",
        "370303",
        "淄博市张店区金晶大道 100 号",
        "B",
        List.of("重点用能"),
        "李四",
        "0533-0000000");
  }
}
