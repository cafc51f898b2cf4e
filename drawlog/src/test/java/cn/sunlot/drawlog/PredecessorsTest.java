package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.InspectorSample;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Draws before this one, as the whole log shows them: replaced, void, passed over (V14). */
class PredecessorsTest extends AmongOthers {

  @Test
  void an_earlier_commitment_for_the_same_task_must_be_named() throws IOException {
    Commitment earlier = other("D-1", "T-2026-0012", "");
    LogFindings found = among(l -> commit(l, earlier), AmongOthers::nothing);
    assertThat(lines(found))
        .containsExactly(
            "V14 whole-log/payload/0.json:1: there was an earlier commitment for the same task and"
                + " purpose, D-1 (entry 0, "
                + earlier.hash(Suite.SHA256)
                + "), which is not among those that this draw replaces");
  }

  @Test
  void other_tasks_purposes_and_bodies_do_not_matter_nor_what_came_later() throws IOException {
    Transcript inspectors = new InspectorSample(3).transcript();
    Commitment same = other("D-1", "T-2026-0012", "");
    Commitment matching =
        new Commitment(
            "sha256",
            "D-2",
            "T-2026-0012",
            same.profile(),
            inspectors.commitment().subject(),
            same.chain(),
            same.parties(),
            same.sources(),
            same.revealBy(),
            same.openBy(),
            "");
    LogFindings found =
        among(
            l -> {
              commit(l, other("D-3", "T-3", ""));
              commit(l, matching);
              commit(l.by("another bureau"), same);
              l.by(SampleLog.ORG);
            },
            l -> commit(l, other("D-4", "T-2026-0012", "")));
    assertThat(lines(found)).isEmpty();
  }

  private LogFindings successor(Consumer<SampleLog> before, String previous) throws IOException {
    before.accept(log);
    log.publish();
    Transcript draw = new Sample(Suite.SHA256, 6, "D-6", "T-6", previous).transcript();
    return check(new Script(draw).logged(log));
  }

  @Test
  void a_successor_names_draws_that_are_void() throws IOException {
    Commitment first = other("D-1", "T-6", "");
    String one = first.hash(Suite.SHA256);
    Commitment second = other("D-2", "T-6", one);
    String two = second.hash(Suite.SHA256);
    LogFindings found =
        successor(
            l -> {
              commit(l, first);
              giveUp(l, "D-1", one);
              commit(l, second);
              giveUp(l, "D-2", two);
            },
            two);
    assertThat(lines(found)).isEmpty();
    assertThat(found.notChecked()).isEmpty();
  }

  @Test
  void a_successor_of_a_draw_that_is_not_void_is_refused() throws IOException {
    Commitment first = other("D-1", "T-6", "");
    String one = first.hash(Suite.SHA256);
    String message =
        "V14 commitment.json:1: $.previous: the draw D-1 ("
            + one
            + ") is not declared void in the log before this commitment";
    LogFindings found =
        successor(
            l -> {
              commit(l, first);
              // A declaration about another draw, or of another hash, is none for this one.
              giveUp(l, "D-2", one);
              giveUp(l, "D-1", "0".repeat(64));
            },
            one);
    assertThat(lines(found)).containsExactly(message);
  }

  @Test
  void a_void_that_comes_too_late_does_not_do() throws IOException {
    Commitment first = other("D-1", "T-6", "");
    String one = first.hash(Suite.SHA256);
    commit(log, first);
    Transcript draw = new Sample(Suite.SHA256, 6, "D-6", "T-6", one).transcript();
    Transcript logged = new Script(draw).logged(log);
    giveUp(log, "D-1", one);
    log.publish();
    assertThat(lines(check(logged))).singleElement().asString().contains("is not declared void");
  }

  @Test
  void a_previous_draw_that_is_not_in_the_log_is_refused() throws IOException {
    LogFindings found = successor(AmongOthers::nothing, "5".repeat(64));
    assertThat(lines(found))
        .containsExactly(
            "V14 commitment.json:1: $.previous: no earlier commitment in the log has the hash "
                + "5".repeat(64));
  }

  @Test
  void payloads_of_commitments_must_be_public_and_true() throws IOException {
    commit(log, other("D-1", "T-1", ""));
    log.publish();
    Transcript logged = new Script(DRAW).logged(log);
    check(logged);
    Path payload = folder.resolve("whole/payload/0.json");
    String text = Files.readString(payload);
    Files.writeString(payload, text.replace("\"T-1\"", "\"T-2\""));
    assertThat(lines(against(logged, folder.resolve("whole"))))
        .singleElement()
        .asString()
        .startsWith("V14 whole-log/payload/0.json:1: salt and payload have the hash ");
    Files.writeString(payload, "{}");
    assertThat(lines(against(logged, folder.resolve("whole"))))
        .containsExactly("V14 whole-log/payload/0.json:1: $: member \"payload\" is missing");
    Files.delete(payload);
    assertThat(lines(against(logged, folder.resolve("whole"))))
        .containsExactly(
            "V14 whole-log/payload/0.json:1: the payload of draw-committed (entry 0, D-1) must be"
                + " public and is missing");
  }

  @Test
  void a_commitment_entered_under_another_name_is_refused() throws IOException {
    Commitment earlier = other("D-1", "T-1", "");
    LogFindings found =
        among(
            l -> l.add("draw-committed", "2026-11-19T09:00:00Z", "D-2", earlier.json()),
            AmongOthers::nothing);
    assertThat(lines(found))
        .containsExactly(
            "V14 whole-log/payload/0.json:1: the entry is about \"D-2\", expected is \"D-1\"");
  }
}
