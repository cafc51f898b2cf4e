package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.domain.Declaration;
import cn.sunlot.registry.domain.Declaration.Kind;
import cn.sunlot.registry.domain.Declaration.Relation;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.store.DeclarationStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the businesses and people in whom an inspector has an interest; teams are drawn without
 * that inspector wherever they turn up (ZB-11, TZ-24).
 */
@Component
@Transactional
public class Declare {

  private final KeptInspectors kept;
  private final DeclarationStore store;
  private final AuditLog audit;

  Declare(KeptInspectors kept, DeclarationStore store, AuditLog audit) {
    this.kept = kept;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Declares it; declared already, it stays as it is.
   *
   * @param unitId number of a business as written; null for a person
   * @throws Refused {@code VALUES_WRONG} if a business has no number that could be one, or a name
   *     is missing
   */
  public void run(
      UUID inspectorId,
      Kind kind,
      @Nullable String unitId,
      String name,
      Relation relation,
      String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownInspector inspector = kept.get(inspectorId);
    String number =
        kind == Kind.BUSINESS ? AddTarget.demandId(unitId == null ? "" : unitId).value() : null;
    if (name.isBlank()) {
      throw wrong(WrongValue.of("name", "", "registry.wrong.required"));
    }
    var declaration = new Declaration(Ids.next(), kind, number, name.strip(), relation, why);
    if (store.add(inspector, declaration)) {
      record("declaration-added", inspector, declaration, why);
    }
  }

  /** Takes it back, with a reason. */
  public void withdraw(UUID inspectorId, UUID id, String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownInspector inspector = kept.get(inspectorId);
    Declaration declaration =
        store
            .remove(inspectorId, id)
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
    record("declaration-withdrawn", inspector, declaration, why);
  }

  private static Refused wrong(WrongValue value) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1).naming(List.of(value));
  }

  private void record(
      String type, KnownInspector inspector, Declaration declaration, String reason) {
    audit.record(
        type,
        inspector.content().licence().number(),
        Map.of(
            "kind", Lifecycle.wireName(declaration.kind()),
            "unit", declaration.unitId() == null ? "" : declaration.unitId(),
            "name", declaration.name(),
            "relation", Lifecycle.wireName(declaration.relation()),
            "reason", reason));
  }
}
