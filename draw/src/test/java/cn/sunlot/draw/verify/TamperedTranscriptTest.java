package cn.sunlot.draw.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Mutations.Kind;
import cn.sunlot.draw.verify.Mutations.Mutant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every single value of a transcript, changed, dropped, repeated or swapped, is found. */
class TamperedTranscriptTest {

  @TempDir Path folder;
  private Path transcript = Path.of("");

  @BeforeEach
  void write() throws IOException {
    transcript = folder.resolve("t");
    Transcript sample = new Sample(Suite.SHA256, 7).transcript();
    sample.writeFolder(transcript);
  }

  private Report verify() throws IOException {
    return Verifier.of(Suites.sha256()).verify(transcript);
  }

  /**
   * Which check must find a changed value; values that only the seed depends on are found by V10.
   */
  private static final Map<String, Check> CHANGED =
      Map.ofEntries(
          Map.entry("commitment.json $.v", Check.V1),
          Map.entry("commitment.json $.suite", Check.V1),
          Map.entry("commitment.json $.purpose", Check.V1),
          Map.entry("commitment.json $.draw", Check.V7),
          Map.entry("commitment.json $.pool.size", Check.V3),
          Map.entry("commitment.json $.frame.size", Check.V3),
          Map.entry("commitment.json $.frame.root", Check.V3),
          Map.entry("commitment.json $.excluded.size", Check.V3),
          Map.entry("commitment.json $.excluded.root", Check.V3),
          Map.entry("commitment.json $.excluded.reasons.annual-cap", Check.V3),
          Map.entry("commitment.json $.excluded.reasons.exempt", Check.V3),
          Map.entry("commitment.json $.strata.A.size", Check.V4),
          Map.entry("commitment.json $.strata.A.rate_bp", Check.V4),
          Map.entry("commitment.json $.strata.A.quota", Check.V4),
          Map.entry("commitment.json $.strata.D.size", Check.V4),
          Map.entry("commitment.json $.strata.D.count", Check.V4),
          Map.entry("commitment.json $.strata.D.quota", Check.V4),
          Map.entry("commitment.json $.chain.head", Check.V9),
          Map.entry("commitment.json $.parties[].party", Check.V7),
          Map.entry("commitment.json $.parties[].commitment", Check.V7),
          Map.entry("reveals.json $.nonces[].party", Check.V7),
          Map.entry("reveals.json $.nonces[].nonce", Check.V7),
          Map.entry("reveals.json $.chain[]", Check.V9),
          Map.entry("reveals.json $.rounds[].r", Check.V8),
          Map.entry("rounds/1.json $.r", Check.V11),
          Map.entry("rounds/1.json $.dropped[].token", Check.V11),
          Map.entry("rounds/2.json $.r", Check.V11),
          Map.entry("rounds/2.json $.dropped[].token", Check.V11),
          Map.entry("openings.json $[].unit", Check.V12),
          Map.entry("openings.json $[].salt", Check.V12),
          Map.entry("openings.json $[].token", Check.V12));

  /** Which check must find a list with an item more, less, or elsewhere. */
  private static final Map<String, Check> LISTS =
      Map.of(
          "commitment.json $.parties[]", Check.V7,
          "commitment.json $.public[]", Check.V8,
          "reveals.json $.nonces[]", Check.V7,
          "reveals.json $.public[]", Check.V8,
          "reveals.json $.chain[]", Check.V9,
          "reveals.json $.rounds[]", Check.V8,
          "reveals.json $.rounds[].public[]", Check.V8,
          "openings.json $[]", Check.V12);

  private static Check expected(String file, Mutant mutant) {
    String place = file + " " + mutant.path();
    if (mutant.kind() == Kind.CHANGED) {
      return CHANGED.getOrDefault(place, Check.V10);
    }
    if (!mutant.path().endsWith("[]")) {
      return withoutMember(place);
    }
    if (file.startsWith("rounds/")) {
      return mutant.path().contains("public")
          ? Check.V8
          : mutant.kind() == Kind.REPEATED ? Check.V11 : Check.V10;
    }
    boolean twice = place.equals("commitment.json $.parties[]") && mutant.kind() == Kind.REPEATED;
    return twice ? Check.V1 : LISTS.getOrDefault(place, Check.V10);
  }

  /** Members are fixed, except where they are names of strata or reasons. */
  private static Check withoutMember(String place) {
    if (place.matches("commitment.json .*reasons\\.[a-z-]+")) {
      return Check.V3;
    }
    if (place.matches("commitment.json .*strata\\.[AD]")) {
      return Check.V4;
    }
    return place.matches(".*strata\\.[AD]") ? Check.V10 : Check.V1;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commitment.json",
        "reveals.json",
        "rounds/1.json",
        "rounds/2.json",
        "result.json",
        "openings.json"
      })
  void every_value_of_a_json_file_is_guarded_by_the_right_check(String name) throws IOException {
    Path file = transcript.resolve(name);
    byte[] original = Files.readAllBytes(file);
    List<String> missed = new ArrayList<>();
    int count = 0;
    for (Mutant mutant : Mutations.of(Jcs.parse(original))) {
      if (harmless(name, mutant)) {
        continue;
      }
      count++;
      Files.write(file, Jcs.write(mutant.document()));
      Check check = expected(name, mutant);
      Report report = verify();
      boolean found =
          report.findings().stream()
              .anyMatch(f -> f.check() == check && f.line() == 1 && named(f, name, check));
      if (!found || report.accepted()) {
        missed.add(mutant.kind() + " " + mutant.path() + " " + check + " " + report.findings());
      }
    }
    assertThat(missed).isEmpty();
    assertThat(count).isGreaterThan(15);
  }

  /**
   * A wrong seed or quota shows in the result; lists show where they are counted; otherwise in the
   * file itself.
   */
  private static boolean named(Finding finding, String changed, Check check) {
    return switch (check) {
      case V10 -> finding.file().equals("result.json");
      case V7, V8, V9 -> finding.file().equals("reveals.json");
      case V3 ->
          List.of("commitment.json", "frame.csv.gz", "excluded.csv.gz").contains(finding.file());
      default -> finding.file().equals(changed);
    };
  }

  /**
   * Openings are a set: a unit that is not opened any more is counted in a warning, its place means
   * nothing.
   */
  private static boolean harmless(String file, Mutant mutant) {
    boolean list = file.equals("openings.json") && mutant.path().equals("$[]");
    return list && (mutant.kind() == Kind.DROPPED || mutant.kind() == Kind.SWAPPED);
  }

  @Test
  void a_unit_that_is_not_opened_any_more_is_counted() throws IOException {
    Files.write(transcript.resolve("openings.json"), "[]".getBytes(UTF_8));
    Report report = verify();
    assertThat(report.accepted()).isTrue();
    assertThat(report.warnings()).extracting(w -> w.key()).contains("warn.unopened");
  }

  private List<String> lines(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(transcript.resolve(name));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private Report withLines(String name, List<String> lines) throws IOException {
    return withText(name, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
  }

  private Report withText(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    Path file = transcript.resolve(name);
    byte[] original = Files.readAllBytes(file);
    Files.write(file, bytes.toByteArray());
    Report report = verify();
    Files.write(file, original);
    return report;
  }

  private static void finds(Report report, Check check, String file, int line) {
    assertThat(report.accepted()).isFalse();
    assertThat(report.findings())
        .as("%s %s:%s", check, file, line)
        .anyMatch(f -> f.check() == check && f.file().equals(file) && f.line() == line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"frame.csv.gz", "excluded.csv.gz"})
  void every_line_of_a_list_is_guarded(String name) throws IOException {
    List<String> lines = lines(name);
    for (int i = 0; i < lines.size(); i++) {
      List<String> less = new ArrayList<>(lines);
      less.remove(i);
      finds(withLines(name, less), Check.V3, name, lines.size());
      List<String> twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      finds(withLines(name, twice), Check.V2, name, i + 2);
      if (i > 0) {
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(i, lines.get(i - 1));
        swapped.set(i - 1, lines.get(i));
        finds(withLines(name, swapped), Check.V2, name, i + 1);
      }
      String line = lines.get(i);
      String token = line.substring(0, 63) + (line.charAt(63) == '0' ? '1' : '0');
      finds(withLines(name, with(lines, i, token + line.substring(64))), Check.V3, name, 1);
      finds(withLines(name, with(lines, i, line.toUpperCase(Locale.ROOT))), Check.V2, name, i + 1);
      finds(withLines(name, with(lines, i, line + " ")), Check.V2, name, i + 1);
    }
  }

  @Test
  void another_stratum_weight_or_reason_of_a_unit_is_found() throws IOException {
    List<String> lines = lines("frame.csv.gz");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String stratum =
          line.contains(",A,") ? line.replace(",A,", ",D,") : line.replace(",D,", ",A,");
      finds(withLines("frame.csv.gz", with(lines, i, stratum)), Check.V4, "commitment.json", 1);
      String weight = line.substring(0, line.length() - 1) + "9";
      finds(withLines("frame.csv.gz", with(lines, i, weight)), Check.V3, "frame.csv.gz", 1);
    }
    List<String> excluded = lines("excluded.csv.gz");
    String reason = excluded.get(1).substring(0, 65) + "not-active";
    finds(withLines("excluded.csv.gz", with(excluded, 1, reason)), Check.V3, "commitment.json", 1);
  }

  private static List<String> with(List<String> lines, int index, String line) {
    List<String> other = new ArrayList<>(lines);
    other.set(index, line);
    return other;
  }

  @ParameterizedTest
  @CsvSource({
    "'',csv.shape",
    "',A',csv.shape",
    "',A,',csv.weight",
    "',A,0',csv.weight",
    "',A,01',csv.weight",
    "',A,65',csv.weight",
    "',A,100',csv.weight",
    "',A,-1',csv.weight",
    "',A,1,1',csv.weight",
    "',A,x',csv.weight",
    "',,1',csv.code",
    "',Ä,1',csv.code",
    "';A,1',csv.shape"
  })
  void a_malformed_line_is_named(String rest, String key) throws IOException {
    List<String> lines = lines("frame.csv.gz");
    String token = lines.get(4).substring(0, 64);
    Report report = withLines("frame.csv.gz", with(lines, 4, token + rest));
    if (rest.equals(",A")) {
      finds(report, Check.V2, "frame.csv.gz", 5);
    } else {
      assertThat(report.of(Check.V2).findings())
          .singleElement()
          .satisfies(f -> assertThat(f.say().key()).isEqualTo(key))
          .satisfies(f -> assertThat(f.line()).isEqualTo(5));
    }
  }

  @Test
  void lists_that_end_or_run_on_wrongly_are_named() throws IOException {
    String text = String.join("\n", lines("frame.csv.gz"));
    finds(withText("frame.csv.gz", text), Check.V2, "frame.csv.gz", 30);
    finds(withText("frame.csv.gz", text + "\n\n"), Check.V2, "frame.csv.gz", 31);
    finds(withText("frame.csv.gz", "a".repeat(200) + "\n"), Check.V2, "frame.csv.gz", 1);
    String far = "f".repeat(60);
    String more = text + "\n" + far + "0000,A,1\n" + far + "0001,A,1\n";
    finds(withText("frame.csv.gz", more), Check.V3, "frame.csv.gz", 32);
  }

  @Test
  void a_unit_in_both_lists_is_found() throws IOException {
    List<String> excluded = new ArrayList<>(lines("excluded.csv.gz"));
    excluded.set(0, lines("frame.csv.gz").get(0).substring(0, 64) + ",exempt");
    excluded.sort(String::compareTo);
    Report report = withLines("excluded.csv.gz", excluded);
    assertThat(report.of(Check.V2).findings()).hasSize(1);
    assertThat(report.of(Check.V2).findings().get(0).say().key()).isEqualTo("v2.both");
  }

  @Test
  void a_unit_from_elsewhere_cannot_be_opened() throws IOException {
    String opening =
        Jcs.text(new Units(Suite.SHA256, Sample.DRAW, new byte[32]).open("x:1").json());
    Files.writeString(transcript.resolve("openings.json"), "[" + opening + "]");
    Report report = verify();
    finds(report, Check.V12, "openings.json", 1);
    assertThat(report.findings().get(0).say().key()).isEqualTo("v12.unknown");
  }

  @Test
  void a_file_of_the_other_purpose_does_not_belong_here() throws IOException {
    Files.writeString(transcript.resolve("roster.json"), "{}");
    finds(verify(), Check.V1, "roster.json", 0);
  }

  @Test
  void a_public_value_with_a_space_is_malformed() throws IOException {
    Path file = transcript.resolve("reveals.json");
    Files.writeString(file, Files.readString(file).replace("31415", "314 15"));
    Report report = verify();
    finds(report, Check.V8, "reveals.json", 1);
    assertThat(report.findings().get(0).say().key()).isEqualTo("v8.value");
    assertThat(report.of(Check.V10).status()).isEqualTo(Outcome.Status.NOT_CHECKED);
    assertThat(report.of(Check.V11).status()).isEqualTo(Outcome.Status.NOT_CHECKED);
  }

  @ParameterizedTest
  @CsvSource({
    "reveals.json,V7 V8 V9 V10 V11",
    "openings.json,V12",
    "frame.csv.gz,V2 V3 V4 V10 V11",
    "excluded.csv.gz,V2 V3",
    "result.json,V10 V11",
    "rounds/2.json,",
  })
  void without_a_file_the_checks_that_need_it_are_not_made(String name, String skipped)
      throws IOException {
    Files.delete(transcript.resolve(name));
    Report report = verify();
    assertThat(report.accepted()).isFalse();
    for (String check : skipped == null ? List.<String>of() : List.of(skipped.split(" "))) {
      assertThat(report.of(Check.valueOf(check)).status())
          .as(check)
          .isEqualTo(Outcome.Status.NOT_CHECKED);
    }
    if (skipped != null) {
      finds(report, Check.V1, name, 1);
    } else {
      finds(report, Check.V9, "reveals.json", 1);
    }
  }

  @Test
  void a_gap_in_the_rounds_is_found() throws IOException {
    Files.delete(transcript.resolve("rounds/1.json"));
    finds(verify(), Check.V11, "rounds/1.json", 0);
  }
}
