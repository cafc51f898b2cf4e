package cn.sunlot.policy;

import java.util.Set;
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
 * @param publishAt where the list is published besides the own portal; null, in versions from
 *     before this was asked, is nowhere
 */
public record ItemListRules(
    Approver approvedBy,
    boolean publish,
    boolean generalItemRatioCapRequired,
    @Nullable JointApprover jointApprovedBy,
    @Nullable Boolean onlyFromSuperiorList,
    @Nullable Set<Place> publishAt) {

  public ItemListRules {
    publishAt = publishAt == null ? null : Set.copyOf(publishAt);
  }

  /** Where the list is published besides the own portal. */
  @Override
  public Set<Place> publishAt() {
    return publishAt == null ? Set.of() : publishAt;
  }

  /** Whether items come from the superior's list only. */
  public boolean isBoundToSuperiorList() {
    return Boolean.TRUE.equals(onlyFromSuperiorList);
  }
}
