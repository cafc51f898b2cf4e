package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file under {@code log/}, with any line of it changed, dropped, repeated or moved. */
class TamperedLogTest {

  @TempDir Path folder;
  private final Transcript transcript =
      new Script(withoutRounds(new Sample(Suite.SHA256, 1).transcript()))
          .logged(new SampleLog(1, SampleLog.WITNESS_1, SampleLog.WITNESS_2));

  /** The draw without its substitute rounds, so that there is less to check each time. */
  private static Transcript withoutRounds(Transcript whole) {
    Reveals reveals = whole.reveals();
    Json first = Node.root(whole.result()).get("rounds").items().get(0).value();
    return new Transcript(
        whole.commitment(),
        whole.lists(),
        new Reveals(reveals.nonces(), reveals.values(), reveals.chain().subList(0, 1), List.of()),
        List.of(),
        Json.object().put("draw", whole.commitment().draw()).put("rounds", List.of(first)).build(),
        whole.openings());
  }

  @BeforeEach
  void write() throws IOException {
    transcript.writeFolder(folder);
  }

  private LogFindings check() throws IOException {
    return Checking.check(folder, transcript, TranscriptLogCheck.of(Samples.BOTH));
  }

  private void refused(String name, String what) throws IOException {
    LogFindings found = check();
    assertThat(found.findings()).as("%s: %s", name, what).isNotEmpty();
    assertThat(found.findings()).extracting(Finding::check).containsOnly(Check.V13);
    String step = name.substring(0, name.lastIndexOf('/') + 1);
    assertThat(found.findings().get(0).file()).as("%s: %s", name, what).startsWith(step);
  }

  /** Files of the first step of each type, and the keys. */
  private List<String> oneOfEach() {
    return transcript.log().keySet().stream()
        .filter(name -> name.matches("log/(keys.txt|[01457]/.*)"))
        .toList();
  }

  @Test
  void a_change_of_any_line_is_found() throws IOException {
    assertThat(check().findings()).isEmpty();
    int tried = 0;
    for (String name : oneOfEach()) {
      Path file = folder.resolve(name);
      String text = Files.readString(file);
      for (Variant variant : variants(name, text)) {
        Files.writeString(file, variant.text);
        refused(name, variant.what);
        tried++;
      }
      Files.writeString(file, text);
    }
    assertThat(check().findings()).isEmpty();
    assertThat(tried).isGreaterThan(150);
  }

  @Test
  void a_file_that_is_missing_or_empty_is_found() throws IOException {
    for (String name : oneOfEach()) {
      Path file = folder.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      refused(name, "deleted");
      if (bytes.length > 0) {
        Files.write(file, new byte[0]);
        refused(name, "emptied");
      }
      Files.write(file, new byte[] {(byte) 0xff, '\n'});
      refused(name, "no text");
      Files.write(file, bytes);
    }
    assertThat(check().findings()).isEmpty();
  }

  private record Variant(String what, String text) {}

  private static List<Variant> variants(String name, String text) {
    List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    List<Variant> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (counted(name, line)) {
        all.add(new Variant("line changed", with(lines, i, List.of(changed(line)))));
        continue;
      }
      all.add(new Variant("line changed", with(lines, i, List.of(changed(line)))));
      all.add(new Variant("line dropped", with(lines, i, List.of())));
      all.add(new Variant("line repeated", with(lines, i, List.of(line, line))));
      if (i > 0 && !lines.get(i - 1).equals(line) && !counted(name, lines.get(i - 1))) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i - 1, i);
        all.add(new Variant("lines swapped", String.join("", swapped)));
      }
    }
    all.add(new Variant("more at the end", text + "x\n"));
    all.add(new Variant("empty line", text + "\n"));
    return all.stream().filter(v -> !v.text.equals(text)).toList();
  }

  /** A signature that is one more or less changes a number in the report and is no fault. */
  private static boolean counted(String name, String line) {
    return name.endsWith(".tlog-proof") && line.startsWith("— ")
        || name.endsWith("keys.txt") && line.startsWith("witness");
  }

  private static String with(List<String> lines, int at, List<String> instead) {
    List<String> all = new ArrayList<>(lines);
    all.remove(at);
    all.addAll(at, instead);
    return String.join("", all);
  }

  /** Another character of the same kind in the middle. */
  private static String changed(String line) {
    if (line.length() < 2) {
      return "x" + line;
    }
    int at = line.length() * 2 / 3;
    char now = line.charAt(at);
    char other = now == 'a' ? 'b' : now == '1' ? '2' : Character.isDigit(now) ? '1' : 'a';
    return line.substring(0, at) + other + line.substring(at + 1);
  }

  @Test
  void signatures_of_witnesses_are_counted() throws IOException {
    assertThat(check().cosignatures()).isEqualTo(2);
    Path proof = folder.resolve("log/4/proof.tlog-proof");
    String text = Files.readString(proof);
    Files.writeString(proof, text.replaceFirst("— witness.example/w2 .*\n", ""));
    assertThat(check().findings()).isEmpty();
    assertThat(check().cosignatures()).isEqualTo(1);
    Files.writeString(proof, text + text.substring(text.lastIndexOf("— ")));
    assertThat(check().cosignatures()).isEqualTo(2);
    Path keys = folder.resolve("log/keys.txt");
    Files.writeString(keys, Files.readString(keys).replaceFirst("witness.example/w1.*\n", ""));
    assertThat(check().findings()).isEmpty();
    assertThat(check().cosignatures()).isEqualTo(1);
  }

  @Test
  void a_step_that_was_left_out_is_missed() throws IOException {
    for (long seq : List.of(1L, 4L, 5L, 7L)) {
      transcript.writeFolder(folder);
      for (String name : transcript.log().keySet()) {
        if (name.startsWith("log/" + seq + "/")) {
          Files.delete(folder.resolve(name));
        }
      }
      // The next step's consistency proof was made for the checkpoint that is gone.
      assertThat(check().findings()).extracting(Finding::check).containsOnly(Check.V13);
    }
  }

  @Test
  void the_first_step_has_no_consistency_proof() throws IOException {
    Files.writeString(folder.resolve("log/0/consistency.txt"), "");
    assertThat(Checking.lines(check().findings()))
        .containsExactly(
            "V13 log/0/consistency.txt: the first step has no checkpoint before it to be"
                + " consistent with");
  }

  @Test
  void a_consistency_proof_has_at_most_63_hashes() throws IOException {
    Path file = folder.resolve("log/4/consistency.txt");
    String hash = Files.readString(file).lines().findFirst().orElseThrow() + "\n";
    Files.writeString(file, hash.repeat(64));
    assertThat(Checking.lines(check().findings()))
        .containsExactly("V13 log/4/consistency.txt: more than 63 hashes");
    Files.writeString(file, hash.repeat(63));
    assertThat(Checking.lines(check().findings()).get(0)).contains("is too long: 63 hashes");
  }

  @Test
  void an_entry_of_another_kind_draw_or_number_is_refused() throws IOException {
    String[][] changes = {
      {
        "draw-committed", "plan-approved", "an entry of type \"plan-approved\" is no step of a draw"
      },
      {"D-2026-0007", "D-2026-0008", "the entry is about \"D-2026-0008\", expected is"},
      {"\"seq\":\"0\"", "\"seq\":\"5\"", "the entry says that its number is 5, its folder is 0"},
      {"\"v\":1", "\"v\":2", "$.v: 2 is not between 1 and 1"},
      {"\"org\"", "\"orf\"", "$: has unknown members orf"},
      {"2026-11-20T", "2026-11-31T", "$.at: \"2026-11-31T09:00:00Z\" is not a valid UTC time"},
      {"{", "{ ", "line 1, column 2"}
    };
    Path file = folder.resolve("log/0/entry.json");
    String text = Files.readString(file);
    for (String[] change : changes) {
      Files.writeString(file, text.replace(change[0], change[1]));
      assertThat(Checking.lines(check().findings()).get(0))
          .startsWith("V13 log/0/entry.json:1: ")
          .contains(change[2]);
    }
  }

  @Test
  void a_step_that_cannot_be_read_leaves_order_and_times_unchecked() throws IOException {
    Files.writeString(folder.resolve("log/4/salt.txt"), "0".repeat(64));
    LogFindings found = check();
    assertThat(Checking.lines(found.findings()))
        .containsExactly(
            "V13 log/4/salt.txt:1: \""
                + "0".repeat(64)
                + "\" is not 64 lower-case hex digits and a LF");
    String why = "order and times not checked: a step is not shown to be in the log (V13)";
    assertThat(Checking.remarks(found.notChecked()))
        .containsExactly("V6 " + why, "V14 not checked: the whole log was not given");
    assertThat(Checking.remarks(found.notes())).contains("V7 " + why, "V11 " + why);
  }

  @Test
  void without_a_key_nothing_can_be_checked() throws IOException {
    Path keys = folder.resolve("log/keys.txt");
    String text = Files.readString(keys);
    Files.writeString(keys, "");
    LogFindings none = check();
    assertThat(Checking.lines(none.findings()))
        .containsExactly("V13 log/keys.txt: names no key of the log");
    assertThat(none.notChecked()).extracting(r -> r.check()).containsExactly(Check.V6, Check.V14);
    assertThat(none.notes()).extracting(r -> r.check()).containsExactly(Check.V7, Check.V11);
    Files.writeString(keys, text.substring(text.indexOf('\n') + 1));
    assertThat(Checking.lines(check().findings()))
        .containsExactly(
            "V13 log/keys.txt:1: must name the log's own keys first, then those of its witnesses");
    List<String> lines = text.lines().toList();
    Files.writeString(keys, lines.get(1) + "\n" + lines.get(0) + "\n");
    assertThat(Checking.lines(check().findings()).get(0)).contains("keys first");
    Files.writeString(keys, text.replace(lines.get(1), lines.get(0).replace("log+", "lug+")));
    assertThat(check().findings()).extracting(Finding::file).containsOnly("log/keys.txt");
  }

  @Test
  void a_key_that_the_reader_does_not_expect_is_refused() throws IOException {
    var other =
        SampleLog.key("sunlot.local/log", cn.sunlot.translog.note.KeyType.ED25519, 5).verifier();
    LogFindings found =
        Checking.check(
            folder, transcript, TranscriptLogCheck.of(Samples.BOTH).signedBy(List.of(other)));
    assertThat(Checking.lines(found.findings()).get(0))
        .isEqualTo(
            "V13 log/keys.txt:1: names the key "
                + SampleLog.LOG.verifier()
                + ", expected is "
                + other);
    assertThat(Checking.lines(found.findings()).get(1)).contains("not signed by the log");
    LogFindings either =
        Checking.check(
            folder,
            transcript,
            TranscriptLogCheck.of(Samples.BOTH).signedBy(List.of(other, SampleLog.LOG.verifier())));
    assertThat(either.findings()).isEmpty();
  }

  @Test
  void a_log_without_steps_is_no_log_of_the_draw() throws IOException {
    Transcript empty =
        transcript.logged(
            new java.util.TreeMap<>(
                java.util.Map.of("log/keys.txt", SampleLog.LOG.verifier() + "\n")));
    Path place = folder.resolve("empty");
    empty.writeFolder(place);
    LogFindings found = Checking.check(place, empty, TranscriptLogCheck.of(Samples.BOTH));
    assertThat(Checking.lines(found.findings()))
        .containsExactly(
            "V13 log: no entry for what the transcript states: draw-revealed operator",
            "V13 log: no entry for what the transcript states: draw-revealed w1",
            "V13 log: no entry for what the transcript states: draw-public dice 5 digits, thrown"
                + " in the room",
            "V13 log: no entry for what the transcript states: draw-opened r=0",
            "V13 log: no entry for what the transcript states: draw-drawn r=0",
            "V6 log: there is no draw-committed for D-2026-0007");
    assertThat(found.cosignatures()).isZero();
  }
}
