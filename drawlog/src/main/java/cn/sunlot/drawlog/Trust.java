package cn.sunlot.drawlog;

import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which keys are believed: those that the reader gives, or else those that the transcript names.
 */
final class Trust {

  private static final String KEYS = TranscriptFiles.LOG_KEYS;

  private final List<VerifierKey> log;
  private final List<VerifierKey> witnesses;
  private final LogReport report;

  /**
   * Keys that the reader gives.
   *
   * @param log of the log, empty if the reader knows none
   * @param witnesses of witnesses, empty if the reader knows none
   */
  Trust(List<VerifierKey> log, List<VerifierKey> witnesses, LogReport report) {
    this.log = log;
    this.witnesses = witnesses;
    this.report = report;
  }

  /** The policy; empty if no key of the log is known. */
  Optional<Policy> policy(TranscriptFiles files) {
    List<VerifierKey> named =
        report.attempt(KEYS, 0, () -> VerifierKey.list(files.text(KEYS))).orElse(List.of());
    List<VerifierKey> logs = of(named, KeyType.ED25519);
    List<VerifierKey> watching = of(named, KeyType.COSIGNATURE);
    if (!named.isEmpty()) {
      compare(named, logs);
    }
    List<VerifierKey> believed = log.isEmpty() ? logs : log;
    if (believed.isEmpty()) {
      return Optional.empty();
    }
    if (log.isEmpty()) {
      report.note(Check.V13, "v13.own-key", texts(logs));
    }
    if (witnesses.isEmpty() && !watching.isEmpty()) {
      report.note(Check.V13, "v13.own-witnesses", texts(watching));
    }
    List<VerifierKey> seeing = witnesses.isEmpty() ? watching : witnesses;
    return report.attempt(KEYS, 0, () -> new Policy(believed, seeing, 0));
  }

  private void compare(List<VerifierKey> named, List<VerifierKey> logs) {
    List<VerifierKey> order =
        named.stream().sorted((a, b) -> a.type().compareTo(b.type())).toList();
    if (logs.isEmpty() || !order.equals(named)) {
      report.fail(Check.V13, KEYS, 1, "v13.keys-order");
    } else if (!log.isEmpty() && logs.stream().noneMatch(log::contains)) {
      report.fail(Check.V13, KEYS, 1, "v13.other-key", texts(logs), texts(log));
    }
  }

  private static List<VerifierKey> of(List<VerifierKey> keys, KeyType type) {
    return keys.stream().filter(key -> key.type() == type).toList();
  }

  private static String texts(List<VerifierKey> keys) {
    return keys.stream().map(VerifierKey::toString).collect(Collectors.joining(", "));
  }
}
