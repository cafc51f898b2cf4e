package cn.sunlot.fieldwork.usecase;

import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks whether the person is in a visit's team. */
@Component
class Team {

  private final Registry registry;
  private final Tasks tasks;

  Team(Registry registry, Tasks tasks) {
    this.registry = registry;
    this.tasks = tasks;
  }

  boolean includes(Visit visit, SignedIn person) {
    return registry
        .findInspectorOfPerson(person.personId())
        .map(Inspector::id)
        .map(id -> visit.members().stream().anyMatch(m -> m.inspectorId().equals(id)))
        .orElse(false);
  }

  /**
   * The visit, for a member of its team.
   *
   * @throws Refused for anybody else
   */
  Visit getOwn(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    if (!includes(visit, SignedIn.get())) {
      throw Refused.because(FieldworkProblem.NOT_IN_TEAM, visit.number()).by("ZB-9");
    }
    return visit;
  }
}
