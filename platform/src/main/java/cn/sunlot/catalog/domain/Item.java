package cn.sunlot.catalog.domain;

import java.util.UUID;

/**
 * An item of the list: what the commands work on.
 *
 * @param code its code in the list, which never changes
 * @param version counts changes of the aggregate, for If-Match; not the number of an item version
 * @param current the newest version that was not discarded, or the first if all were
 */
public record Item(
    UUID id, UUID authorityId, UUID departmentId, String code, int version, Version current) {

  public Item with(Version other) {
    return new Item(id, authorityId, departmentId, code, version, other);
  }
}
