package cn.sunlot.registry.domain;

/** What happens to a target's standing. */
public enum TargetCommand {
  CLOSE,
  MOVE,
  REVOKE,
  REOPEN
}
