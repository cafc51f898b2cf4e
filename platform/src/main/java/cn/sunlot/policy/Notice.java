package cn.sunlot.policy;

/** Whether a target is told of an inspection beforehand. */
public record Notice(Value value) {

  /** Whether the target is told beforehand. */
  public enum Value {
    ALLOWED,
    FORBIDDEN,
    REQUIRED
  }
}
