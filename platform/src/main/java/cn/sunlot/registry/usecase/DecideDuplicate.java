package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.domain.Duplicate;
import cn.sunlot.registry.domain.Duplicate.Decided;
import cn.sunlot.registry.domain.DuplicateCommand;
import cn.sunlot.registry.domain.DuplicateLifecycle;
import cn.sunlot.registry.domain.DuplicateState;
import cn.sunlot.registry.store.DuplicateStore;
import cn.sunlot.registry.store.TargetStore;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides that two targets are not the same, or that this is to be looked at again (TZ-10). */
@Component
@Transactional
public class DecideDuplicate {

  private final DuplicateStore duplicates;
  private final TargetStore targets;
  private final AuditLog audit;
  private final Clock clock;

  DecideDuplicate(DuplicateStore duplicates, TargetStore targets, AuditLog audit, Clock clock) {
    this.duplicates = duplicates;
    this.targets = targets;
    this.audit = audit;
    this.clock = clock;
  }

  /** They are two; the pair is kept with the reason, and not asked again. */
  public void dismiss(UUID id, IfMatch seen, String reason) {
    decide(id, seen, DuplicateCommand.DISMISS, reason);
  }

  /** Asks again. */
  public void reconsider(UUID id, IfMatch seen, String reason) {
    decide(id, seen, DuplicateCommand.RECONSIDER, reason);
  }

  private void decide(UUID id, IfMatch seen, DuplicateCommand command, String reason) {
    Duplicate pair = duplicates.get(id);
    seen.check(pair.version());
    String why = TargetSteps.demandReason(reason);
    var edge = DuplicateLifecycle.TABLE.take(pair.state(), command);
    Decided decided =
        edge.to() == DuplicateState.OPEN
            ? null
            : new Decided(SignedIn.get().personId(), clock.instant(), why);
    duplicates.save(pair.in(edge.to(), decided));
    audit.record(
        edge.entryType(), unit(pair.first()), Map.of("other", unit(pair.second()), "reason", why));
  }

  private String unit(UUID target) {
    return targets.get(target).unitId().value();
  }
}
