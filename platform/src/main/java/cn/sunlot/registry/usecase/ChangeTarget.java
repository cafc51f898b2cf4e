package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.store.TargetStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects or completes what is known of a target, with a reason. */
@Component
@Transactional
public class ChangeTarget {

  private final TargetStore store;
  private final TargetSteps steps;
  private final CheckForDuplicates duplicates;

  ChangeTarget(TargetStore store, TargetSteps steps, CheckForDuplicates duplicates) {
    this.store = store;
    this.steps = steps;
    this.duplicates = duplicates;
  }

  /**
   * Changes it; content that is as it was changes nothing, nor does a contact that is sent in part,
   * as screens show it.
   */
  public KnownTarget run(UUID id, IfMatch seen, TargetContent sent, String reason) {
    KnownTarget target = store.get(id);
    seen.check(target.version());
    String why = TargetSteps.demandReason(reason);
    TargetContent content = steps.demandRight(sent.keepingMasked(target.content()));
    Map<String, List<Object>> changes = target.content().differences(content);
    if (changes.isEmpty()) {
      return target;
    }
    KnownTarget changed = steps.save(target.saying(content), "target-changed", why, changes);
    duplicates.check(changed);
    return changed;
  }
}
