package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a complete draft to the bureau's leaders (ZB-5). */
@Component
@Transactional
public class SubmitItem {

  private final ItemSteps steps;
  private final ItemChecks checks;

  SubmitItem(ItemSteps steps, ItemChecks checks) {
    this.steps = steps;
    this.checks = checks;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.SUBMIT);
    checks.complete(step.item());
    return steps.end(step, step.item().current().submitted(), Map.of());
  }
}
