package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator renames a department, or changes what it is responsible for. */
@Component
@Transactional
public class ChangeDepartment {

  private final Organisation organisation;
  private final PersonStore store;
  private final AuditLog audit;

  ChangeDepartment(Organisation organisation, PersonStore store, AuditLog audit) {
    this.organisation = organisation;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Changes it.
   *
   * @throws Refused if the row has moved on, or another one has this name
   */
  public void run(UUID id, IfMatch seen, String name, List<String> functions, int sort) {
    seen.check(store.getDepartmentVersion(id));
    Department before = organisation.getDepartment(id);
    if (store.nameTaken(before.authorityId(), id, name)) {
      throw Refused.because(OrganisationProblem.DEPARTMENT_NAME_TAKEN, name);
    }
    store.change(
        new Department(
            id,
            before.authorityId(),
            before.parentId(),
            name,
            before.kind(),
            List.copyOf(functions)),
        sort);
    audit.record(
        "department-changed",
        id.toString(),
        Map.of("before", before.name(), "name", name, "functions", functions));
  }
}
