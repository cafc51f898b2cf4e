package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a draft up; the version before it is the current one again. */
@Component
@Transactional
public class DiscardItemDraft {

  private final ItemSteps steps;
  private final ItemStore store;

  DiscardItemDraft(ItemSteps steps, ItemStore store) {
    this.steps = steps;
    this.store = store;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.DISCARD);
    Version discarded = step.item().current().to(step.edge().to());
    store.save(step.item(), discarded);
    Version current =
        store.listVersions(id).stream()
            .filter(v -> v.state() != ItemState.DISCARDED)
            .reduce((earlier, later) -> later)
            .orElse(discarded);
    return steps.endAt(step, current, Map.of("discarded", discarded.number()));
  }
}
