package cn.sunlot.drawlog;

import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.LogCheck.Remark;
import cn.sunlot.translog.Unsound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is found about the log of a draw. */
final class LogReport {

  private static final String BUNDLE = "cn.sunlot.drawlog.messages";

  private final List<Finding> findings = new ArrayList<>();
  private final List<Remark> notes = new ArrayList<>();
  private final List<Remark> notChecked = new ArrayList<>();

  /** Something that may be refused. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException;
  }

  static Say say(String key, Object... args) {
    return Say.from(BUNDLE, key, args);
  }

  void fail(Check check, String file, int line, String key, Object... args) {
    findings.add(new Finding(check, file, line, say(key, args)));
  }

  void note(Check check, String key, Object... args) {
    notes.add(new Remark(check, say(key, args)));
  }

  void notChecked(Check check, String key, Object... args) {
    notChecked.add(new Remark(check, say(key, args)));
  }

  /** Takes a step of V13; what is refused in it becomes a finding. */
  <T> Optional<T> attempt(String file, int line, Step<T> step) {
    return attempt(Check.V13, file, line, step);
  }

  /** Takes a step; what is refused in it becomes a finding. */
  <T> Optional<T> attempt(Check check, String file, int line, Step<T> step) {
    try {
      return Optional.of(step.take());
    } catch (Unsound e) {
      Say say = Say.from(Unsound.BUNDLE, e.key(), e.args().toArray());
      findings.add(new Finding(check, file, line, say));
    } catch (Refusal e) {
      findings.add(new Finding(check, file, line, e.say()));
    } catch (IOException e) {
      Say say = Say.of("files.io", String.valueOf(e.getMessage()));
      findings.add(new Finding(check, file, 0, say));
    }
    return Optional.empty();
  }

  boolean failed(Check check) {
    return findings.stream().anyMatch(finding -> finding.check() == check);
  }

  LogFindings findings(int cosignatures) {
    return new LogFindings(findings, notes, notChecked, cosignatures);
  }
}
