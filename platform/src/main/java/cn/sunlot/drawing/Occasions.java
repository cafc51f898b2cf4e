package cn.sunlot.drawing;

import cn.sunlot.kernel.access.Scope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What draws are for, told by the module that orders them; drawing knows no plans and no visits.
 */
public interface Occasions {

  /**
   * What a task is about.
   *
   * @param line the plan line in words, or the stated ground where there is no plan
   * @param targets names of the targets, by visit
   */
  record Occasion(String title, String line, Map<UUID, String> targets) {}

  Optional<Occasion> find(UUID taskId);

  /** Titles of tasks; one that the scope does not cover is left out. */
  Map<UUID, String> titles(Scope scope, Collection<UUID> taskIds);
}
