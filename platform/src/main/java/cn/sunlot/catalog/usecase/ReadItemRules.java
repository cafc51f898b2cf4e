package cn.sunlot.catalog.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.ItemListRules;
import cn.sunlot.policy.Rule;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever drafts an item has to know: the rules in force, and who may take part (TZ-7). */
@Component
@Transactional(readOnly = true)
public class ReadItemRules {

  /**
   * The rules for the signed-in person's department.
   *
   * @param rule empty where the rules have expired and nobody confirmed them
   * @param participants departments that may take part in a joint item; none where there is no list
   */
  public record Read(Optional<Rule<ItemListRules>> rule, List<Department> participants) {}

  private final JointChecks joint;

  ReadItemRules(JointChecks joint) {
    this.joint = joint;
  }

  public Read run() {
    SignedIn person = SignedIn.get();
    return new Read(joint.findRule(person.authorityId()), joint.candidates(person.departmentId()));
  }
}
