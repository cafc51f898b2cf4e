package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins an adjustment of a published plan, for a stated reason (TZ-13). */
@Component
@Transactional
public class AdjustPlan {

  private final PlanSteps steps;
  private final PlanStore store;

  AdjustPlan(PlanSteps steps, PlanStore store) {
    this.steps = steps;
    this.store = store;
  }

  public Plan run(UUID id, IfMatch seen, String reason) {
    return run(steps.begin(id, seen, PlanCommand.ADJUST), reason);
  }

  /** The same of a joint plan, or of one whose first draft was given up. */
  public Plan runJoint(UUID id, IfMatch seen, String reason) {
    return run(steps.begin(id, seen, PlanCommand.ADJUST_JOINT), reason);
  }

  private Plan run(Step step, String reason) {
    String why = PlanSteps.demandReason(reason);
    int highest =
        store.listVersions(step.plan().id()).stream().mapToInt(PlanVersion::number).max().orElse(0);
    PlanVersion draft =
        begin(step.plan()).successor(Ids.next(), highest + 1, why, SignedIn.get().personId());
    return steps.end(step, draft, Map.of("reason", why));
  }

  /** What the draft begins with: of a draft that was given up nothing stays. */
  private static PlanVersion begin(Plan plan) {
    PlanVersion current = plan.current();
    return current.state() == PlanState.DISCARDED
        ? current.saying(current.title(), List.of())
        : current;
  }
}
