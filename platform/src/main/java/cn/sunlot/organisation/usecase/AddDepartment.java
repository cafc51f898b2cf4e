package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator adds a section or department. */
@Component
@Transactional
public class AddDepartment {

  private final OrganisationStore organisation;
  private final PersonStore store;
  private final AuditLog audit;

  AddDepartment(OrganisationStore organisation, PersonStore store, AuditLog audit) {
    this.organisation = organisation;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Adds it below a superior one; below a bureau it is a section.
   *
   * @param functions what it is responsible for, e.g. {@code regulation}, {@code personnel}
   * @throws Refused {@code DEPARTMENT_NAME_TAKEN} if there is one of this name
   */
  public UUID run(String name, UUID parentId, List<String> functions, int sort) {
    UUID authority = SignedIn.get().authorityId();
    Department parent = organisation.getDepartment(parentId);
    String kind = parent.kind().equals("bureau") ? "section" : "department";
    var department =
        new Department(Ids.next(), authority, parent.id(), name, kind, List.copyOf(functions));
    if (store.nameTaken(authority, department.id(), name)) {
      throw Refused.because(OrganisationProblem.DEPARTMENT_NAME_TAKEN, name);
    }
    organisation.add(department, sort);
    audit.record(
        "department-added",
        department.id().toString(),
        Map.of("name", name, "parent", parent.name(), "functions", functions));
    return department.id();
  }
}
