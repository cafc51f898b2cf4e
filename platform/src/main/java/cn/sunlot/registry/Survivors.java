package cn.sunlot.registry;

import java.util.Set;
import java.util.UUID;

/**
 * Who stands for targets that were merged into others. Modules above that count by target, and
 * whose rows stay as they were recorded, look here when they count.
 */
public interface Survivors {

  /**
   * The view to read: {@code id, survivor_id}, a row for each target that was merged and none for
   * others. A target that was merged on has the last one.
   */
  String VIEW = "registry.survivor";

  /** A target, with all that were merged into it. */
  Set<UUID> listWithAbsorbed(UUID targetId);
}
