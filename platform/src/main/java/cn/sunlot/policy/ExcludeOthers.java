package cn.sunlot.policy;

import java.util.Set;

/**
 * Whether targets that another section has drawn for the same period leave the pool where no joint
 * visit is possible.
 *
 * @param asARule true where a named person may decide otherwise with a stated, logged reason (原则上)
 * @param notFor targets that stay
 */
public record ExcludeOthers(boolean exclude, boolean asARule, Set<TargetMark> notFor) {

  public ExcludeOthers {
    notFor = Set.copyOf(notFor);
  }

  /** Whether a target with these tags stays in the pool although another section has drawn it. */
  public boolean spares(Set<String> tags) {
    return TargetMark.any(notFor, tags);
  }
}
