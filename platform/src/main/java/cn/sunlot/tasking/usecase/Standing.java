package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody is to a visit: of its team, of a department that takes part, or a reader. */
@Component
public class Standing {

  private final Registry registry;

  Standing(Registry registry) {
    this.registry = registry;
  }

  /** The person's place in the team, if they are in it. */
  public Optional<Member> place(Visit visit) {
    Optional<Inspector> own = registry.findInspectorOfPerson(SignedIn.get().personId());
    return own.flatMap(
        i -> visit.members().stream().filter(m -> m.inspectorId().equals(i.id())).findFirst());
  }

  /** Whether the person is of the team or acts for a department of the visit. */
  public boolean takesPart(Visit visit) {
    SignedIn person = SignedIn.get();
    return visit.departments().stream().anyMatch(person::handles)
        || visit.members().stream().anyMatch(m -> person.handles(m.departmentId()))
        || place(visit).isPresent();
  }

  /** Whether the person leads the team, or runs the task for the department that does (PDS-17). */
  public boolean arranges(Visit visit) {
    SignedIn person = SignedIn.get();
    return (person.may(Permission.TASK_EDIT) && person.handles(visit.departmentId()))
        || place(visit).filter(m -> m.role().equals(Seat.LEADER)).isPresent();
  }

  /**
   * Demands that the person takes part.
   *
   * @throws Refused {@code ONLY_TO_LOOK_AT}
   */
  void demandPart(Visit visit) {
    if (!takesPart(visit)) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT);
    }
  }
}
