package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office sends a joint item back to its lead department, and says why (TZ-M3). */
@Component
@Transactional
public class ReturnProposal {

  private final OfficeSteps steps;

  ReturnProposal(OfficeSteps steps) {
    this.steps = steps;
  }

  public Item run(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ItemCommand.RETURN_PROPOSAL);
    String why = ItemSteps.demandReason(reason);
    return steps.end(step, step.item().current().sentBack(why), Map.of("reason", why));
  }
}
