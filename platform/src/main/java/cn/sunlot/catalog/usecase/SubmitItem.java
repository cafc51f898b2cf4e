package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a complete draft to the bureau's leaders (ZB-5), a joint one to the office of the joint
 * conference (TZ-M3).
 */
@Component
@Transactional
public class SubmitItem {

  private final ItemSteps steps;
  private final ItemChecks checks;
  private final JointOffice office;

  SubmitItem(ItemSteps steps, ItemChecks checks, JointOffice office) {
    this.steps = steps;
    this.checks = checks;
    this.office = office;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.SUBMIT);
    checks.complete(step.item());
    if (step.item().current().content().isJoint()) {
      office.demandNamed(step.item());
    }
    return steps.end(step, step.item().current().submitted(), Map.of());
  }
}
