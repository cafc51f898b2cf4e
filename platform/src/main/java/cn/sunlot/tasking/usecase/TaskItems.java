package cn.sunlot.tasking.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.TaskTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Items that may be inspected by: those of lists in force, and no others (SX-4.4, RS-2.2). */
@Component
class TaskItems {

  private final Catalog catalog;
  private final JointRules rules;
  private final Clock clock;

  TaskItems(Catalog catalog, JointRules rules, Clock clock) {
    this.catalog = catalog;
    this.rules = rules;
    this.clock = clock;
  }

  List<ItemVersion> inForce(TaskTerms terms, Collection<UUID> versionIds) {
    return inForce(rules.of(terms), versionIds);
  }

  /** The versions, each in force today. */
  List<ItemVersion> inForce(Profile profile, Collection<UUID> versionIds) {
    LocalDate today = LocalDate.now(clock);
    List<ItemVersion> items = versionIds.stream().map(catalog::getItem).toList();
    for (ItemVersion item : items) {
      boolean inForce =
          catalog
              .findInForce(item.itemId(), today)
              .map(now -> now.id().equals(item.id()))
              .orElse(false);
      if (!inForce) {
        throw Refused.because(TaskingProblem.ITEM_NOT_IN_FORCE, item.name(), item.version())
            .by(profile.itemList().clauses());
      }
    }
    return items;
  }
}
