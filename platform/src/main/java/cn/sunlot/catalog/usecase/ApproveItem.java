package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bureau's leaders approve a version (ZB-5). */
@Component
@Transactional
public class ApproveItem {

  private final ItemSteps steps;
  private final ItemChecks checks;

  ApproveItem(ItemSteps steps, ItemChecks checks) {
    this.steps = steps;
    this.checks = checks;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.APPROVE);
    checks.complete(step.item());
    return steps.end(step, step.item().current().approvedBy(SignedIn.get().personId()), Map.of());
  }
}
