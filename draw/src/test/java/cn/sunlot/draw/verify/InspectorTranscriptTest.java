package cn.sunlot.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Mutations.Kind;
import cn.sunlot.draw.verify.Mutations.Mutant;
import cn.sunlot.draw.verify.Outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Transcripts made of the reference vectors for inspectors, whose results another program computed.
 */
class InspectorTranscriptTest {

  @TempDir Path folder;

  private Path transcript(String vector) throws IOException {
    Path path = folder.resolve(vector);
    VectorTranscript.of(vector).writeFolder(path);
    return path;
  }

  private static Report verify(Path path) throws IOException {
    return Verifier.of(Suites.withSm3(SM3.Digest::new)).verify(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m01-loose.json",
        "m02-three-roles.json",
        "m03-tight.json",
        "m04-infeasible.json",
        "m05-unbalanced.json"
      })
  void matchings_of_the_reference_vectors_are_accepted(String vector) throws IOException {
    Path path = transcript(vector);
    Report report = verify(path);
    assertThat(report.findings()).isEmpty();
    assertThat(report.of(Check.V10).status()).isEqualTo(Status.PASSED);
    assertThat(report.of(Check.V11).status()).isEqualTo(Status.PASSED);
    assertThat(report.of(Check.V4).status()).isEqualTo(Status.NOT_CHECKED);
    Transcript.read(path, Suites.withSm3(SM3.Digest::new)).writeFolder(folder.resolve("again"));
    assertThat(folder.resolve("again/roster.json"))
        .hasSameBinaryContentAs(path.resolve("roster.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roster.json",
        "result.json",
        "reveals.json",
        "rounds/1.json",
        "rounds/2.json",
        "commitment.json"
      })
  void every_value_of_a_matching_with_real_choice_is_guarded(String name) throws IOException {
    Path path = folder.resolve("free");
    new InspectorSample(5).transcript().writeFolder(path);
    assertThat(verify(path).findings()).isEmpty();
    Path file = path.resolve(name);
    List<String> missed = new ArrayList<>();
    for (Mutant mutant : Mutations.of(Jcs.parse(Files.readAllBytes(file)))) {
      Files.write(file, Jcs.write(mutant.document()));
      Report report = verify(path);
      if (report.accepted() || !expected(name, mutant, report)) {
        missed.add(mutant.kind() + " " + mutant.path() + " " + report.findings());
      }
    }
    assertThat(missed).isEmpty();
  }

  private static boolean expected(String name, Mutant mutant, Report report) {
    List<Check> found = report.findings().stream().map(Finding::check).toList();
    boolean member = mutant.kind() == Kind.DROPPED && !mutant.path().endsWith("[]");
    return switch (name) {
      case "roster.json" -> found.contains(Check.V3) || found.contains(Check.V1);
      case "result.json" ->
          found.contains(member && !mutant.path().endsWith("cap") ? Check.V1 : Check.V10);
      default -> !member || found.contains(Check.V1);
    };
  }

  /**
   * The result of a matching holds no tickets: where only one assignment is possible, the seed
   * leaves no trace in it, and only the log can tell that a value of the seed was changed. The
   * report says so.
   */
  @Test
  void what_only_the_log_can_show_is_said_in_the_report() throws IOException {
    Path path = transcript("m03-tight.json");
    Path input = path.resolve("rounds/2.json");
    String text = Files.readString(input);
    Files.writeString(input, text.replace("\"reason\":\"recusal\"", "\"reason\":\"other\""));
    Report report = verify(path);
    assertThat(report.of(Check.V11).notes())
        .anySatisfy(note -> assertThat(note.toString()).contains("leaves the result unchanged"));
  }

  @Test
  void a_slot_with_one_eligible_person_is_named_in_a_warning() throws IOException {
    Report report = verify(transcript("m05-unbalanced.json"));
    assertThat(report.warnings())
        .anySatisfy(say -> assertThat(say.toString()).contains("one eligible person: visit-"));
  }

  @Test
  void an_opening_must_be_of_a_group_or_a_person_of_the_roster() throws IOException {
    Path path = folder.resolve("free");
    new InspectorSample(5).transcript().writeFolder(path);
    Path openings = path.resolve("openings.json");
    Json known = InspectorSample.OFFICERS.open("officer:90").json();
    Files.write(openings, Jcs.write(Json.array(List.of(known))));
    assertThat(verify(path).findings()).isEmpty();
    Json unknown = InspectorSample.OFFICERS.open("officer:91").json();
    Files.write(openings, Jcs.write(Json.array(List.of(unknown))));
    assertThat(verify(path).findings()).extracting(Finding::check).containsExactly(Check.V12);
  }

  @Test
  void without_the_roster_nothing_of_it_is_checked() throws IOException {
    Path path = transcript("m01-loose.json");
    Files.delete(path.resolve("roster.json"));
    Report report = verify(path);
    assertThat(report.findings()).extracting(Finding::check).containsExactly(Check.V1);
    assertThat(report.of(Check.V3).status()).isEqualTo(Status.NOT_CHECKED);
    assertThat(report.of(Check.V10).status()).isEqualTo(Status.NOT_CHECKED);
  }

  @Test
  void a_matching_with_choice_everywhere_has_no_warning_about_single_persons() throws IOException {
    Path path = folder.resolve("free");
    Transcript transcript = new InspectorSample(5).transcript();
    transcript.writeFolder(path);
    assertThat(verify(path).warnings())
        .extracting(w -> w.key())
        .containsExactly("warn.cosignature");
  }

  @Test
  void the_lists_of_the_other_purpose_do_not_belong_here() throws IOException {
    Path path = transcript("m01-loose.json");
    Files.write(path.resolve("frame.csv.gz"), new byte[0]);
    assertThat(verify(path).findings())
        .singleElement()
        .satisfies(
            f -> assertThat(f.in(Locale.ENGLISH)).contains("V1", "frame.csv.gz", "this purpose"));
  }
}
