package cn.sunlot.catalog.domain;

import static cn.sunlot.catalog.domain.ItemCommand.*;
import static cn.sunlot.catalog.domain.ItemState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;

/** From draft to the published list and out of it (ZB-5); a joint item goes another way. */
public final class ItemLifecycle {

  /**
   * The states are those of an item's current version; a new version leaves the earlier one as it
   * is.
   */
  public static final Lifecycle<ItemState, ItemCommand> TABLE =
      new Lifecycle<>(
          "item",
          edge(DRAFT, CHANGE_DRAFT, DRAFT, "item-draft-changed", ""),
          edge(DRAFT, SAVE_CHECKLIST, DRAFT, "checklist-changed", "TZ-28"),
          edge(DRAFT, SUBMIT, SUBMITTED, "item-submitted", "ZB-5"),
          edge(DRAFT, DISCARD, DISCARDED, "item-discarded", ""),
          edge(SUBMITTED, APPROVE, APPROVED, "item-approved", "ZB-5"),
          edge(SUBMITTED, SEND_BACK, DRAFT, "item-sent-back", "ZB-5"),
          edge(APPROVED, PUBLISH, PUBLISHED, "item-published", "ZB-5"),
          edge(APPROVED, SEND_BACK, DRAFT, "item-sent-back", "ZB-5"),
          edge(PUBLISHED, NEW_VERSION, DRAFT, "item-version-drafted", "ZB-5"),
          edge(DISCARDED, NEW_VERSION, DRAFT, "item-version-drafted", ""),
          edge(PUBLISHED, RETIRE, RETIRED, "item-retired", "ZB-5"));

  private ItemLifecycle() {}

  /** The table by which an item goes, as its current version is a department's own or joint. */
  public static Lifecycle<ItemState, ItemCommand> of(Item item) {
    return item.current().content().isJoint() ? JointItemLifecycle.TABLE : TABLE;
  }

  /**
   * The commands that this person may give now.
   *
   * @param office whether the person acts for the office of the joint conference that coordinates
   *     it
   */
  public static List<ItemCommand> allowed(Item item, SignedIn person, boolean office) {
    boolean owner = person.handles(item.departmentId());
    return of(item).allowed(item.current().state()).stream()
        .filter(c -> c.isOffices() ? office : owner)
        .filter(c -> person.may(c.permission()))
        .toList();
  }
}
