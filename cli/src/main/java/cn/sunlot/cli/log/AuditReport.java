package cn.sunlot.cli.log;

import cn.sunlot.cli.Message;
import java.util.ArrayList;
import java.util.List;

/** What an audit found, and what it looked at. */
public final class AuditReport {

  /** So many findings are told; the rest is counted. */
  static final int TOLD = 200;

  private final List<Message> findings = new ArrayList<>();
  private final List<Message> notes = new ArrayList<>();
  private int more;

  /** Something does not agree; the text names it. */
  void fail(String key, Object... args) {
    fail(Message.of(key, args));
  }

  void fail(Message finding) {
    if (findings.size() < TOLD) {
      findings.add(finding);
    } else {
      more++;
    }
  }

  /** What was looked at. */
  void note(String key, Object... args) {
    notes.add(Message.of(key, args));
  }

  public List<Message> findings() {
    return List.copyOf(findings);
  }

  public List<Message> notes() {
    return List.copyOf(notes);
  }

  /** Findings that are not told one by one. */
  public int more() {
    return more;
  }

  /** Whether everything agrees. */
  public boolean clean() {
    return findings.isEmpty();
  }
}
