package cn.sunlot.draw.verify;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Repeats a draw from its transcript and reports each check of section 12.
 *
 * <p>Reads whatever it is given: the transcript may be forged or made to exhaust the reader.
 */
public final class Verifier {

  private final Suites suites;
  private final Optional<LogCheck> log;
  private final Optional<String> expectedHash;

  private Verifier(Suites suites, Optional<LogCheck> log, Optional<String> expectedHash) {
    this.suites = suites;
    this.log = log;
    this.expectedHash = expectedHash;
  }

  /**
   * Verifies without a log: V6, V13, V14 and the times of V7 and V11 are reported as not checked.
   */
  public static Verifier of(Suites suites) {
    return new Verifier(suites, Optional.empty(), Optional.empty());
  }

  /** Verifies against a log as well. */
  public Verifier withLog(LogCheck check) {
    return new Verifier(suites, Optional.of(check), expectedHash);
  }

  /**
   * Demands this commitmentHash (V5), e.g. of a receipt.
   *
   * @param commitmentHash 64 hex digits
   */
  public Verifier expecting(String commitmentHash) {
    return new Verifier(suites, log, Optional.of(commitmentHash));
  }

  /**
   * Verifies a folder or a zip.
   *
   * @throws IOException if the path cannot be read at all
   */
  public Report verify(Path path) throws IOException {
    try (TranscriptFiles files = TranscriptFiles.open(path)) {
      return new Verification(suites, files, log, expectedHash).run();
    } catch (Refusal e) {
      Findings findings = new Findings();
      findings.fail(Check.V1, path.getFileName().toString(), 0, e.say());
      for (Check check : Check.values()) {
        if (check != Check.V1) {
          findings.notChecked(check, Say.of("skip.unreadable"));
        }
      }
      return new Report(findings.outcomes(), List.of());
    }
  }
}
