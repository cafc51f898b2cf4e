package cn.sunlot.catalog.domain;

import cn.sunlot.kernel.access.Permission;

/** What can be done with an item, and who may: the section drafts, the bureau's leaders approve. */
public enum ItemCommand {
  CHANGE_DRAFT(Permission.CATALOG_EDIT),
  SAVE_CHECKLIST(Permission.CATALOG_EDIT),
  SUBMIT(Permission.CATALOG_EDIT),
  DISCARD(Permission.CATALOG_EDIT),
  APPROVE(Permission.CATALOG_APPROVE),
  SEND_BACK(Permission.CATALOG_APPROVE),
  PUBLISH(Permission.CATALOG_EDIT),
  NEW_VERSION(Permission.CATALOG_EDIT),
  RETIRE(Permission.CATALOG_EDIT);

  private final Permission permission;

  ItemCommand(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
