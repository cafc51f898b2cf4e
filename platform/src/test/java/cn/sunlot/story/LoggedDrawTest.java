package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.TRANSCRIPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.TestJobs;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.usecase.PlaceEntries;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Outcome.Status;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A draw of the platform, with what the public log has of it, as a stranger verifies it. */
class LoggedDrawTest extends StoryTest {

  @Autowired private PlaceEntries place;
  @Autowired private LogKeys keys;
  @Autowired private TestJobs jobs;
  @Autowired private DSLContext database;

  @Autowired private AuditLog audit;
  @Autowired private TransactionTemplate transaction;

  @TempDir private Path folder;

  private Report verify(String draw) throws Exception {
    byte[] zip =
        database
            .select(TRANSCRIPT.CONTENT)
            .from(TRANSCRIPT)
            .where(TRANSCRIPT.DRAW_ID.eq(UUID.fromString(draw)))
            .fetchSingle(TRANSCRIPT.CONTENT);
    Path file = folder.resolve("transcript.zip");
    Files.write(file, zip);
    return Verifier.of(Suites.sha256())
        .withLog(TranscriptLogCheck.of(Suites.sha256()).signedBy(keys.verifiers()))
        .verify(file);
  }

  private static List<Status> statuses(Report report, Check... checks) {
    return List.of(checks).stream().map(c -> report.of(c).status()).toList();
  }

  @Test
  @Clause({"TZ-4", "PDS-5"})
  void the_transcript_gets_the_proofs_of_all_steps_as_soon_as_the_last_is_signed()
      throws Exception {
    String draw = drawnOpen();
    assertThat(statuses(verify(draw), Check.V6, Check.V13)).containsOnly(Status.NOT_CHECKED);
    place.run();
    jobs.runRecurring();
    Report report = verify(draw);
    assertThat(report.findings()).isEmpty();
    assertThat(statuses(report, Check.V6, Check.V7, Check.V11, Check.V13))
        .containsOnly(Status.PASSED);
  }

  @Test
  @Clause("ZB-9")
  void the_next_step_is_refused_while_the_step_before_is_in_no_signed_checkpoint()
      throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode draw = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null)).at("/draws/0");
    String id = draw.get("id").asString();
    chain.draw(bureau, id, "add-witness", Chain.witness());
    String ref = detail(id).get("drawId").asString();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    // Somebody's entry about this draw is written and not committed; a later one is.
    Future<?> open = threads.submit(() -> inTransaction(ref, written, end));
    assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
    chain.draw(bureau, id, "declare-source", Map.of("kind", "dice", "count", 20));
    int version = detail(id).get("version").asInt();
    chain
        .api()
        .send(bureau, "officer", "/api/draws/" + id + "/commit", version, Map.of())
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.step-not-logged"));
    end.countDown();
    open.get(30, TimeUnit.SECONDS);
    threads.shutdown();
    chain.draw(bureau, id, "commit", Map.of());
    assertThat(detail(id).get("state").asString()).isEqualTo("committed");
  }

  private JsonNode detail(String id) throws Exception {
    return chain.api().body(chain.api().read(bureau, "officer", "/api/draws/" + id));
  }

  private void inTransaction(String ref, CountDownLatch written, CountDownLatch end) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  audit.record("draw-opening-shown", ref, Map.of());
                  written.countDown();
                  try {
                    end.await(60, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }
}
