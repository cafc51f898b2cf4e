package cn.sunlot.policy.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Conference;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.PolicyProblem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides by which rules an authority works: the principal of the bureau, of the city itself,
 * or of the office of the city's joint conference; no department of a city for all the others.
 */
@Component
@Transactional(readOnly = true)
public class SwitchRights {

  private final Organisation organisation;

  SwitchRights(Organisation organisation) {
    this.organisation = organisation;
  }

  /** Whether the person who is signed in does. */
  public boolean isHeld() {
    SignedIn person = SignedIn.get();
    return person.may(Permission.POLICY_CONFIRM) && speaksForAll(person);
  }

  void demand() {
    SignedIn person = SignedIn.get();
    if (!isHeld()) {
      throw Refused.because(
          PolicyProblem.SWITCH_OF_OTHERS, organisation.getBody(person.departmentId()).name());
    }
  }

  private boolean speaksForAll(SignedIn person) {
    Department body = organisation.getBody(person.departmentId());
    Authority authority = organisation.getAuthority(person.authorityId());
    Optional<UUID> office =
        organisation.findConference(authority.id(), authority.region()).map(Conference::office);
    return body.parentId() == null || office.filter(body.id()::equals).isPresent();
  }
}
