package cn.sunlot.fieldwork.usecase;

import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks whether the person is in a visit's team, and for which department. */
@Component
class Team {

  private final Registry registry;
  private final Tasks tasks;
  private final Parts parts;
  private final Policies policies;
  private final Clock clock;

  Team(Registry registry, Tasks tasks, Parts parts, Policies policies, Clock clock) {
    this.registry = registry;
    this.tasks = tasks;
    this.parts = parts;
    this.policies = policies;
    this.clock = clock;
  }

  boolean includes(Visit visit, SignedIn person) {
    return parts.hasMember(visit, person);
  }

  /**
   * The visit that a member of its team works on.
   *
   * @throws Refused for anybody else, and before teams were sent out
   */
  Visit getOwnUnderWay(UUID visitId) {
    Visit visit = getOwn(visitId);
    if (!visit.state().equals("dispatched") && !visit.state().equals("finished")) {
      throw Refused.because(FieldworkProblem.VISIT_NOT_DISPATCHED, visit.number())
          .by(rules(visit).team().clauses());
    }
    return visit;
  }

  /**
   * The part of a visit that the member of the team enters.
   *
   * @param departmentId whose; null for the first that the person enters
   * @throws Refused if it is another department's: each enters its own items (PDS-18, PDS-20)
   */
  VisitPart ownPart(Visit visit, @Nullable UUID departmentId) {
    List<VisitPart> own = parts.enteredBy(visit, SignedIn.get());
    if (departmentId != null) {
      VisitPart asked = parts.get(visit, departmentId);
      if (!own.contains(asked)) {
        throw othersItems(visit, asked);
      }
      return asked;
    }
    if (own.isEmpty()) {
      throw othersItems(visit, parts.of(visit).get(0));
    }
    return own.get(0);
  }

  /** That something is another department's to enter. */
  Refused othersItems(Visit visit, VisitPart part) {
    return Refused.because(
            FieldworkProblem.OTHER_DEPARTMENTS_ITEMS,
            visit.number(),
            parts.name(part.departmentId()))
        .by(ownItems(rules(visit)));
  }

  /** Clauses that leave each department its own items; the base rules' where no other speaks. */
  private static List<String> ownItems(Profile profile) {
    String base = profile.chain().get(0).id();
    Rule<?> rule =
        Stream.<Rule<?>>of(profile.entry(), profile.publish())
            .filter(r -> !r.from().equals(base))
            .findFirst()
            .orElse(profile.entry());
    return rule.clauses();
  }

  /**
   * Demands that the person who is signed in may inspect on this day.
   *
   * @param day the day on site; null for today
   * @throws Refused if the licence had ended (ZB-7)
   */
  void demandLicence(Visit visit, @Nullable LocalDate day) {
    Inspector inspector = registry.findInspectorOfPerson(SignedIn.get().personId()).orElseThrow();
    LocalDate on = day == null ? LocalDate.now(clock) : day;
    if (!new RecordRules(rules(visit)).mayInspect(inspector.licenceUntil(), on)) {
      throw Refused.because(
              FieldworkProblem.LICENCE_EXPIRED,
              inspector.name(),
              inspector.licenceUntil().toString(),
              on.toString())
          .by(rules(visit).inspectors().clauses());
    }
  }

  /** Everybody of the team, with the last day of the licence. */
  Map<UUID, LocalDate> licences(Visit visit) {
    return visit.members().stream()
        .map(m -> registry.getInspector(m.inspectorId()))
        .collect(Collectors.toMap(Inspector::id, Inspector::licenceUntil));
  }

  /** The rules that the visit has frozen. */
  Profile rules(Visit visit) {
    return policies.getVersion(visit.profileId(), visit.profileVersion());
  }

  /**
   * The visit, for a member of its team.
   *
   * @throws Refused for anybody else
   */
  Visit getOwn(UUID visitId) {
    Visit visit = tasks.getVisit(visitId);
    if (!includes(visit, SignedIn.get())) {
      throw Refused.because(FieldworkProblem.NOT_IN_TEAM, visit.number())
          .by(rules(visit).team().clauses());
    }
    return visit;
  }
}
