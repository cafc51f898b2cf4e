package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.RelationType;
import cn.sunlot.registry.store.TargetRelationStore;
import cn.sunlot.registry.store.TargetStore;
import cn.sunlot.sheets.Normalised;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a target belongs to, or no longer does: where it stands, whose it is (TZ-10). */
@Component
@Transactional
public class RelateTarget {

  private final TargetStore targets;
  private final TargetRelationStore store;
  private final Registry registry;
  private final TargetSteps steps;
  private final KindSchemas schemas;

  RelateTarget(
      TargetStore targets,
      TargetRelationStore store,
      Registry registry,
      TargetSteps steps,
      KindSchemas schemas) {
    this.targets = targets;
    this.store = store;
    this.registry = registry;
    this.steps = steps;
    this.schemas = schemas;
  }

  /**
   * Says it; what stood there before is replaced.
   *
   * @param otherId the other's number as written
   * @throws Refused if the own registry has no such target, the kinds do not fit, or it would
   *     belong to itself
   */
  public void run(UUID id, IfMatch seen, String relation, String otherId, String reason) {
    KnownTarget target = targets.get(id);
    seen.check(target.version());
    String why = TargetSteps.demandReason(reason);
    RelationType type = demandType(relation);
    Registry.Target other =
        registry
            .findByWrittenId(target.authorityId(), Normalised.ofCode(otherId).text())
            .orElseThrow(() -> wrong("unitId", otherId, "registry.wrong.relation-unknown-unit"));
    String unit = target.unitId().value();
    if (!type.from().contains(target.content().kind())
        || !type.to().contains(other.kind())
        || store.leads(target.authorityId(), relation, other.unitId(), unit)) {
      throw Refused.because(
          RegistryProblem.RELATION_WRONG,
          type.words().zh(),
          type.words().en(),
          unit,
          other.unitId(),
          "");
    }
    String before = store.find(id, relation).orElse("");
    if (!before.equals(other.unitId())) {
      store.save(target, relation, other.unitId());
      save(target, "target-related", relation, before, other.unitId(), why);
    }
  }

  /** Takes it back. */
  public void withdraw(UUID id, IfMatch seen, String relation, String reason) {
    KnownTarget target = targets.get(id);
    seen.check(target.version());
    String why = TargetSteps.demandReason(reason);
    String before =
        store
            .find(id, demandType(relation).name())
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, relation));
    store.remove(id, relation);
    save(target, "target-unrelated", relation, before, "", why);
  }

  private void save(
      KnownTarget target, String type, String relation, String before, String now, String why) {
    steps.save(
        target, type, why, Map.of(RelationType.PREFIX + relation, List.<Object>of(before, now)));
  }

  private RelationType demandType(String relation) {
    return schemas
        .get()
        .findRelation(relation)
        .orElseThrow(() -> wrong("relation", relation, "registry.wrong.relation"));
  }

  private static Refused wrong(String field, String value, String key) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, value, key)));
  }
}
