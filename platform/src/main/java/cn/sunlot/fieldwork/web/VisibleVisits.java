package cn.sunlot.fieldwork.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits that a person may see: those of their sections, and those of their own teams. */
@Component
@Transactional(readOnly = true)
class VisibleVisits {

  private final Tasks tasks;
  private final Registry registry;

  VisibleVisits(Tasks tasks, Registry registry) {
    this.tasks = tasks;
    this.registry = registry;
  }

  /** The visit; for anybody else it does not exist. */
  Visit get(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    SignedIn person = SignedIn.get();
    if (!isMember(visit, person) && !person.sees(visit.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, visitId);
    }
    return visit;
  }

  boolean isMember(Visit visit, SignedIn person) {
    return registry
        .findInspectorOfPerson(person.personId())
        .map(Inspector::id)
        .map(id -> visit.members().stream().anyMatch(m -> m.inspectorId().equals(id)))
        .orElse(false);
  }
}
