package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.store.InspectorStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters when an inspector is away, and takes it back. */
@Component
@Transactional
public class KeepLeave {

  private final InspectorStore store;
  private final KeptInspectors kept;
  private final AuditLog audit;

  KeepLeave(InspectorStore store, KeptInspectors kept, AuditLog audit) {
    this.store = store;
    this.kept = kept;
    this.audit = audit;
  }

  public void add(UUID inspectorId, Leave leave) {
    KnownInspector inspector = kept.get(inspectorId);
    TargetSteps.demandReason(leave.reason());
    if (leave.to().isBefore(leave.from())) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("to", leave.to().toString(), "registry.wrong.dates")));
    }
    UUID id = store.addLeave(inspector, leave);
    audit.record(
        "leave-added",
        inspector.content().licence().number(),
        Map.of(
            "leave", id.toString(), "from", leave.from().toString(), "to", leave.to().toString()));
  }

  public void remove(UUID inspectorId, UUID leaveId) {
    KnownInspector inspector = kept.get(inspectorId);
    if (!store.removeLeave(inspectorId, leaveId)) {
      throw Refused.because(KernelProblem.NOT_FOUND, leaveId);
    }
    audit.record(
        "leave-removed",
        inspector.content().licence().number(),
        Map.of("leave", leaveId.toString()));
  }
}
