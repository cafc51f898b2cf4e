package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.Expert;
import cn.sunlot.registry.store.ExpertStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters experts and agencies, and changes them with a reason (TZ-12, ZB-9). */
@Component
@Transactional
public class SaveExpert {

  private final ExpertStore store;
  private final KeptInspectors kept;
  private final AuditLog audit;

  SaveExpert(ExpertStore store, KeptInspectors kept, AuditLog audit) {
    this.store = store;
    this.kept = kept;
    this.audit = audit;
  }

  /** Enters a new one. */
  public void add(Expert expert) {
    check(expert);
    store.add(expert);
    audit.record("expert-added", expert.name(), payload(expert));
  }

  /** Changes one; id, authority and version are those that are known. */
  public Expert change(UUID id, IfMatch seen, Expert content, String reason) {
    Expert known = store.get(id);
    if (!kept.isOwn(known.departmentId())) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT, known.name());
    }
    seen.check(known.version());
    String why = TargetSteps.demandReason(reason);
    Expert changed =
        new Expert(
            id,
            known.authorityId(),
            content.departmentId(),
            content.kind(),
            content.name(),
            content.organisation(),
            content.qualification(),
            content.fields(),
            content.validUntil(),
            content.active(),
            known.version());
    check(changed);
    if (changed.equals(known)) {
      return known;
    }
    store.save(changed);
    Map<String, Object> payload = payload(changed);
    payload.put("reason", why);
    audit.record("expert-changed", changed.name(), payload);
    return store.get(id);
  }

  private void check(Expert expert) {
    List<WrongValue> wrong = new ArrayList<>(expert.wrong());
    if (!kept.isOwn(expert.departmentId())) {
      wrong.add(
          WrongValue.of(
              "departmentId", expert.departmentId().toString(), "registry.wrong.section"));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    store
        .findSame(expert)
        .filter(same -> !same.id().equals(expert.id()))
        .ifPresent(
            same -> {
              throw Refused.because(RegistryProblem.EXPERT_THERE, same.name());
            });
  }

  private static Map<String, Object> payload(Expert expert) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("kind", Lifecycle.wireName(expert.kind()));
    payload.put("organisation", expert.organisation());
    payload.put("fields", expert.fields());
    payload.put("active", expert.active());
    return payload;
  }
}
