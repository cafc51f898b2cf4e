package cn.sunlot.policy;

import cn.sunlot.kernel.Lifecycle;
import java.util.Set;

/** What makes a target worth a closer look; the wire name is the tag in the registry of targets. */
public enum TargetMark {
  REPEATED_COMPLAINTS,
  ABNORMAL_OPERATION_LIST,
  DISHONESTY,
  SERIOUS_VIOLATION;

  /** Whether a target with these tags carries one of the marks. */
  public static boolean any(Set<TargetMark> marks, Set<String> tags) {
    return marks.stream().anyMatch(mark -> tags.contains(Lifecycle.wireName(mark)));
  }
}
