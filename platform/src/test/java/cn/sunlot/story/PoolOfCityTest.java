package cn.sunlot.story;

import static cn.sunlot.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.TestJobs;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A pool that takes long is prepared and frozen as a job: nothing by half, nothing twice. */
@TestPropertySource(properties = "sunlot.tasking.pool-at-once=0")
class PoolOfCityTest extends StoryTest {

  @Autowired private TestJobs jobs;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;

  private String begun(String command, String task) throws Exception {
    chain.ok(chain.taskCommand(bureau, task, command, null));
    JsonNode run = plan(task).get("run");
    assertThat(run.get("outcome").asString()).isEqualTo("running");
    return run.get("jobId").asString();
  }

  private JsonNode plan(String task) throws Exception {
    return chain.ok(chain.api().read(bureau, "officer", "/api/tasks/" + task + "/pool-plan"));
  }

  private String opened() throws Exception {
    return chain.openTask(bureau, line).get("id").asString();
  }

  private void system(String sql, Object... arguments) {
    SystemWork.run(() -> transaction.executeWithoutResult(status -> jdbc.update(sql, arguments)));
  }

  private void kill(String job) {
    system(
        "UPDATE kernel.job SET state = 'running', attempts = 1 WHERE id = ?", UUID.fromString(job));
    system(
        "UPDATE kernel.scheduled_task SET picked = true, picked_by = 'dead',"
            + " last_heartbeat = execution_time - interval '1 day' WHERE task_instance = ?",
        job);
  }

  @Test
  @Clause({"ZB-9", "ZB-12"})
  void it_is_prepared_and_frozen_by_jobs_and_meanwhile_nothing_else_is_done_with_it()
      throws Exception {
    String task = opened();
    begun("prepare-pool", task);
    assertThat(chain.task(bureau, task).get("allowedCommands")).isEmpty();
    chain
        .taskCommand(bureau, task, "prepare-pool", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking.pool-under-way"));
    jobs.runDue();
    JsonNode prepared = plan(task);
    assertThat(prepared.get("run").get("outcome").asString()).isEqualTo("done");
    assertThat(prepared.get("frame").asInt()).isEqualTo(44);
    assertThat(prepared.get("quota").asInt()).isEqualTo(4);
    begun("freeze-pool", task);
    assertThat(chain.task(bureau, task).get("state").asString()).isEqualTo("pool-ready");
    jobs.runDue();
    JsonNode frozen = chain.task(bureau, task);
    assertThat(frozen.get("state").asString()).isEqualTo("drawing-targets");
    assertThat(frozen.get("draws")).hasSize(1);
    chain.hold(bureau, frozen.at("/draws/0/id").asString());
    assertThat(chain.visits(bureau, task)).hasSize(4);
  }

  @Test
  @Clause({"ZB-9", "PDS-15"})
  void after_a_kill_another_node_goes_on_and_freezes_it_once() throws Exception {
    String task = opened();
    kill(begun("prepare-pool", task));
    jobs.runDue();
    assertThat(plan(task).get("run").get("outcome").asString()).isEqualTo("running");
    jobs.reviveDead();
    assertThat(plan(task).get("run").get("outcome").asString()).isEqualTo("done");
    String job = begun("freeze-pool", task);
    jobs.runDue();
    // Killed between the commit of the work and that of the job's end.
    system(
        "UPDATE kernel.job SET ended_at = NULL, state = 'running' WHERE id = ?",
        UUID.fromString(job));
    system(
        "INSERT INTO kernel.scheduled_task (task_name, task_instance, execution_time, picked,"
            + " version) VALUES ('job', ?, TIMESTAMPTZ '2026-01-01', false, 1)",
        job);
    jobs.runDue();
    assertThat(
            chain
                .ok(chain.api().read(bureau, "officer", "/api/jobs/" + job))
                .get("state")
                .asString())
        .as("it was begun once more")
        .isEqualTo("done");
    assertThat(chain.task(bureau, task).get("draws")).hasSize(1);
    assertThat(chain.task(bureau, task).get("state").asString()).isEqualTo("drawing-targets");
  }

  @Test
  @Clause("ZB-9")
  void a_pool_that_changed_since_it_was_shown_is_not_frozen_and_the_page_says_who_changed()
      throws Exception {
    String task = opened();
    begun("prepare-pool", task);
    jobs.runDue();
    chain.addTargets(bureau, "A", 2);
    begun("freeze-pool", task);
    jobs.runDue();
    JsonNode run = plan(task).get("run");
    assertThat(run.get("outcome").asString()).isEqualTo("refused");
    JsonNode problem = run.get("problem");
    assertThat(problem.get("type").asString()).isEqualTo("urn:sunlot:problem:tasking.pool-stale");
    assertThat(problem.get("detail").asString()).contains("有 2 户").contains("企业 A");
    assertThat(problem.get("now").asString()).isNotBlank();
    assertThat(chain.task(bureau, task).get("state").asString()).isEqualTo("pool-ready");
    assertThat(chain.task(bureau, task).get("draws")).isEmpty();
  }

  @Test
  void one_that_is_asked_to_stop_leaves_the_pool_as_it_was() throws Exception {
    String task = opened();
    begun("prepare-pool", task);
    jobs.runDue();
    String job = begun("prepare-pool", task);
    chain.addTargets(bureau, "A", 5);
    chain.ok(chain.api().send(bureau, "officer", "/api/jobs/" + job + "/cancel", null, Map.of()));
    jobs.runDue();
    JsonNode plan = plan(task);
    assertThat(plan.get("run").get("outcome").asString()).isEqualTo("cancelled");
    assertThat(plan.get("frame").asInt()).isEqualTo(44);
    assertThat(chain.task(bureau, task).get("allowedCommands")).isNotEmpty();
  }

  @Test
  @Clause("PDS-15")
  void the_database_itself_refuses_to_change_a_frozen_pool() throws Exception {
    String task = opened();
    begun("prepare-pool", task);
    jobs.runDue();
    begun("freeze-pool", task);
    jobs.runDue();
    for (String change :
        new String[] {
          "DELETE FROM tasking.pool_line WHERE task_id = ?",
          "UPDATE tasking.pool_line SET excluded = 'exempt' WHERE task_id = ?"
        }) {
      assertThatThrownBy(() -> system(change, UUID.fromString(task)))
          .as(change)
          .hasMessageContaining("frozen");
    }
    assertRefused(
        chain.taskCommand(bureau, task, "prepare-pool", null), "tasking.list-immutable", "ZB-9");
  }
}
