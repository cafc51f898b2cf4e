package cn.sunlot.drawlog;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.LogCheck;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import java.util.List;
import java.util.Optional;

/**
 * Checks the folder {@code log/} of a transcript: each step is in the log, in the right order and
 * time, and the log has nothing else for this draw. What of this it could not look at, it says.
 */
public final class TranscriptLogCheck implements LogCheck {

  private final Suites suites;
  private final List<VerifierKey> log;
  private final List<VerifierKey> witnesses;
  private final Optional<WholeLog> whole;

  private TranscriptLogCheck(
      Suites suites, List<VerifierKey> log, List<VerifierKey> witnesses, Optional<WholeLog> whole) {
    this.suites = suites;
    this.log = List.copyOf(log);
    this.witnesses = List.copyOf(witnesses);
    this.whole = whole;
  }

  /** By the keys that a transcript names itself, which the report then asks to compare. */
  public static TranscriptLogCheck of(Suites suites) {
    return new TranscriptLogCheck(suites, List.of(), List.of(), Optional.empty());
  }

  /** By these keys of the log, one of which must have signed each checkpoint. */
  public TranscriptLogCheck signedBy(List<VerifierKey> keys) {
    return new TranscriptLogCheck(suites, keys, witnesses, whole);
  }

  /** Counts cosignatures of these witnesses only. */
  public TranscriptLogCheck witnessedBy(List<VerifierKey> keys) {
    return new TranscriptLogCheck(suites, log, keys, whole);
  }

  /** Looks at the whole log as well: V14, and whether it has another commitment for the draw. */
  public TranscriptLogCheck in(WholeLog wholeLog) {
    return new TranscriptLogCheck(suites, log, witnesses, Optional.of(wholeLog));
  }

  @Override
  public LogFindings check(Stated stated) {
    TranscriptFiles files = stated.files();
    if (!files.logged()) {
      return LogFindings.NO_LOG;
    }
    LogReport report = new LogReport();
    Optional<Policy> policy = new Trust(log, witnesses, report).policy(files);
    if (policy.isEmpty()) {
      return unsigned(report);
    }
    StepReader reader = new StepReader(files, stated.commitment().draw(), policy.get(), report);
    List<Step> steps = reader.read();
    boolean complete = !report.failed(Check.V13);
    Matched matched = new Matched(stated, steps, complete, report);
    new Order(stated.commitment(), steps, matched, report).check(complete);
    if (whole.isPresent()) {
      new WholeLogCheck(suites, stated, steps, policy.get(), report).check(whole.get());
    } else {
      report.note(Check.V6, "v6.part");
      report.notChecked(Check.V14, "skip.no-whole-log");
    }
    report.note(Check.V13, "v13.cosigned", reader.cosignatures(), policy.get().witnesses().size());
    return report.findings(reader.cosignatures());
  }

  private static LogFindings unsigned(LogReport report) {
    if (!report.failed(Check.V13)) {
      report.fail(Check.V13, TranscriptFiles.LOG_KEYS, 0, "v13.no-key");
    }
    report.notChecked(Check.V6, "skip.steps");
    report.notChecked(Check.V14, "skip.steps");
    report.note(Check.V7, "skip.steps");
    report.note(Check.V11, "skip.steps");
    return report.findings(0);
  }
}
