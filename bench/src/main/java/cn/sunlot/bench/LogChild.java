package cn.sunlot.bench;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.schema.AppLogins;
import cn.sunlot.schema.AppRole;
import cn.sunlot.schema.EmbeddedDatabase;
import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform on a durable database of its own; eight writers commit business transactions, with
 * and without an entry of the record. Argument: transactions of a writer.
 */
final class LogChild {

  static final int WRITERS = 8;
  private static final byte[] ANSWER = new byte[2_000];

  private final AuditLog audit;
  private final Numbers numbers;
  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final int each;
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

  private LogChild(ConfigurableApplicationContext platform, int each) {
    this.audit = platform.getBean(AuditLog.class);
    this.numbers = platform.getBean(Numbers.class);
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
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    Migrations.migrate(database.owner());
    Login login = AppLogins.generated(database.owner(), AppRole.PLATFORM, database.passwords());
    SpringApplication application = new SpringApplication(SunlotPlatform.class);
    application.setRegisterShutdownHook(false);
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
    LogChild child = new LogChild(platform, Integer.parseInt(arguments[0]));
    System.setOut(answers);
    Child.serve(
        Map.of(
            "with", Timed.clock(() -> child.run(true))::nanos,
            "without", Timed.clock(() -> child.run(false))::nanos));
    child.threads.shutdown();
    platform.close();
    database.close();
  }

  /** All transactions; with entries it ends when each of them has its place in the log. */
  private void run(boolean entries) throws Exception {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      UUID authority = new UUID(1, w);
      writers.add(() -> write(authority, entries));
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    while (entries && waiting() > 0) {
      Thread.onSpinWait();
    }
  }

  private int waiting() {
    Integer count = database.queryForObject("SELECT count(*) FROM audit.waiting", Integer.class);
    return count == null ? 0 : count;
  }

  private Void write(UUID authority, boolean entries) {
    for (int i = 0; i < each; i++) {
      SystemWork.run(() -> transaction.executeWithoutResult(s -> one(authority, entries)));
    }
    return null;
  }

  /** As little as any command of the platform does: its key, a number, its answer. */
  private void one(UUID authority, boolean entries) {
    UUID key = UUID.randomUUID();
    database.update(
        "INSERT INTO kernel.command (key, person_id, method, path, at) VALUES (?, ?, 'POST',"
            + " '/api/tasks', now())",
        key,
        authority);
    String number = numbers.next(authority, "T", 2026);
    if (entries) {
      audit.record(
          authority,
          "task-opened",
          number,
          Map.of("title", "重点用能单位节能监察", "line", authority.toString(), "ground", "plan"));
    }
    database.update("UPDATE kernel.command SET status = 200, body = ? WHERE key = ?", ANSWER, key);
  }
}
