package cn.sunlot.policy;

import cn.sunlot.kernel.Lifecycle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a target worth a closer look: a tag in the registry of targets, by the wire name
 * unless another is given, or a class of credit risk.
 */
public enum TargetMark {
  REPEATED_COMPLAINTS,
  ABNORMAL_OPERATION_LIST,
  DISHONESTY,
  SERIOUS_VIOLATION,
  /** The list that credit keeps marks targets with the tag of serious violations. */
  SERIOUS_VIOLATION_LIST("serious-violation", null),
  LOW_PUBLIC_CREDIT_RATING,
  HIGH_CREDIT_RISK(null, "D"),
  FOOD_DRUG,
  WORK_SAFETY,
  ENVIRONMENT;

  private final @Nullable String tag;
  private final @Nullable String riskClass;

  TargetMark() {
    this(null, null);
  }

  TargetMark(@Nullable String tag, @Nullable String riskClass) {
    this.tag = tag;
    this.riskClass = riskClass;
  }

  /** The tag in the registry of targets. */
  public String tag() {
    return tag == null ? Lifecycle.wireName(this) : tag;
  }

  /** Whether a target of this class with these tags carries one of the marks. */
  public static boolean any(Set<TargetMark> marks, String riskClass, Set<String> tags) {
    return marks.stream()
        .anyMatch(mark -> tags.contains(mark.tag()) || riskClass.equals(mark.riskClass));
  }

  /** Whether a target with these tags carries one of the marks, whatever its class. */
  public static boolean any(Set<TargetMark> marks, Set<String> tags) {
    return any(marks, "", tags);
  }
}
