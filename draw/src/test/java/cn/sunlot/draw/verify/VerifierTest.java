package cn.sunlot.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Outcome.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

  private static final Suites BOTH = Suites.withSm3(SM3.Digest::new);

  @TempDir Path folder;

  private Report verify(Transcript transcript) throws IOException {
    Path zip = folder.resolve("transcript.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      transcript.writeZip(out);
    }
    return Verifier.of(BOTH).verify(zip);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sm3"})
  void a_draw_with_substitute_rounds_is_accepted_from_zip_and_folder(String suite)
      throws IOException {
    Transcript transcript = new Sample(BOTH.get(suite), 1).transcript();
    Report fromZip = verify(transcript);
    transcript.writeFolder(folder.resolve("t"));
    Report fromFolder = Verifier.of(BOTH).verify(folder.resolve("t"));
    assertThat(fromZip.findings()).isEmpty();
    assertThat(fromZip.accepted()).isTrue();
    assertThat(fromFolder).isEqualTo(fromZip);
    assertThat(fromZip.outcomes()).extracting(Outcome::check).containsExactly(Check.values());
  }

  @Test
  void what_needs_the_log_is_not_checked_and_says_so() throws IOException {
    Report report = verify(new Sample(Suite.SHA256, 1).transcript());
    for (Outcome outcome : report.outcomes()) {
      boolean needsLog = List.of(Check.V6, Check.V13, Check.V14).contains(outcome.check());
      assertThat(outcome.status()).isEqualTo(needsLog ? Status.NOT_CHECKED : Status.PASSED);
    }
    assertThat(report.of(Check.V6).notes()).hasToString("[not checked: no log given]");
    assertThat(report.of(Check.V7).notes()).hasToString("[times not checked: no log given]");
    assertThat(report.of(Check.V11).notes())
        .extracting(n -> n.key())
        .containsExactly("skip.no-log-order");
  }

  @Test
  void a_well_witnessed_and_opened_draw_has_only_the_warning_about_cosignatures()
      throws IOException {
    Report report = verify(new Sample(Suite.SHA256, 1).transcript());
    assertThat(report.warnings()).hasToString("[no cosignature of a witness]");
  }

  @Test
  void warnings_come_in_the_order_of_section_12() throws IOException {
    Transcript alone =
        new Sample(Suite.SHA256, 1).transcript("operator", List.of(), List.of(), false);
    Report report = verify(alone);
    assertThat(report.accepted()).isTrue();
    assertThat(report.warnings())
        .extracting(say -> say.key())
        .containsExactly(
            "warn.operator",
            "warn.supervisor",
            "warn.foreseeable",
            "warn.unopened",
            "warn.cosignature");
    assertThat(report.warnings().get(2))
        .hasToString("whoever holds the chain secret could foresee this round: 1, 2");
    assertThat(report.warnings().get(3)).hasToString("6 drawn units are not opened");
    assertThat(report.lines(Locale.CHINA).get(0)).startsWith("注意：主办方可以左右这一结果");
  }

  @Test
  void a_public_value_or_another_party_takes_the_choice_from_the_operator() throws IOException {
    PublicSource lottery = new PublicSource("lottery", "双色球 2026135");
    Transcript withValue =
        new Sample(Suite.SHA256, 1).transcript("operator", List.of(lottery), List.of(), true);
    Transcript withParty =
        new Sample(Suite.SHA256, 1).transcript("witness", List.of(), List.of(), true);
    for (Transcript transcript : List.of(withValue, withParty)) {
      assertThat(verify(transcript).warnings())
          .extracting(say -> say.key())
          .doesNotContain("warn.operator")
          .contains("warn.supervisor");
    }
  }

  @Test
  void a_receipt_fixes_the_commitment_hash() throws IOException {
    Transcript transcript = new Sample(Suite.SHA256, 1).transcript();
    transcript.writeFolder(folder.resolve("t"));
    String hash = transcript.commitment().hash(Suite.SHA256);
    Verifier verifier = Verifier.of(BOTH);
    Report right = verifier.expecting(hash).verify(folder.resolve("t"));
    assertThat(right.of(Check.V5).status()).isEqualTo(Status.PASSED);
    assertThat(right.of(Check.V5).notes()).hasToString("[commitment hash " + hash + "]");
    Report other = verifier.expecting("0".repeat(64)).verify(folder.resolve("t"));
    assertThat(other.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.in(Locale.ENGLISH)).startsWith("V5 commitment.json:1: "));
  }

  @Test
  void the_log_adds_its_findings_and_counts_cosignatures() throws IOException {
    Transcript transcript = new Sample(Suite.SHA256, 1).transcript();
    transcript.writeFolder(folder.resolve("t"));
    Finding twice = new Finding(Check.V6, "log/1/entry.json", 0, Say.of("skip.no-log"));
    Report report =
        Verifier.of(BOTH)
            .withLog(stated -> found(stated, transcript, twice))
            .verify(folder.resolve("t"));
    assertThat(report.findings()).containsExactly(twice);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.of(Check.V13).status()).isEqualTo(Status.PASSED);
    assertThat(report.of(Check.V13).notes()).hasToString("[not checked: no log given]");
    assertThat(report.of(Check.V14).status()).isEqualTo(Status.NOT_CHECKED);
    assertThat(report.of(Check.V7).notes()).isEmpty();
  }

  private static LogCheck.LogFindings found(
      LogCheck.Stated stated, Transcript transcript, Finding finding) {
    assertThat(stated.commitment()).isEqualTo(transcript.commitment());
    assertThat(stated.commitmentHash()).isEqualTo(transcript.commitment().hash(Suite.SHA256));
    assertThat(stated.reveals()).contains(transcript.reveals());
    assertThat(stated.inputs()).isEqualTo(transcript.rounds());
    assertThat(stated.results().orElseThrow()).hasSize(3);
    Say say = Say.of("skip.no-log");
    return new LogCheck.LogFindings(
        List.of(finding),
        List.of(new LogCheck.Remark(Check.V13, say)),
        List.of(new LogCheck.Remark(Check.V14, say)),
        2);
  }

  @Test
  void the_report_reads_in_both_languages() throws IOException {
    Report report = verify(new Sample(Suite.SHA256, 1).transcript());
    assertThat(report.lines(Locale.CHINA))
        .contains("注意：没有见证人联署", "V9 通过：哈希链值推到链头", "结论：所检查的各项全部成立");
    assertThat(report.lines(Locale.ENGLISH))
        .contains(
            "V9 passed: chain values lead to the head",
            "V13 not checked: log proofs, checkpoint signatures, cosignatures",
            "Conclusion: everything that was checked holds");
  }

  @Test
  void a_transcript_read_and_written_again_is_the_same() throws IOException {
    Transcript transcript = new Sample(Suite.SHA256, 4).transcript();
    transcript.writeFolder(folder.resolve("a"));
    Transcript.read(folder.resolve("a"), BOTH).writeFolder(folder.resolve("b"));
    try (var files = Files.walk(folder.resolve("a"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path twin = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
        assertThat(twin).hasSameBinaryContentAs(file);
      }
    }
  }
}
