package cn.sunlot.bench;

import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.usecase.AddTarget;
import java.io.PrintStream;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

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

  private LogChild(PlatformUnderTest platform, SwitchedRecord record, int each) {
    this.record = record;
    this.add = platform.bean(AddTarget.class);
    this.database = platform.bean(JdbcTemplate.class);
    this.transaction = platform.bean(TransactionTemplate.class);
    this.each = each;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    SwitchedRecord record = new SwitchedRecord();
    PlatformUnderTest platform =
        PlatformUnderTest.start(
            "log",
            c -> c.getBeanFactory().addBeanPostProcessor(record),
            "--spring.datasource.hikari.maximum-pool-size=" + (WRITERS + 4));
    LogChild child = new LogChild(platform, record, Integer.parseInt(arguments[0]));
    try {
      child.run(false);
      child.run(true);
      platform.learnSizes();
      child.slowest.set(0);
      System.setOut(answers);
      Child.serve(
          Map.of(
              "with", Timed.clock(() -> child.run(true))::nanos,
              "without", Timed.clock(() -> child.run(false))::nanos,
              "slowest", child.slowest::get));
    } finally {
      // Whatever went wrong: who waits for an answer must see the end.
      child.threads.shutdownNow();
      child.watcher.shutdownNow();
      platform.close();
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
    while (writing.get() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(20_000_000);
      Long last = database.queryForObject("SELECT max(entry_id) FROM audit.waiting", Long.class);
      long seen = System.nanoTime();
      while (last != null && waits(last) && !Thread.currentThread().isInterrupted()) {
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
    PlatformUnderTest.signIn(person);
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
    add.run("bench:" + key, company(key));
    database.update("UPDATE kernel.command SET status = 200, body = ? WHERE key = ?", ANSWER, key);
  }

  /** Each with a name of its own: one name for all would make its index useless. */
  private static TargetContent company(UUID key) {
    return new TargetContent(
        "山东某某化工有限公司 " + key,
        "enterprise",
        "370303",
        "淄博市张店区金晶大道 100 号",
        "B",
        List.of("重点用能"),
        "李四",
        "0533-0000000");
  }
}
