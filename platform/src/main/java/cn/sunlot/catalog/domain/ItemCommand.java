package cn.sunlot.catalog.domain;

import cn.sunlot.kernel.access.Permission;

/**
 * What can be done with an item, and who may: the section drafts, the bureau's leaders approve; a
 * joint item goes to the office of the joint conference instead.
 */
public enum ItemCommand {
  CHANGE_DRAFT(Permission.CATALOG_EDIT),
  SAVE_CHECKLIST(Permission.CATALOG_EDIT),
  SUBMIT(Permission.CATALOG_EDIT),
  DISCARD(Permission.CATALOG_EDIT),
  APPROVE(Permission.CATALOG_APPROVE),
  SEND_BACK(Permission.CATALOG_APPROVE),
  PUBLISH(Permission.CATALOG_EDIT),
  NEW_VERSION(Permission.CATALOG_EDIT),
  RETIRE(Permission.CATALOG_EDIT),
  CONSOLIDATE(Permission.CATALOG_CONSOLIDATE),
  RETURN_PROPOSAL(Permission.CATALOG_CONSOLIDATE),
  ENTER_DECISION(Permission.CATALOG_CONSOLIDATE),
  PUBLISH_IN_BATCH(Permission.CATALOG_CONSOLIDATE),
  RETIRE_JOINT(Permission.CATALOG_CONSOLIDATE);

  private final Permission permission;

  ItemCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }

  /** Whether it is the office's of the joint conference, not the owner's. */
  public boolean isOffices() {
    return permission == Permission.CATALOG_CONSOLIDATE;
  }
}
