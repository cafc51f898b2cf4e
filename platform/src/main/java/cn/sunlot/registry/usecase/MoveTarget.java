package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.TargetCommand;
import cn.sunlot.registry.domain.TargetLifecycle;
import cn.sunlot.registry.store.TargetStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a target's standing: closed, moved away, revoked, or active again. */
@Component
@Transactional
public class MoveTarget {

  private final TargetStore store;
  private final TargetSteps steps;

  MoveTarget(TargetStore store, TargetSteps steps) {
    this.store = store;
    this.steps = steps;
  }

  public KnownTarget run(UUID id, IfMatch seen, TargetCommand command, String reason) {
    KnownTarget target = store.get(id);
    seen.check(target.version());
    String why = TargetSteps.demandReason(reason);
    var edge = TargetLifecycle.TABLE.take(target.status(), command);
    return steps.save(
        target.in(edge.to()),
        edge.entryType(),
        why,
        Map.of("status", List.of(edge.from().wireName(), edge.to().wireName())));
  }
}
