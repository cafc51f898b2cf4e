package cn.sunlot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.Login;
import cn.sunlot.schema.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform is killed in the midst of every step of a city's task; the next process goes on, and
 * nothing is drawn or sent out twice, or by half.
 *
 * <p>Each step is held where it must wait for a table that the test has locked: what it did before
 * is done and not committed.
 */
@Tag("deep")
class CityKilledTest {

  private static final int TARGETS = 6_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Child start(TestDatabase database) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(TARGETS), folder.toString()));
    for (Login login : List.of(database.owner(), database.platform())) {
      arguments.addAll(List.of(login.url(), login.user(), login.password()));
    }
    return Scale.TINY.child(CityChild.class, "512m", arguments.toArray(String[]::new));
  }

  /** Kills the platform when this step waits to write to this table. */
  private void killIn(TestDatabase database, String step, String table) throws Exception {
    try (Connection holder = database.superuser().connect()) {
      holder.setAutoCommit(false);
      try (Child child = start(database)) {
        child.ask("ready");
        execute(holder, "LOCK TABLE " + table + " IN SHARE MODE");
        child.tell(step);
        await(database, table);
        child.kill();
      }
      holder.rollback();
    }
    // The server notices that nobody is there any more, and takes back what was not committed.
    awaitNone(database, "pg_stat_activity WHERE usename = '" + TestDatabase.PLATFORM_USER + "'");
  }

  private static void await(TestDatabase database, String table) throws Exception {
    String waiting = "pg_locks WHERE NOT granted AND relation = '" + table + "'::regclass";
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(database, waiting) == 0) {
      assertThat(System.nanoTime()).as("nothing waits for " + table).isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static void awaitNone(TestDatabase database, String from) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(database, from) > 0) {
      assertThat(System.nanoTime()).as(from).isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private void finish(TestDatabase database, String... steps) throws Exception {
    try (Child child = start(database)) {
      for (String step : steps) {
        child.ask(step);
      }
    }
    awaitNone(database, "pg_stat_activity WHERE usename = '" + TestDatabase.PLATFORM_USER + "'");
  }

  @Test
  void killed_in_the_midst_of_any_step_the_next_process_finishes_it_once() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      killIn(database, "prepare", "tasking.pool");
      assertThat(count(database, "tasking.pool_line")).isZero();
      // It was a job: another process takes it up by itself.
      finish(database, "follow");
      assertThat(count(database, "tasking.pool_line")).isEqualTo(TARGETS);
      killIn(database, "freeze", "drawing.draw");
      assertThat(count(database, "drawing.draw")).isZero();
      finish(database, "follow");
      killIn(database, "draw", "drawing.drawn_target");
      assertThat(count(database, "drawing.outcome")).isZero();
      killIn(database, "draw", "tasking.visit_item");
      assertThat(count(database, "drawing.drawn_target")).isZero();
      assertThat(count(database, "tasking.visit")).isZero();
      finish(database, "draw", "join-pool");
      long visits = count(database, "tasking.visit");
      assertThat(visits).isEqualTo(count(database, "drawing.drawn_target")).isBetween(100L, 200L);

      killIn(database, "join", "tasking.visit_item");
      assertThat(count(database, "tasking.visit_task WHERE NOT leads")).isZero();
      killIn(database, "join", "burden.mark");
      finish(database, "join");
      assertThat(count(database, "tasking.visit")).isEqualTo(visits);
      assertThat(count(database, "tasking.visit_task WHERE NOT leads"))
          .isEqualTo(count(database, "audit.entry WHERE type = 'visit-merged'"))
          .isGreaterThan(50);

      killIn(database, "receive", "tasking.visit_item");
      finish(database, "receive");
      assertThat(count(database, "tasking.hand_down WHERE state = 'handed-down'")).isZero();

      killIn(database, "form", "tasking.team_draw");
      finish(database, "form");
      killIn(database, "staff", "tasking.visit_member");
      assertThat(count(database, "drawing.filled_slot")).isZero();
      finish(database, "staff");
      assertThat(count(database, "tasking.visit_member")).isEqualTo(10 * visits);
      assertThat(count(database, "drawing.filled_slot")).isEqualTo(10 * visits);
      assertThat(count(database, "audit.entry WHERE type = 'team-formed'")).isEqualTo(visits);

      killIn(database, "dispatch", "audit.entry");
      assertThat(count(database, "tasking.visit WHERE state = 'dispatched'")).isZero();
      finish(database, "dispatch");
      assertThat(count(database, "tasking.visit WHERE state = 'dispatched'")).isEqualTo(visits);
      assertThat(count(database, "audit.entry WHERE type = 'visit-dispatched'")).isEqualTo(visits);
      nothingIsThereTwice(database);
    }
  }

  private static void nothingIsThereTwice(TestDatabase database) throws Exception {
    for (String twice :
        List.of(
            "SELECT target_id FROM tasking.visit GROUP BY 1 HAVING count(*) > 1",
            "SELECT target_id, ref, source FROM burden.mark GROUP BY target_id, ref, source, joint,"
                + " department_ids HAVING count(*) > 1",
            "SELECT number FROM tasking.visit GROUP BY 1 HAVING count(*) > 1",
            "SELECT task_id FROM drawing.draw WHERE purpose = 'targets' GROUP BY 1"
                + " HAVING count(*) > 1",
            "SELECT department_id FROM tasking.team_draw GROUP BY 1 HAVING count(*) > 1")) {
      assertThat(count(database, "(" + twice + ") AS twice")).as(twice).isZero();
    }
    // Numbers have no gaps: what was rolled back gave its numbers back.
    assertThat(count(database, "tasking.visit"))
        .isEqualTo(
            count(
                database,
                "generate_series(1, (SELECT max(last) FROM kernel.number WHERE kind = 'V'))"));
  }

  private static long count(TestDatabase database, String from) throws SQLException {
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
