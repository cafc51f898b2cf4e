package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.Training;
import cn.sunlot.registry.store.TrainingStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters trainings for double random, and takes back what was entered by mistake (TZ-22). */
@Component
@Transactional
public class KeepTraining {

  private final KeptInspectors kept;
  private final TrainingStore store;
  private final AuditLog audit;
  private final Clock clock;

  KeepTraining(KeptInspectors kept, TrainingStore store, AuditLog audit, Clock clock) {
    this.kept = kept;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Enters one; entered already, it stays as it is.
   *
   * @throws Refused {@code VALUES_WRONG} if it is yet to come, has no topic or no sensible length
   */
  public void add(UUID inspectorId, Training training) {
    KnownInspector inspector = kept.get(inspectorId);
    List<WrongValue> wrong = training.wrong(LocalDate.now(clock));
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    if (store.add(inspector, training)) {
      record("training-added", inspector, training, Map.of("hours", training.hours()));
    }
  }

  /** Takes it back, with a reason. */
  public void remove(UUID inspectorId, UUID id, String reason) {
    String why = TargetSteps.demandReason(reason);
    KnownInspector inspector = kept.get(inspectorId);
    Training training =
        store
            .remove(inspectorId, id)
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
    record("training-removed", inspector, training, Map.of("reason", why));
  }

  private void record(
      String type, KnownInspector inspector, Training training, Map<String, Object> more) {
    Map<String, Object> payload = new java.util.HashMap<>(more);
    payload.put("on", training.on().toString());
    payload.put("topic", training.topic());
    audit.record(type, inspector.content().licence().number(), payload);
  }
}
