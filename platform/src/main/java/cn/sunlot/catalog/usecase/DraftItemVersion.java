package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins a new version of a published item, because the law changed or for another stated reason.
 */
@Component
@Transactional
public class DraftItemVersion {

  private final ItemSteps steps;
  private final ItemStore store;

  DraftItemVersion(ItemSteps steps, ItemStore store) {
    this.steps = steps;
    this.store = store;
  }

  public Item run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ItemCommand.NEW_VERSION);
    String why = ItemSteps.demandReason(reason);
    int highest = store.listVersions(id).stream().mapToInt(Version::number).max().orElse(0);
    Version draft =
        step.item().current().successor(Ids.next(), highest + 1, why, SignedIn.get().personId());
    return steps.end(step, draft, Map.of("reason", why));
  }
}
