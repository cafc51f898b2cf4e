package cn.sunlot.tasking.domain;

import cn.sunlot.catalog.Catalog.ItemVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which items a department may pick for a joint task (TZ-17, PDS-18): those of its own list, and
 * joint ones that name it; each is checked by one department.
 *
 * @param taken what others of the task have picked
 */
public record PickedItems(Levels levels, List<TaskItem> taken) {

  public PickedItems {
    taken = List.copyOf(taken);
  }

  /** Whether the item's list is the department's, or the item names it as a participant. */
  public boolean isOf(ItemVersion item, UUID departmentId) {
    return levels.areOneBody(item.departmentId(), departmentId)
        || levels.isOneBodyWithAny(departmentId, Set.copyOf(item.participants()));
  }

  /** The department that has picked the item before, if one has. */
  public Optional<UUID> takenBy(ItemVersion item) {
    return taken.stream()
        .filter(one -> one.itemId().equals(item.itemId()))
        .map(TaskItem::departmentId)
        .findFirst();
  }

  /**
   * What the department that leads keeps of a line's items where it does not say: its own ones, or
   * all where none is.
   */
  public List<ItemVersion> ownOf(List<ItemVersion> line, UUID lead) {
    List<ItemVersion> own =
        line.stream().filter(item -> levels.areOneBody(item.departmentId(), lead)).toList();
    return own.isEmpty() ? line : own;
  }
}
