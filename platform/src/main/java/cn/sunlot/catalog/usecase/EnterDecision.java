package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.JointApprover;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office enters who decided on a joint item, when, and with which document. Who decides is what
 * the profile says (TZ-7, SX-3.2); nobody decides by a button.
 */
@Component
@Transactional
public class EnterDecision {

  private final OfficeSteps steps;
  private final ItemChecks checks;
  private final JointChecks joint;
  private final Clock clock;

  EnterDecision(OfficeSteps steps, ItemChecks checks, JointChecks joint, Clock clock) {
    this.steps = steps;
    this.checks = checks;
    this.joint = joint;
    this.clock = clock;
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
    Decision decision = new Decision(approver(step.item()), on, demandNumber(documentNumber));
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      throw Refused.because(
          CatalogProblem.DECISION_IN_FUTURE,
          step.item().current().content().name(),
          on.toString(),
          today.toString());
    }
    return steps.end(
        step,
        step.item().current().decided(decision, SignedIn.get().personId()),
        Map.of(
            "by", Lifecycle.wireName(decision.by()),
            "on", on.toString(),
            "document", decision.documentNumber()));
  }

  private JointApprover approver(Item item) {
    var rule = joint.rule(item.authorityId());
    JointApprover approver = rule.value().jointApprovedBy();
    if (approver == null) {
      throw Refused.because(CatalogProblem.NO_JOINT_LIST, item.current().content().name(), "")
          .by(rule.clauses());
    }
    return approver;
  }

  private static String demandNumber(String documentNumber) {
    if (documentNumber.isBlank()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of("documentNumber", "", "catalog.field.required")));
    }
    return documentNumber.strip();
  }
}
