package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.translog.BadNote;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What only the whole log can show of the draw itself: other commitments, other histories. */
class WholeLogTest extends AmongOthers {

  @Test
  void a_draw_alone_in_its_log_holds() throws IOException {
    LogFindings found = among(AmongOthers::nothing, AmongOthers::nothing);
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
    LogFindings found = among(AmongOthers::nothing, l -> commit(l, second));
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
    LogFindings found = among(AmongOthers::nothing, l -> giveUp(l, "D-2026-0007", HASH));
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
            AmongOthers::nothing);
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
            AmongOthers::nothing);
    assertThat(lines(found))
        .singleElement()
        .asString()
        .endsWith(": entry 0 is not written as an entry of this number");
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
