package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.InspectorSample;
import cn.sunlot.draw.verify.LogCheck;
import cn.sunlot.draw.verify.Outcome.Status;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Sample;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts of draws that went as they should. */
class LoggedDrawTest {

  private static final Suites BOTH = Suites.withSm3(SM3.Digest::new);

  @TempDir Path folder;

  private Report verify(Transcript transcript, LogCheck check) throws IOException {
    Path path = folder.resolve("t" + System.identityHashCode(check));
    transcript.writeFolder(path);
    return Verifier.of(BOTH).withLog(check).verify(path);
  }

  private static List<String> notes(Report report, Check check) {
    return report.of(check).notes().stream().map(note -> note.in(Locale.ENGLISH)).toList();
  }

  private static SampleLog log() {
    SampleLog log = new SampleLog(1, SampleLog.WITNESS_1, SampleLog.WITNESS_2);
    log.other("2026-11-19T08:00:00Z");
    log.publish();
    return log;
  }

  @Test
  void a_logged_draw_is_accepted_with_any_suite_and_purpose() throws IOException {
    for (Transcript transcript :
        List.of(
            new Sample(BOTH.get("sha256"), 1).transcript(),
            new Sample(BOTH.get("sm3"), 1).transcript(),
            new InspectorSample(1).transcript())) {
      Report report = verify(new Script(transcript).logged(log()), TranscriptLogCheck.of(BOTH));
      assertThat(report.findings()).isEmpty();
      assertThat(report.of(Check.V6).status()).isEqualTo(Status.PASSED);
      assertThat(report.of(Check.V7).notes()).isEmpty();
      assertThat(report.of(Check.V11).notes()).isEmpty();
      assertThat(report.of(Check.V13).status()).isEqualTo(Status.PASSED);
      assertThat(report.of(Check.V14).status()).isEqualTo(Status.NOT_CHECKED);
      assertThat(report.warnings()).extracting(say -> say.key()).doesNotContain("warn.cosignature");
    }
  }

  @Test
  void what_was_looked_at_and_what_not_is_said() throws IOException {
    Transcript transcript =
        new Script(new Sample(BOTH.get("sha256"), 1).transcript()).logged(log());
    Report report = verify(transcript, TranscriptLogCheck.of(BOTH));
    assertThat(notes(report, Check.V6))
        .containsExactly("only the entries in this transcript were looked at, not the whole log");
    assertThat(notes(report, Check.V13))
        .containsExactly(
            "the log's key is taken from this transcript: compare it with the one that the log"
                + " publishes: "
                + SampleLog.LOG.verifier(),
            "keys of witnesses are taken from this transcript: compare them with those that the"
                + " witnesses publish: "
                + SampleLog.WITNESS_1.verifier()
                + ", "
                + SampleLog.WITNESS_2.verifier(),
            "every checkpoint is cosigned by 2 of 2 known witnesses or more");
    assertThat(notes(report, Check.V14))
        .containsExactly("not checked: the whole log was not given");
  }

  @Test
  void the_keys_that_a_reader_gives_decide() throws IOException {
    Transcript transcript =
        new Script(new Sample(BOTH.get("sha256"), 1).transcript()).logged(log());
    LogCheck check =
        TranscriptLogCheck.of(BOTH)
            .signedBy(List.of(SampleLog.LOG.verifier()))
            .witnessedBy(
                List.of(
                    SampleLog.WITNESS_2.verifier(),
                    SampleLog.key("other.example", cn.sunlot.translog.note.KeyType.COSIGNATURE, 9)
                        .verifier()));
    Report report = verify(transcript, check);
    assertThat(report.findings()).isEmpty();
    assertThat(notes(report, Check.V13))
        .containsExactly("every checkpoint is cosigned by 1 of 2 known witnesses or more");
  }

  @Test
  void a_draw_without_cosignatures_is_warned_of() throws IOException {
    SampleLog alone = new SampleLog(1);
    Transcript transcript =
        new Script(new Sample(BOTH.get("sha256"), 1).transcript()).logged(alone);
    Report report = verify(transcript, TranscriptLogCheck.of(BOTH));
    assertThat(report.findings()).isEmpty();
    assertThat(report.warnings()).hasToString("[no cosignature of a witness]");
    assertThat(notes(report, Check.V13))
        .hasSize(2)
        .last()
        .isEqualTo("every checkpoint is cosigned by 0 of 0 known witnesses or more");
  }

  @Test
  void a_transcript_without_a_log_is_as_it_was() throws IOException {
    Transcript transcript = new Sample(BOTH.get("sha256"), 1).transcript();
    Report report = verify(transcript, TranscriptLogCheck.of(BOTH));
    transcript.writeFolder(folder.resolve("plain"));
    assertThat(report).isEqualTo(Verifier.of(BOTH).verify(folder.resolve("plain")));
    assertThat(report.of(Check.V13).status()).isEqualTo(Status.NOT_CHECKED);
  }
}
