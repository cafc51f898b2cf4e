package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator renames a department, or changes what it is responsible for. */
@Component
@Transactional
public class ChangeDepartment {

  private final Administered administered;
  private final PersonStore store;
  private final AuditLog audit;

  ChangeDepartment(Administered administered, PersonStore store, AuditLog audit) {
    this.administered = administered;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Changes it.
   *
   * @param line of a department, or null; a section has none
   * @throws Refused if the row has moved on, somebody else manages it, or another one has this name
   */
  public void run(
      UUID id, IfMatch seen, String name, @Nullable Line line, List<String> functions, int sort) {
    seen.check(store.getDepartmentVersion(id));
    Department before = administered.get(id);
    if (before.isSection() && line != null) {
      throw Refused.because(OrganisationProblem.SECTION_WITHOUT_REGION, name);
    }
    var after =
        new Department(
            id,
            before.authorityId(),
            before.parentId(),
            name,
            before.kind(),
            before.region(),
            line,
            List.copyOf(functions));
    if (store.nameTaken(after)) {
      throw Refused.because(OrganisationProblem.DEPARTMENT_NAME_TAKEN, name);
    }
    store.change(after, sort);
    store.noteStructure(before.authorityId());
    audit.record(
        "department-changed",
        id.toString(),
        Map.of("before", before.name(), "name", name, "functions", functions));
  }
}
