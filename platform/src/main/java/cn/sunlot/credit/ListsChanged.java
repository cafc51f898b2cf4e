package cn.sunlot.credit;

import java.util.Set;
import java.util.UUID;

/**
 * Targets came onto lists, left them, or may have by their dates. Published in the transaction of
 * the change.
 *
 * @param targetIds empty where it may be any of the authority's
 */
public record ListsChanged(UUID authorityId, Set<UUID> targetIds) {

  public ListsChanged {
    targetIds = Set.copyOf(targetIds);
  }

  /** Any of the authority's. */
  public static ListsChanged any(UUID authorityId) {
    return new ListsChanged(authorityId, Set.of());
  }
}
