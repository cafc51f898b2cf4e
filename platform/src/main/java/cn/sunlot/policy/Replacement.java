package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and how a drawn inspector is replaced.
 *
 * @param open whether a further, stated special reason is possible (等)
 * @param asARule true where the regulation says "as a rule" (原则上)
 * @param approver who agrees, or null where nobody has to
 */
public record Replacement(
    Set<Reason> reasons,
    boolean open,
    boolean asARule,
    Set<Paper> needs,
    @Nullable Approver approver,
    SubstituteBy by) {

  /** Why a drawn inspector may be replaced. */
  public enum Reason {
    POST_CHANGE,
    WORK_CONFLICT,
    HEALTH,
    RECUSAL
  }

  public Replacement {
    reasons = Set.copyOf(reasons);
    needs = Set.copyOf(needs);
  }
}
