package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.JointApprover;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decisions on joint items as the office enters them. Who decides is what the profile says (TZ-7,
 * SX-3.2); nobody decides by a button.
 */
@Component
class Decisions {

  private final JointChecks joint;
  private final Organisation organisation;
  private final Clock clock;

  Decisions(JointChecks joint, Organisation organisation, Clock clock) {
    this.joint = joint;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * A decision on this item.
   *
   * @param on the day of the decision, today at the latest
   * @param documentNumber number of the minutes or document
   */
  Decision read(Item item, LocalDate on, String documentNumber) {
    var decision = new Decision(approver(item), on, demandNumber(documentNumber));
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      throw Refused.because(
          CatalogProblem.DECISION_IN_FUTURE,
          item.current().content().name(),
          on.toString(),
          today.toString());
    }
    return decision;
  }

  private JointApprover approver(Item item) {
    var rule = joint.rule(item.authorityId());
    JointApprover approver = rule.value().jointApprovedBy();
    if (approver == null) {
      throw Refused.because(
              CatalogProblem.NO_JOINT_LIST,
              item.current().content().name(),
              organisation.getAuthority(item.authorityId()).name())
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
