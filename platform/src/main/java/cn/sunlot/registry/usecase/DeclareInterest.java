package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.store.InspectorStore;
import cn.sunlot.registry.store.TargetStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Declares whom an inspector must not visit, and takes it back (ZB-11, TZ-24). */
@Component
@Transactional
public class DeclareInterest {

  private final InspectorStore inspectors;
  private final KeptInspectors kept;
  private final TargetStore targets;
  private final AuditLog audit;

  DeclareInterest(
      InspectorStore inspectors, KeptInspectors kept, TargetStore targets, AuditLog audit) {
    this.inspectors = inspectors;
    this.kept = kept;
    this.targets = targets;
    this.audit = audit;
  }

  /** Declares it; declared already, it stays as it is. */
  public void run(UUID inspectorId, UUID targetId, String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownInspector inspector = kept.get(inspectorId);
    KnownTarget target = targets.get(targetId);
    if (inspectors.addInterest(inspector, targetId, why)) {
      record("interest-declared", inspector, target, why);
    }
  }

  /** Takes it back, with a reason. */
  public void withdraw(UUID inspectorId, UUID targetId, String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownInspector inspector = kept.get(inspectorId);
    KnownTarget target = targets.get(targetId);
    if (!inspectors.removeInterest(inspectorId, targetId)) {
      throw Refused.because(KernelProblem.NOT_FOUND, targetId);
    }
    record("interest-withdrawn", inspector, target, why);
  }

  private void record(String type, KnownInspector inspector, KnownTarget target, String reason) {
    audit.record(
        type,
        inspector.content().licence().number(),
        Map.of("target", target.unitId().value(), "reason", reason));
  }
}
