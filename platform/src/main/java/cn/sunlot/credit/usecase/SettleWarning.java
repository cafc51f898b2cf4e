package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.store.WarningStore;
import cn.sunlot.registry.Registry;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has looked at a class that worsened, and says what follows. */
@Component
@Transactional
public class SettleWarning {

  private final WarningStore store;
  private final Registry registry;
  private final AuditLog audit;

  SettleWarning(WarningStore store, Registry registry, AuditLog audit) {
    this.store = store;
    this.registry = registry;
    this.audit = audit;
  }

  public void run(UUID id, String note) {
    String why = ScorecardSteps.demandReason(note);
    UUID target = store.settle(id, why);
    audit.record(
        "credit-warning-settled",
        registry.getTarget(target).unitId(),
        Map.of("warning", id.toString(), "note", why));
  }
}
