package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.MergerStore;
import cn.sunlot.registry.store.TargetStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What all changes of a target have in common. */
@Component
class TargetSteps {

  private final TargetStore store;
  private final AuditLog audit;
  private final KindSchemas schemas;
  private final MergerStore mergers;

  TargetSteps(TargetStore store, AuditLog audit, KindSchemas schemas, MergerStore mergers) {
    this.store = store;
    this.mergers = mergers;
    this.audit = audit;
    this.schemas = schemas;
  }

  /**
   * The content as it is kept.
   *
   * @throws Refused {@code VALUES_WRONG}
   */
  TargetContent demandRight(TargetContent content) {
    List<WrongValue> wrong = new ArrayList<>(content.wrong());
    Map<String, String> details = schemas.get().read(content.kind(), content.details(), wrong);
    if (!SignedIn.get().scope().area().covers(content.regionCode())) {
      wrong.add(
          WrongValue.of("regionCode", content.regionCode(), "registry.wrong.region-not-yours"));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    return content.detailed(details);
  }

  static String demandReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.because(RegistryProblem.REASON_MISSING);
    }
    return reason.strip();
  }

  /** Saves a target, its history and the entry of the log. */
  KnownTarget save(
      KnownTarget changed, String entryType, String reason, Map<String, List<Object>> changes) {
    demandNotMerged(changed);
    KnownTarget saved = store.save(changed, reason, changes);
    Map<String, Object> payload = new HashMap<>(masked(changes));
    payload.put("reason", reason);
    audit.record(entryType, saved.unitId().value(), payload);
    return saved;
  }

  /** Changes as the record holds them, with contacts in part. */
  static Map<String, List<Object>> masked(Map<String, List<Object>> changes) {
    Map<String, List<Object>> masked = new LinkedHashMap<>(changes);
    masked.computeIfPresent(
        "contact",
        (field, values) -> values.stream().<Object>map(v -> contact(String.valueOf(v))).toList());
    return masked;
  }

  private static String contact(String contact) {
    return Objects.requireNonNullElse(Masked.contact(contact), "");
  }

  /**
   * One that was merged into another stays as it was then.
   *
   * @throws Refused {@code TARGET_MERGED}
   */
  void demandNotMerged(KnownTarget target) {
    if (target.status() == TargetStatus.MERGED) {
      mergers
          .findSurvivorId(target.authorityId(), target.unitId().value())
          .ifPresent(
              survivor -> {
                throw Refused.because(
                    RegistryProblem.TARGET_MERGED, target.content().name(), survivor);
              });
    }
  }
}
