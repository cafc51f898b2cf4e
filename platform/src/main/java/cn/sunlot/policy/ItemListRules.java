package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * The list of inspection items.
 *
 * @param generalItemRatioCapRequired a general item must have a cap on its ratio; key items never
 *     need one
 * @param jointApprovedBy who decides on joint items; null where there is no joint list, as in
 *     versions from before this was asked
 * @param onlyFromSuperiorList items come from the superior's list, none is added or cut; null, in
 *     versions from before this was asked, is no
 */
public record ItemListRules(
    Approver approvedBy,
    boolean publish,
    boolean generalItemRatioCapRequired,
    @Nullable JointApprover jointApprovedBy,
    @Nullable Boolean onlyFromSuperiorList) {

  /** Whether items come from the superior's list only. */
  public boolean isBoundToSuperiorList() {
    return Boolean.TRUE.equals(onlyFromSuperiorList);
  }
}
