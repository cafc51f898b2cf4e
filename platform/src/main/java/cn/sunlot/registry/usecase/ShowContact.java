package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.registry.ShownContacts;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.store.TargetStore;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a contact in full for a stated reason, which is recorded (PDS-25). */
@Component
@Transactional
public class ShowContact implements ShownContacts {

  private final TargetStore store;
  private final AuditLog audit;

  ShowContact(TargetStore store, AuditLog audit) {
    this.store = store;
    this.audit = audit;
  }

  @Override
  public @Nullable String show(UUID id, String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownTarget target = store.get(id);
    audit.record("contact-shown", target.unitId().value(), Map.of("reason", why));
    return target.content().contact();
  }
}
