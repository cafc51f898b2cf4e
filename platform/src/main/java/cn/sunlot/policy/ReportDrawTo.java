package cn.sunlot.policy;

import java.util.Set;

/** Who is told of time, targets and inspectors after a draw. */
public record ReportDrawTo(Set<Receiver> receivers) {

  /** Who is told of a draw. */
  public enum Receiver {
    REGULATION_SECTION,
    ENTERPRISE_INSPECTION_FILING_SYSTEM
  }

  public ReportDrawTo {
    receivers = Set.copyOf(receivers);
  }
}
