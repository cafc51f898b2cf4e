package cn.sunlot.catalog.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
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
   * @param body in whose name the department inspects
   * @param participants departments that may take part in a joint item; none where there is no list
   */
  public record Read(
      Optional<Rule<ItemListRules>> rule, String body, List<Department> participants) {}

  private final JointChecks joint;
  private final JointOffice office;
  private final Organisation organisation;

  ReadItemRules(JointChecks joint, JointOffice office, Organisation organisation) {
    this.joint = joint;
    this.office = office;
    this.organisation = organisation;
  }

  public Read run() {
    SignedIn person = SignedIn.get();
    Authority authority = organisation.getAuthority(person.authorityId());
    String body =
        authority.kind().equals("city")
            ? office.body(person.departmentId()).name()
            : authority.name();
    return new Read(joint.findRule(authority.id()), body, joint.candidates(person.departmentId()));
  }
}
