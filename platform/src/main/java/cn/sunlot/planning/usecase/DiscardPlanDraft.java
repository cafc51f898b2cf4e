package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a draft up; the version before it is the current one again. */
@Component
@Transactional
public class DiscardPlanDraft {

  private final PlanSteps steps;
  private final PlanStore store;
  private final JointLines joint;

  DiscardPlanDraft(PlanSteps steps, PlanStore store, JointLines joint) {
    this.steps = steps;
    this.store = store;
    this.joint = joint;
  }

  public Plan run(UUID id, IfMatch seen) {
    return run(steps.begin(id, seen, PlanCommand.DISCARD));
  }

  /** The same of a joint plan; its proposals can be taken again. */
  public Plan runJoint(UUID id, IfMatch seen) {
    return run(steps.begin(id, seen, PlanCommand.DISCARD_JOINT));
  }

  private Plan run(Step step) {
    UUID id = step.plan().id();
    if (step.plan().kind() != PlanKind.DEPARTMENT) {
      joint.releaseDropped(step.plan(), List.of());
    }
    PlanVersion discarded = step.plan().current().discarded();
    store.save(step.plan(), discarded);
    PlanVersion current = store.findBinding(id).orElse(discarded);
    return steps.endAt(step, current, Map.of("discarded", discarded.number()));
  }
}
