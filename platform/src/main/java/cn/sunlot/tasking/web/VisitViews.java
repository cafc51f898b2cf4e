package cn.sunlot.tasking.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitSearch.VisitRow;
import cn.sunlot.tasking.store.VisitStore;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.web.TaskViews.ItemView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits as screens show them. */
@Component
@Transactional(readOnly = true)
class VisitViews {

  record VisitListRow(
      UUID id,
      String number,
      UUID targetId,
      String unitId,
      String targetName,
      NamedId department,
      LocalDate from,
      LocalDate to,
      @OneOf(VisitState.class) String state,
      int items) {}

  record MemberView(
      UUID inspectorId,
      String name,
      String licenceNumber,
      String post,
      String role,
      boolean leader) {}

  record VisitItemView(UUID taskId, String taskNumber, ItemView item) {}

  record TargetView(
      UUID id,
      String unitId,
      String name,
      String address,
      @Nullable String responsiblePerson,
      @Nullable String contact) {}

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
      String requestedBy,
      Instant requestedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      String decisionNote,
      int emptyPlaces,
      List<String> allowedCommands) {}

  record VisitDetail(
      UUID id,
      int version,
      String number,
      @OneOf(VisitState.class) String state,
      NamedId department,
      TargetView target,
      LocalDate from,
      LocalDate to,
      List<VisitItemView> items,
      List<MemberView> members,
      @Nullable String droppedReason,
      @Nullable LocalDate finishedOn,
      int teamSize,
      Map<String, List<String>> ways,
      List<String> replacementReasons,
      List<ChangeView> changes,
      List<String> allowedCommands) {}

  private final VisitStore store;
  private final TaskStore tasks;
  private final Organisation organisation;
  private final Registry registry;
  private final Catalog catalog;
  private final Policies policies;
  private final StaffingStore changes;
  private final Involvement involvement;

  VisitViews(
      VisitStore store,
      TaskStore tasks,
      Organisation organisation,
      Registry registry,
      Catalog catalog,
      Policies policies,
      StaffingStore changes,
      Involvement involvement) {
    this.store = store;
    this.tasks = tasks;
    this.organisation = organisation;
    this.registry = registry;
    this.catalog = catalog;
    this.policies = policies;
    this.changes = changes;
    this.involvement = involvement;
  }

  Page<VisitListRow> rows(Page<VisitRow> rows) {
    Map<UUID, String> names =
        organisation.listDepartments(SignedIn.get().authorityId()).stream()
            .collect(Collectors.toMap(Department::id, Department::name));
    return rows.map(
        r ->
            new VisitListRow(
                r.id(),
                r.number(),
                r.targetId(),
                r.unitId(),
                r.targetName(),
                new NamedId(r.departmentId(), names.getOrDefault(r.departmentId(), "")),
                r.from(),
                r.to(),
                r.state(),
                r.items()));
  }

  /**
   * The visit, for the departments that take part, those that lead its tasks, and its team; for
   * anybody else it does not exist.
   */
  Visit checkVisible(UUID id) {
    Visit visit = store.get(id);
    SignedIn person = SignedIn.get();
    boolean member =
        registry
            .findInspectorOfPerson(person.personId())
            .map(i -> visit.hasMember(i.id()))
            .orElse(false);
    if (!member && !involvement.sees(person, visit)) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    return visit;
  }

  VisitDetail detail(UUID id) {
    Visit visit = checkVisible(id);
    Target target = registry.getTarget(visit.targetId());
    Profile profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    return new VisitDetail(
        id,
        visit.version(),
        visit.number(),
        Lifecycle.wireName(visit.state()),
        new NamedId(visit.departmentId(), organisation.getDepartment(visit.departmentId()).name()),
        new TargetView(
            target.id(),
            target.unitId(),
            target.name(),
            target.address(),
            target.responsiblePerson(),
            target.contact()),
        visit.from(),
        visit.to(),
        visit.items().stream()
            .map(
                i ->
                    new VisitItemView(
                        i.taskId(),
                        tasks.get(i.taskId()).terms().number(),
                        TaskViews.item(catalog.getItem(i.itemVersionId()))))
            .toList(),
        visit.members().stream()
            .map(m -> member(m.role(), registry.getInspector(m.inspectorId())))
            .toList(),
        visit.progress().droppedReason(),
        visit.progress().finishedOn(),
        profile.team().value().min(),
        ways(new StaffingRules(profile)),
        profile.replacement().value().reasons().stream().map(Lifecycle::wireName).sorted().toList(),
        changes.listOfVisit(id).stream().map(c -> change(c, visit)).toList(),
        allowed(visit, target));
  }

  /** Requests that wait for a decision of this person's departments. */
  List<ChangeView> waiting() {
    return changes.listWaiting(SignedIn.get().scope()).stream()
        .map(c -> change(c, store.get(c.visitId())))
        .toList();
  }

  /** How the visit's rules replace somebody. */
  Way replacementWay(UUID id) {
    Visit visit = store.get(id);
    return new StaffingRules(policies.getVersion(visit.profileId(), visit.profileVersion()))
        .ways(Kind.REPLACEMENT)
        .iterator()
        .next();
  }

  private static Map<String, List<String>> ways(StaffingRules rules) {
    Map<String, List<String>> ways = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      ways.put(
          Lifecycle.wireName(kind),
          rules.ways(kind).stream().map(Lifecycle::wireName).sorted().toList());
    }
    return ways;
  }

  private ChangeView change(StaffingChange change, Visit visit) {
    SignedIn person = SignedIn.get();
    int size = policies.getVersion(visit.profileId(), visit.profileVersion()).team().value().min();
    List<String> allowed =
        change.state() == StaffingChange.State.REQUESTED
                && person.may(Permission.STAFFING_DECIDE)
                && !person.personId().equals(change.requestedBy())
            ? List.of("approve", "refuse")
            : List.of();
    return new ChangeView(
        change.id(),
        change.version(),
        visit.id(),
        visit.number(),
        visit.targetName(),
        Lifecycle.wireName(change.kind()),
        Lifecycle.wireName(change.way()),
        change.role(),
        change.leavingId() == null ? null : registry.getInspector(change.leavingId()).name(),
        change.reason(),
        change.statement(),
        Lifecycle.wireName(change.state()),
        organisation.getPerson(change.requestedBy()).name(),
        change.requestedAt(),
        change.decidedBy() == null ? null : organisation.getPerson(change.decidedBy()).name(),
        change.decidedAt(),
        change.decisionNote(),
        change.leavingId() == null ? Math.max(0, size - visit.members().size()) : 1,
        allowed);
  }

  private static MemberView member(String role, Inspector inspector) {
    return new MemberView(
        inspector.id(),
        inspector.name(),
        inspector.licenceNumber(),
        inspector.post(),
        role,
        role.equals(TeamRoster.LEADER));
  }

  private static List<String> allowed(Visit visit, Target target) {
    SignedIn person = SignedIn.get();
    Stream<String> commands =
        VisitLifecycle.TABLE.allowed(visit.state()).stream()
            .filter(c -> c.permission() != null && person.may(c.permission()))
            .map(Lifecycle::wireName);
    return (target.contact() == null
            ? commands
            : Stream.concat(commands, Stream.of("show-contact")))
        .toList();
  }
}
