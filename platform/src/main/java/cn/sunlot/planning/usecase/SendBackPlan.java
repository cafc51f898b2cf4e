package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.usecase.PlanSteps.Step;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The principal sends a plan back to its section, and says why. */
@Component
@Transactional
public class SendBackPlan {

  private final PlanSteps steps;

  SendBackPlan(PlanSteps steps) {
    this.steps = steps;
  }

  public Plan run(UUID id, IfMatch seen, String reason) {
    return run(steps.begin(id, seen, PlanCommand.SEND_BACK), reason);
  }

  /** A joint plan comes back from the body that decides on it; the office enters why (TZ-14). */
  public Plan runJoint(UUID id, IfMatch seen, String reason) {
    return run(steps.begin(id, seen, PlanCommand.RETURN_JOINT), reason);
  }

  private Plan run(Step step, String reason) {
    String why = PlanSteps.demandReason(reason);
    return steps.end(step, step.plan().current().sentBack(why), Map.of("reason", why));
  }
}
