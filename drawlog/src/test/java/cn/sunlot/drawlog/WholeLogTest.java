package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.InspectorSample;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.Sample;
import cn.sunlot.translog.BadNote;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the whole log can show: other commitments, other histories, draws passed over. */
class WholeLogTest {

  private static final Transcript DRAW = new Sample(Suite.SHA256, 1).transcript();
  private static final String HASH = DRAW.commitment().hash(Suite.SHA256);
  private static final String LATE = "2026-11-20T20:00:00Z";

  @TempDir Path folder;
  private final SampleLog log = new SampleLog(4, SampleLog.WITNESS_1);

  private LogFindings check(Transcript logged) throws IOException {
    log.write(folder.resolve("whole"));
    return against(logged, folder.resolve("whole"));
  }

  private LogFindings against(Transcript logged, Path whole) throws IOException {
    Path place = folder.resolve("t");
    logged.writeFolder(place);
    TranscriptLogCheck check = TranscriptLogCheck.of(Samples.BOTH).in(new LogFolder(whole));
    return Checking.check(place, logged, check);
  }

  /** A draw and its log, in which something else came before and after. */
  private LogFindings among(Consumer<SampleLog> before, Consumer<SampleLog> after)
      throws IOException {
    before.accept(log);
    log.publish();
    Transcript logged = new Script(DRAW).logged(log);
    after.accept(log);
    log.publish();
    return check(logged);
  }

  private static void nothing(SampleLog log) {
    log.other("2026-11-19T08:00:00Z");
  }

  private static Commitment other(String draw, String task, String previous) {
    return new Sample(Suite.SHA256, 9, draw, task, previous).transcript().commitment();
  }

  private static void commit(SampleLog log, Commitment commitment) {
    log.add("draw-committed", "2026-11-19T09:00:00Z", commitment.draw(), commitment.json());
  }

  private static void giveUp(SampleLog log, String draw, String hash) {
    Json payload = StepPayload.voided(hash, "given-up", List.of(), "reason", "approver");
    log.add("draw-void", "2026-11-19T10:00:00Z", draw, payload);
  }

  private static List<String> lines(LogFindings found) {
    return Checking.lines(found.findings());
  }

  @Test
  void a_draw_alone_in_its_log_holds() throws IOException {
    LogFindings found = among(WholeLogTest::nothing, WholeLogTest::nothing);
    assertThat(lines(found)).isEmpty();
    assertThat(found.notChecked()).isEmpty();
    assertThat(Checking.remarks(found.notes()))
        .contains("V6 the whole log of " + log.size() + " entries was looked at")
        .noneMatch(note -> note.contains("only the entries"));
  }

  @Test
  void another_commitment_for_the_draw_is_found_wherever_it_hides() throws IOException {
    commit(log, other("D-2026-0007", "T-77", ""));
    log.publish();
    Transcript logged = new Script(DRAW).logged(log);
    var files = new java.util.TreeMap<>(logged.log());
    files.keySet().removeIf(name -> name.startsWith("log/0/"));
    files.remove("log/1/consistency.txt");
    assertThat(lines(check(logged.logged(files))))
        .containsExactly(
            "V6 whole-log/tile/entries/000.p/"
                + log.size()
                + ": entry 0 of the log is another commitment for this draw: there may be one only");
  }

  @Test
  void a_commitment_that_follows_is_found_as_well() throws IOException {
    Commitment second = other("D-2026-0007", "T-77", "");
    LogFindings found = among(WholeLogTest::nothing, l -> commit(l, second));
    assertThat(found.findings()).extracting(Finding::check).containsExactly(Check.V6);
    assertThat(lines(found).get(0)).contains("is another commitment for this draw");
  }

  @Test
  void a_step_that_the_transcript_keeps_back_is_found() throws IOException {
    Script script = new Script(DRAW);
    Script.Act nonce = script.acts.get(script.find(StepType.REVEALED, 0));
    script.acts.add(2, nonce.with("nonce", Json.of("1".repeat(64))));
    Transcript logged = script.logged(log);
    var files = new java.util.TreeMap<>(log.of("D-2026-0007").files(log.tree()));
    files.keySet().removeIf(name -> name.startsWith("log/1/"));
    LogFindings found = check(logged.logged(files));
    assertThat(lines(found))
        .contains(
            "V13 whole-log/tile/entries/000.p/"
                + log.size()
                + ": the log has draw-revealed for this draw (entry 1), which the transcript"
                + " keeps back");
  }

  @Test
  void what_came_after_the_transcript_is_noted() throws IOException {
    LogFindings found = among(WholeLogTest::nothing, l -> giveUp(l, "D-2026-0007", HASH));
    assertThat(lines(found)).isEmpty();
    assertThat(Checking.remarks(found.notes()))
        .anyMatch(
            note ->
                note.matches(
                    "V6 since this transcript was made, the log has draw-void for this draw"
                        + " \\(entry \\d+, 2026-11-19T10:00:00Z\\)"));
  }

  @Test
  void a_log_with_another_history_than_the_transcript_is_found() throws IOException {
    Transcript logged = new Script(DRAW).logged(log);
    SampleLog forked = new SampleLog(5, SampleLog.WITNESS_1);
    new Script(DRAW).into(forked);
    forked.write(folder.resolve("forked"));
    LogFindings found = against(logged, folder.resolve("forked"));
    assertThat(lines(found))
        .anyMatch(line -> line.contains("at size 1 the log given has the root"))
        .anyMatch(
            line ->
                line.equals(
                    "V13 log/0/entry.json:1: entry 0 of the log given is another one than here"));
    assertThat(found.findings()).extracting(Finding::check).containsOnly(Check.V13);
  }

  @Test
  void a_log_that_is_too_old_does_not_do() throws IOException {
    nothing(log);
    log.publish();
    log.write(folder.resolve("old"));
    Transcript logged = new Script(DRAW).logged(log);
    LogFindings found = against(logged, folder.resolve("old"));
    assertThat(lines(found))
        .containsExactly(
            "V13 whole-log/checkpoint:2: the log given has 1 entries only, the transcript has a"
                + " checkpoint of size 2: fetch the log again",
            "V6 whole-log/checkpoint: the whole log has no commitment for the draw D-2026-0007");
    assertThat(Checking.remarks(found.notChecked()))
        .containsExactly("V14 not checked: the whole log has no commitment for this draw");
  }

  @Test
  void changed_and_missing_files_of_the_log_are_found() throws IOException {
    for (int i = 0; i < 300; i++) {
      nothing(log);
    }
    Transcript logged = new Script(DRAW).logged(log);
    check(logged);
    Path whole = folder.resolve("whole");
    Path bundle = whole.resolve("tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[20] ^= 1;
    Files.write(bundle, bytes);
    assertThat(lines(against(logged, whole)))
        .anyMatch(line -> line.startsWith("V13 whole-log/checkpoint:3: the entries have the root"));
    Files.delete(bundle);
    LogFindings missing = against(logged, whole);
    assertThat(lines(missing))
        .containsExactly("V13 whole-log/tile/entries/000: tile/entries/000 is missing");
    assertThat(Checking.remarks(missing.notChecked()))
        .containsExactly("V14 not checked: the whole log that was given cannot be read as one");
  }

  @Test
  void a_log_that_its_key_has_not_signed_is_refused() throws IOException {
    Transcript logged = new Script(DRAW).logged(log);
    check(logged);
    Path checkpoint = folder.resolve("whole/checkpoint");
    Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n[0-9]+\n", "\n7\n"));
    LogFindings found = against(logged, folder.resolve("whole"));
    assertThat(lines(found))
        .containsExactly(
            "V13 whole-log/checkpoint: the signature of key sunlot.local/log+64051600 does not"
                + " hold");
    assertThat(found.notChecked()).extracting(r -> r.check()).containsExactly(Check.V14);
  }

  @Test
  void entries_that_are_not_written_as_entries_are_named_up_to_a_number() throws IOException {
    LogFindings found =
        among(
            l -> {
              for (int i = 0; i < 30; i++) {
                l.raw("{\"v\": 1}");
              }
            },
            WholeLogTest::nothing);
    assertThat(lines(found))
        .hasSize(40)
        .contains(
            "V13 whole-log/tile/entries/000.p/"
                + log.size()
                + ": entry 3 is not written as an entry of this number")
        .noneMatch(line -> line.contains("entry 20 is not"));
  }

  @Test
  void an_entry_of_another_number_is_named() throws IOException {
    LogEntry wrong =
        new LogEntry(
            5, "task-opened", java.time.Instant.parse(LATE), "o", "a", "r", "0".repeat(64));
    LogFindings found =
        among(
            l -> l.raw(new String(wrong.write(), java.nio.charset.StandardCharsets.UTF_8)),
            WholeLogTest::nothing);
    assertThat(lines(found))
        .singleElement()
        .asString()
        .endsWith(": entry 0 is not written as an entry of this number");
  }

  @Test
  void an_earlier_commitment_for_the_same_task_must_be_named() throws IOException {
    Commitment earlier = other("D-1", "T-2026-0012", "");
    LogFindings found = among(l -> commit(l, earlier), WholeLogTest::nothing);
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
    LogFindings found = successor(WholeLogTest::nothing, "5".repeat(64));
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
            WholeLogTest::nothing);
    assertThat(lines(found))
        .containsExactly(
            "V14 whole-log/payload/0.json:1: the entry is about \"D-2\", expected is \"D-1\"");
  }

  @Test
  void a_folder_is_a_log_only_with_a_checkpoint() throws IOException {
    assertThatThrownBy(() -> new LogFolder(folder)).isInstanceOf(NoSuchFileException.class);
    Files.writeString(folder.resolve("checkpoint"), "nothing\n");
    assertThatThrownBy(() -> new LogFolder(folder)).isInstanceOf(BadNote.class);
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("checkpoint").toFile(), "rw")) {
      large.setLength(1_000_001);
    }
    assertThatThrownBy(() -> new LogFolder(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("checkpoint");
  }
}
