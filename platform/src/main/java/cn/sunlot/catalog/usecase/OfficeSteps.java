package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Beginning and end of what the office of the joint conference does with items of other
 * departments. The items stay the lead's: row-level security is lifted only to save what was
 * checked before.
 */
@Component
class OfficeSteps {

  private final ItemStore store;
  private final ItemSteps steps;
  private final JointOffice office;
  private final WholeView view;

  OfficeSteps(ItemStore store, ItemSteps steps, JointOffice office, WholeView view) {
    this.store = store;
    this.steps = steps;
    this.office = office;
    this.view = view;
  }

  /**
   * Loads the item.
   *
   * @throws cn.sunlot.kernel.Refused if this person does not act for the office, or the item has
   *     moved on or does not allow the command
   */
  Step begin(UUID id, IfMatch seen, ItemCommand command) {
    Item item = store.get(id);
    office.demand(item);
    seen.check(item.version());
    return steps.take(item, command);
  }

  /** Saves the item with this current version and writes the entry of the edge. */
  Item end(Step step, Version current, Map<String, ?> payload) {
    return end(step, () -> current, payload);
  }

  /** The same, where something else has to be saved as well to get that version. */
  Item end(Step step, Supplier<Version> current, Map<String, ?> payload) {
    view.run(() -> store.save(step.item().with(current.get())));
    Item saved = store.get(step.item().id());
    steps.record(step, saved, payload);
    return saved;
  }
}
