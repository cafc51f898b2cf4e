package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office enters who decided on a joint item, when, and with which document (TZ-7). */
@Component
@Transactional
public class EnterDecision {

  private final OfficeSteps steps;
  private final ItemChecks checks;
  private final Decisions decisions;

  EnterDecision(OfficeSteps steps, ItemChecks checks, Decisions decisions) {
    this.steps = steps;
    this.checks = checks;
    this.decisions = decisions;
  }

  /**
   * Enters it.
   *
   * @param on the day of the decision, today at the latest
   * @param documentNumber number of the minutes or document
   */
  public Item run(UUID id, IfMatch seen, LocalDate on, String documentNumber) {
    Step step = steps.begin(id, seen, ItemCommand.ENTER_DECISION);
    checks.complete(step.item());
    Decision decision = decisions.read(step.item(), on, documentNumber);
    return steps.end(
        step,
        step.item().current().decided(decision, SignedIn.get().personId()),
        Map.of(
            "by", Lifecycle.wireName(decision.by()),
            "on", on.toString(),
            "document", decision.documentNumber()));
  }
}
