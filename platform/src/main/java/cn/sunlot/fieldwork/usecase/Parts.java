package cn.sunlot.fieldwork.usecase;

import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which department checks what in a visit, who enters it, and who reviews it (PDS-18, SX-4.3). */
@Component
public class Parts {

  private final Organisation organisation;
  private final Registry registry;

  Parts(Organisation organisation, Registry registry) {
    this.organisation = organisation;
    this.registry = registry;
  }

  /** The parts of a visit, that of the leading department first. */
  public List<VisitPart> of(Visit visit) {
    return VisitPart.of(visit, this::body);
  }

  /** The part of a department; for a department that checks nothing there is none. */
  public VisitPart get(Visit visit, UUID departmentId) {
    return of(visit).stream()
        .filter(part -> part.departmentId().equals(departmentId))
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, departmentId));
  }

  /** The part that an item is in, or empty where the visit has no such item. */
  public Optional<VisitPart> findHolding(Visit visit, UUID itemVersionId) {
    return of(visit).stream()
        .filter(part -> part.itemVersionIds().contains(itemVersionId))
        .findFirst();
  }

  public boolean hasMember(Visit visit, SignedIn person) {
    return registry
        .findInspectorOfPerson(person.personId())
        .map(Inspector::id)
        .map(id -> visit.members().stream().anyMatch(m -> m.inspectorId().equals(id)))
        .orElse(false);
  }

  /** Demands that the person who is signed in may see the visit; else it does not exist. */
  public void demandVisible(Visit visit) {
    SignedIn person = SignedIn.get();
    if (!hasMember(visit, person) && visit.departments().stream().noneMatch(person::sees)) {
      throw Refused.because(KernelProblem.NOT_FOUND, visit.id());
    }
  }

  /**
   * The parts that a person enters: those of the department for which they are in the team; and
   * where a department has nobody in it, whoever is there enters for it.
   */
  public List<VisitPart> enteredBy(Visit visit, SignedIn person) {
    Map<UUID, UUID> present = new HashMap<>();
    visit.members().forEach(m -> present.put(m.inspectorId(), body(m.departmentId())));
    return registry
        .findInspectorOfPerson(person.personId())
        .flatMap(inspector -> Optional.ofNullable(present.get(inspector.id())))
        .map(own -> enteredFor(own, of(visit), present.values()))
        .orElse(List.of());
  }

  private static List<VisitPart> enteredFor(
      UUID own, List<VisitPart> parts, Collection<UUID> present) {
    return parts.stream()
        .filter(part -> part.bodyId().equals(own) || !present.contains(part.bodyId()))
        .toList();
  }

  /** The parts that a person reviews: those of the departments they act for. */
  public List<VisitPart> reviewedBy(Visit visit, SignedIn person) {
    return of(visit).stream().filter(part -> person.handles(part.departmentId())).toList();
  }

  /** Names of departments, as a refusal says them. */
  public String name(UUID departmentId) {
    return organisation.getDepartment(departmentId).name();
  }

  private UUID body(UUID departmentId) {
    return organisation.listBody(departmentId).stream()
        .filter(d -> !d.isSection())
        .map(Department::id)
        .findFirst()
        .orElse(departmentId);
  }
}
