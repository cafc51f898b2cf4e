package cn.sunlot.registry.domain;

/** What happens to a target's standing. */
public enum TargetCommand {
  CLOSE,
  MOVE,
  REVOKE,
  REOPEN,
  /** Into another, which stands for both from then on. */
  MERGE
}
