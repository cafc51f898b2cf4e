package cn.sunlot.tasking.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitAssistant;
import cn.sunlot.tasking.store.AssistantStore;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.VisitStore;
import cn.sunlot.tasking.usecase.DecideStaffingChange;
import cn.sunlot.tasking.usecase.TeamPlaces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams as screens show them: who is in them, who is missing, who goes along, what was asked. */
@Component
@Transactional(readOnly = true)
class TeamViews {

  /**
   * Somebody of a team.
   *
   * @param department for which they are in it
   * @param licenceValid whether the licence lasts until the last day of the visit
   */
  record MemberView(
      UUID inspectorId,
      String name,
      String licenceNumber,
      LocalDate licenceUntil,
      boolean licenceValid,
      String post,
      String role,
      NamedId department,
      boolean leader) {}

  /** A place that nobody fills. */
  record SeatView(String role, NamedId department, boolean leader) {}

  /** Somebody who goes along and does not count as team. */
  record AssistantView(
      UUID id,
      @OneOf(VisitAssistant.Kind.class) String kind,
      String name,
      String organisation,
      String purpose) {}

  /**
   * A request.
   *
   * @param decides the department whose leader decides
   * @param principal whether its principal decides
   */
  record ChangeView(
      UUID id,
      int version,
      UUID visitId,
      String visitNumber,
      String targetName,
      @OneOf(StaffingChange.Kind.class) String kind,
      @OneOf(StaffingChange.Way.class) String way,
      String role,
      @Nullable String leaving,
      String reason,
      String statement,
      @OneOf(StaffingChange.State.class) String state,
      NamedId decides,
      boolean principal,
      String requestedBy,
      Instant requestedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      String decisionNote,
      int emptyPlaces,
      List<String> allowedCommands) {}

  /** A team with what is missing in it. */
  record TeamView(
      List<MemberView> members,
      List<SeatView> empty,
      int size,
      List<AssistantView> assistants,
      List<ChangeView> changes) {}

  private final VisitStore visits;
  private final StaffingStore changes;
  private final AssistantStore assistants;
  private final TeamPlaces places;
  private final Registry registry;
  private final Organisation organisation;

  TeamViews(
      VisitStore visits,
      StaffingStore changes,
      AssistantStore assistants,
      TeamPlaces places,
      Registry registry,
      Organisation organisation) {
    this.visits = visits;
    this.changes = changes;
    this.assistants = assistants;
    this.places = places;
    this.registry = registry;
    this.organisation = organisation;
  }

  TeamView of(Visit visit) {
    TeamPlaces.Places team = places.of(visit);
    Map<UUID, String> names = names(visit.authorityId());
    return new TeamView(
        visit.members().stream().map(m -> member(visit, m, names)).toList(),
        team.empty().stream()
            .map(s -> new SeatView(s.role(), named(s.departmentId(), names), s.isLeader()))
            .toList(),
        team.size(),
        assistants.list(visit.id()).stream()
            .map(
                a ->
                    new AssistantView(
                        a.subjectId(),
                        Lifecycle.wireName(a.kind()),
                        a.name(),
                        a.organisation(),
                        a.purpose()))
            .toList(),
        changes.listOfVisit(visit.id()).stream()
            .map(c -> change(c, visit, team.empty().size(), names))
            .toList());
  }

  /** Requests that this person may decide on. */
  List<ChangeView> waiting() {
    SignedIn person = SignedIn.get();
    List<StaffingChange> all =
        changes.listWaiting(person.scope().acting()).stream()
            .filter(c -> DecideStaffingChange.mayDecide(c, person))
            .toList();
    Map<UUID, String> names = names(person.authorityId());
    return all.stream()
        .map(
            c -> {
              Visit visit = visits.get(c.visitId());
              return change(c, visit, places.of(visit).empty().size(), names);
            })
        .toList();
  }

  private MemberView member(Visit visit, Member member, Map<UUID, String> names) {
    Inspector inspector = registry.getInspector(member.inspectorId());
    return new MemberView(
        inspector.id(),
        inspector.name(),
        inspector.licenceNumber(),
        inspector.licenceUntil(),
        !inspector.licenceUntil().isBefore(visit.latest()),
        inspector.post(),
        member.role(),
        named(member.departmentId(), names),
        member.role().equals(cn.sunlot.tasking.domain.Seat.LEADER));
  }

  private ChangeView change(
      StaffingChange change, Visit visit, int empty, Map<UUID, String> names) {
    boolean mayDecide =
        change.state() == StaffingChange.State.REQUESTED
            && DecideStaffingChange.mayDecide(change, SignedIn.get());
    UUID leaving = change.leavingId();
    UUID decidedBy = change.decidedBy();
    return new ChangeView(
        change.id(),
        change.version(),
        visit.id(),
        visit.number(),
        visit.targetName(),
        Lifecycle.wireName(change.kind()),
        Lifecycle.wireName(change.way()),
        change.role(),
        leaving == null ? null : registry.getInspector(leaving).name(),
        change.reason(),
        change.statement(),
        Lifecycle.wireName(change.state()),
        named(change.departmentId(), names),
        change.principal(),
        organisation.getPerson(change.requestedBy()).name(),
        change.requestedAt(),
        decidedBy == null ? null : organisation.getPerson(decidedBy).name(),
        change.decidedAt(),
        change.decisionNote(),
        leaving == null ? empty : 1,
        mayDecide ? List.of("approve", "refuse") : List.of());
  }

  private Map<UUID, String> names(UUID authorityId) {
    return organisation.listDepartments(authorityId).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  static NamedId named(UUID id, Map<UUID, String> names) {
    return new NamedId(id, Objects.requireNonNullElse(names.get(id), ""));
  }
}
