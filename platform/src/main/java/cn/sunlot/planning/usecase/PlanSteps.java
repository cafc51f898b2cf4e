package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanLifecycle;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The beginning and the end that all commands on a plan have in common. */
@Component
class PlanSteps {

  /** A plan that a command may change. */
  record Step(Plan plan, Edge<PlanState, PlanCommand> edge) {}

  private final PlanStore store;
  private final Organisation organisation;
  private final AuditLog audit;

  PlanSteps(PlanStore store, Organisation organisation, AuditLog audit) {
    this.store = store;
    this.organisation = organisation;
    this.audit = audit;
  }

  /**
   * Loads the plan.
   *
   * @throws Refused if it belongs to another section, has moved on, or does not allow the command
   */
  Step begin(UUID id, IfMatch seen, PlanCommand command) {
    Plan plan = store.get(id);
    demandOwn(plan.departmentId(), plan.number());
    seen.check(plan.version());
    return new Step(plan, PlanLifecycle.of(plan).take(plan.current().state(), command));
  }

  /** Refuses what belongs to a section that this person does not act for. */
  void demandOwn(UUID departmentId, String what) {
    if (!SignedIn.get().handles(departmentId)) {
      throw Refused.because(
          PlanningProblem.OTHER_SECTION, what, organisation.getDepartment(departmentId).name());
    }
  }

  /** Saves the plan with this current version and writes the entry of the edge. */
  Plan end(Step step, PlanVersion current, Map<String, ?> payload) {
    Plan saved = store.save(step.plan().with(current));
    record(step, saved, payload);
    return saved;
  }

  /** Goes back to a version that is stored already, and writes the entry of the edge. */
  Plan endAt(Step step, PlanVersion earlier, Map<String, ?> payload) {
    Plan saved = store.move(step.plan().with(earlier));
    record(step, saved, payload);
    return saved;
  }

  void record(Step step, Plan saved, Map<String, ?> payload) {
    Map<String, Object> all = new HashMap<>(payload);
    all.put("plan", saved.id().toString());
    all.put("version", saved.current().number());
    audit.record(step.edge().entryType(), saved.number(), all);
  }

  /** A reason that says something. */
  static String demandReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.because(PlanningProblem.REASON_MISSING);
    }
    return reason.strip();
  }
}
