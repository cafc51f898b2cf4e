package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.domain.Version.Cause;
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
 * Where the rules bind to the superior's list, it says what that list says now (RS-2.2).
 */
@Component
@Transactional
public class DraftItemVersion {

  private final ItemSteps steps;
  private final ItemStore store;
  private final SuperiorChecks superior;

  DraftItemVersion(ItemSteps steps, ItemStore store, SuperiorChecks superior) {
    this.steps = steps;
    this.superior = superior;
    this.store = store;
  }

  /** Begins it for a reason that is no change of law. */
  public Item run(UUID id, IfMatch seen, String reason) {
    return run(id, seen, reason, "");
  }

  /**
   * Begins it.
   *
   * @param changedLaw the law that changed, with its article; "" where none did
   */
  public Item run(UUID id, IfMatch seen, String reason, String changedLaw) {
    Step step = steps.begin(id, seen, ItemCommand.NEW_VERSION);
    String why = ItemSteps.demandReason(reason);
    String law = changedLaw.strip();
    int highest = store.listVersions(id).stream().mapToInt(Version::number).max().orElse(0);
    Version draft =
        step.item()
            .current()
            .successor(Ids.next(), highest + 1, new Cause(why, law), SignedIn.get().personId());
    Item item = step.item();
    draft = draft.saying(superior.bound(item.authorityId(), item.code(), draft.content()));
    return steps.end(step, draft, Map.of("reason", why, "changedLaw", law));
  }
}
