package cn.sunlot.audit;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.kernel.access.SystemWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A platform that writes entries until it is killed, or has written as many as it was told.
 * Arguments: address, user and password of the database, folder, number of entries. Prints a line
 * for every hundred, and {@code done} when all have their places.
 */
final class LoggingChild {

  private static final int WRITERS = 8;

  private LoggingChild() {}

  public static void main(String... arguments) throws Exception {
    ConfigurableApplicationContext platform =
        new SpringApplication(SunlotPlatform.class)
            .run(
                "--spring.datasource.url=" + arguments[0],
                "--spring.datasource.username=" + arguments[1],
                "--spring.datasource.password=" + arguments[2],
                "--spring.datasource.hikari.maximum-pool-size=" + (WRITERS + 4),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--sunlot.log.origin=killed.test/log",
                "--sunlot.files=" + arguments[3] + "/files",
                "--sunlot.keys=" + arguments[3] + "/keys",
                "--logging.level.root=ERROR");
    write(platform, Integer.parseInt(arguments[4]));
    JdbcTemplate database = platform.getBean(JdbcTemplate.class);
    while (!Integer.valueOf(0)
        .equals(database.queryForObject("SELECT count(*) FROM audit.waiting", Integer.class))) {
      Thread.onSpinWait();
    }
    System.out.println("done");
    platform.close();
  }

  /** Fails with the first writer that does. */
  private static void write(ConfigurableApplicationContext platform, int entries) throws Exception {
    AtomicInteger left = new AtomicInteger(entries);
    AtomicInteger written = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      String ref = "killed-" + w / 2;
      writers.add(
          threads.submit(
              () -> {
                while (left.getAndDecrement() > 0) {
                  one(platform, ref);
                  int now = written.incrementAndGet();
                  if (now % 100 == 0) {
                    System.out.println(now);
                  }
                }
              }));
    }
    threads.shutdown();
    for (Future<?> writer : writers) {
      writer.get();
    }
  }

  /** An entry of a ref, numbered under the lock of a row, as the rows of business things are. */
  private static void one(ConfigurableApplicationContext platform, String ref) {
    JdbcTemplate database = platform.getBean(JdbcTemplate.class);
    SystemWork.run(
        () ->
            platform
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                    s -> {
                      Integer n =
                          database.queryForObject(
                              "INSERT INTO kernel.number VALUES (md5(?)::uuid, 'test', 2026, 1) ON"
                                  + " CONFLICT (authority_id, kind, year) DO UPDATE SET last ="
                                  + " number.last + 1 RETURNING last",
                              Integer.class,
                              ref);
                      platform
                          .getBean(AuditLog.class)
                          .record("signed-in", ref, Map.of("n", n == null ? 0 : n));
                    }));
  }
}
