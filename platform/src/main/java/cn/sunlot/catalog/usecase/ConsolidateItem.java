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

/** The office of the joint conference puts a proposal on the list to be decided on (TZ-M3). */
@Component
@Transactional
public class ConsolidateItem {

  private final OfficeSteps steps;
  private final ItemChecks checks;

  ConsolidateItem(OfficeSteps steps, ItemChecks checks) {
    this.steps = steps;
    this.checks = checks;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.CONSOLIDATE);
    checks.complete(step.item());
    return steps.end(
        step, step.item().current().consolidatedBy(SignedIn.get().personId()), Map.of());
  }
}
