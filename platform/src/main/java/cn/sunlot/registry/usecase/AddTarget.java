package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.domain.UnitId;
import cn.sunlot.registry.store.MergerStore;
import cn.sunlot.registry.store.TargetStore;
import cn.sunlot.sheets.Normalised;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters a single target (ZB-6, TZ-10). */
@Component
@Transactional
public class AddTarget {

  private final TargetStore store;
  private final AuditLog audit;
  private final WholeView view;
  private final TargetSteps steps;
  private final MergerStore mergers;
  private final CheckForDuplicates duplicates;

  AddTarget(
      TargetStore store,
      AuditLog audit,
      WholeView view,
      TargetSteps steps,
      MergerStore mergers,
      CheckForDuplicates duplicates) {
    this.store = store;
    this.mergers = mergers;
    this.duplicates = duplicates;
    this.audit = audit;
    this.view = view;
    this.steps = steps;
  }

  public KnownTarget run(String id, TargetContent sent) {
    UnitId unitId = demandId(id);
    TargetContent content = steps.demandRight(sent);
    SignedIn person = SignedIn.get();
    demandFree(person, unitId);
    if (!person.scope().area().whole()) {
      view.run(() -> demandNotElsewhere(person, unitId));
    }
    var added =
        new KnownTarget(
            Ids.next(),
            person.authorityId(),
            unitId,
            content,
            TargetStatus.ACTIVE,
            content.warnings(unitId),
            1);
    store.add(added);
    audit.record("target-added", unitId.value(), Map.of("name", content.name()));
    duplicates.check(added);
    return store.get(added.id());
  }

  private void demandFree(SignedIn person, UnitId unitId) {
    mergers
        .findSurvivorId(person.authorityId(), unitId.value())
        .ifPresent(
            survivor -> {
              throw Refused.because(RegistryProblem.UNIT_MERGED, unitId.value(), survivor, "");
            });
    store
        .findName(person.authorityId(), unitId.value())
        .ifPresent(
            name -> {
              throw Refused.because(RegistryProblem.UNIT_ID_TAKEN, unitId.value(), name);
            });
  }

  /** In another region, which the person does not see. */
  private void demandNotElsewhere(SignedIn person, UnitId unitId) {
    if (store.findName(person.authorityId(), unitId.value()).isPresent()) {
      throw Refused.because(RegistryProblem.UNIT_ELSEWHERE, unitId.value(), "", "1");
    }
  }

  /** What a person wrote as the number of a business, as draws use it. */
  static UnitId demandId(String id) {
    UnitId.Reading reading = UnitId.read(Normalised.ofCode(id).text());
    return reading.id().orElseThrow(() -> refused(id, reading.refusal().orElseThrow()));
  }

  /** In the words of the import. */
  private static Refused refused(String id, UnitId.Refusal refusal) {
    String key = "import.issue.unit-id-" + Lifecycle.wireName(refusal);
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of("unitId", id, key, id)));
  }
}
