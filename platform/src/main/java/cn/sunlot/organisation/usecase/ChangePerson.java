package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator changes a name or department, or switches an account off or on. */
@Component
@Transactional
public class ChangePerson {

  private final PersonStore store;
  private final Organisation organisation;
  private final Administered administered;
  private final LastAdministrators lastAdministrators;
  private final AuditLog audit;

  ChangePerson(
      PersonStore store,
      Organisation organisation,
      Administered administered,
      LastAdministrators lastAdministrators,
      AuditLog audit) {
    this.store = store;
    this.organisation = organisation;
    this.administered = administered;
    this.lastAdministrators = lastAdministrators;
    this.audit = audit;
  }

  /**
   * Changes a person; open sessions of the person end.
   *
   * @throws Refused if the row has moved on, somebody else manages the department, it is the own
   *     account that is switched off, or the last administrator's
   */
  public void run(UUID id, IfMatch seen, String name, UUID departmentId, boolean active) {
    seen.check(store.getVersion(id));
    Person before = organisation.getPerson(id);
    administered.get(before.departmentId());
    if (!active && id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    var department = administered.get(departmentId);
    store.change(
        new Person(
            id,
            before.authorityId(),
            department.id(),
            name,
            before.login(),
            before.roles(),
            active));
    lastAdministrators.demandOne(before.authorityId());
    audit.record(
        "person-changed",
        before.login(),
        Map.of("person", id.toString(), "department", department.name(), "active", active));
  }
}
