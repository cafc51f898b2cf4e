package cn.sunlot.registry.usecase;

import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.store.TargetStore;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in which fields two targets differ, of contacts too, of which screens show a part only. */
@Component
@Transactional(readOnly = true)
public class CompareTargets {

  private final TargetStore targets;

  CompareTargets(TargetStore targets) {
    this.targets = targets;
  }

  /** Names of fields, as the history has them. */
  public Set<String> differing(UUID oneId, UUID otherId) {
    KnownTarget one = targets.get(oneId);
    KnownTarget other = targets.get(otherId);
    return one.content().differences(other.content()).keySet();
  }
}
