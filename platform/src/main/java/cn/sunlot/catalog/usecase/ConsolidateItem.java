package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office of the joint conference puts a proposal on the list to be decided on (TZ-M3). Items
 * that inspect the same do not stop it; that they were there goes on record.
 */
@Component
@Transactional
public class ConsolidateItem {

  private final OfficeSteps steps;
  private final ItemChecks checks;
  private final FindOverlaps overlaps;

  ConsolidateItem(OfficeSteps steps, ItemChecks checks, FindOverlaps overlaps) {
    this.steps = steps;
    this.checks = checks;
    this.overlaps = overlaps;
  }

  public Item run(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ItemCommand.CONSOLIDATE);
    checks.complete(step.item());
    List<String> same = overlaps.run(step.item()).stream().map(f -> f.item().code()).toList();
    return steps.end(
        step,
        step.item().current().consolidatedBy(SignedIn.get().personId()),
        Map.of("overlaps", same));
  }
}
