package cn.sunlot.tasking.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.domain.HandDown;
import cn.sunlot.tasking.domain.HandDownCommand;
import cn.sunlot.tasking.domain.HandDownLifecycle;
import cn.sunlot.tasking.domain.HandDownState;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationCommand;
import cn.sunlot.tasking.domain.InvitationLifecycle;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TogetherSearch;
import cn.sunlot.tasking.store.TogetherSearch.Savings;
import cn.sunlot.tasking.usecase.Involvement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What several departments have to do with one task, as screens show it. */
@Component
@Transactional(readOnly = true)
class TogetherViews {

  /**
   * An invitation with its answer.
   *
   * @param late whether the answer is overdue
   * @param executing the section that carries it out
   * @param items codes and names of what was picked
   */
  record InvitationView(
      UUID id,
      int version,
      NamedId department,
      @OneOf(InvitationState.class) String state,
      LocalDate deadline,
      boolean late,
      String invitedBy,
      Instant invitedAt,
      @Nullable NamedId executing,
      List<String> items,
      String reason,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt,
      List<String> allowedCommands) {}

  /** A joint task outside the plan, filed with the office of the joint conference. */
  record FilingView(NamedId office, String by, Instant at) {}

  /** A part of the list that went down a line. */
  record PartView(
      UUID id,
      int version,
      NamedId from,
      String regionCode,
      String region,
      NamedId department,
      boolean lead,
      @OneOf(HandDownState.class) String state,
      @Nullable NamedId executing,
      Instant handedAt,
      @Nullable String receivedBy,
      @Nullable Instant receivedAt,
      List<String> allowedCommands) {}

  /** How far a department is with its visits. */
  record ProgressView(
      NamedId department,
      String region,
      int visits,
      int staffed,
      int dispatched,
      int finished,
      int late) {}

  /**
   * What departments have to do with a task.
   *
   * @param handedDown whether what is drawn goes down to the counties
   */
  record Together(
      boolean handedDown,
      List<InvitationView> invitations,
      @Nullable FilingView filing,
      List<PartView> parts,
      List<ProgressView> progress,
      Savings savings) {}

  private final InvitationStore invitations;
  private final HandDownStore handDowns;
  private final TogetherSearch search;
  private final Involvement involvement;
  private final Organisation organisation;
  private final Catalog catalog;
  private final Policies policies;
  private final Clock clock;

  TogetherViews(
      InvitationStore invitations,
      HandDownStore handDowns,
      TogetherSearch search,
      Involvement involvement,
      Organisation organisation,
      Catalog catalog,
      Policies policies,
      Clock clock) {
    this.invitations = invitations;
    this.handDowns = handDowns;
    this.search = search;
    this.involvement = involvement;
    this.organisation = organisation;
    this.catalog = catalog;
    this.policies = policies;
    this.clock = clock;
  }

  Together of(Task task) {
    Map<UUID, Department> departments =
        organisation.listDepartments(task.terms().authorityId()).stream()
            .collect(Collectors.toMap(Department::id, Function.identity()));
    LocalDate today = LocalDate.now(clock);
    return new Together(
        task.terms().handedDown(),
        invitations.listOfTask(task.id()).stream()
            .map(i -> invitation(task, i, departments, today))
            .toList(),
        invitations
            .findFiling(task.id())
            .map(
                f ->
                    new FilingView(
                        named(f.officeId(), departments), person(f.filedBy()), f.filedAt()))
            .orElse(null),
        handDowns.listOfTask(task.id()).stream().map(p -> part(p, departments)).toList(),
        search.progress(task.id(), today).stream()
            .map(
                p ->
                    new ProgressView(
                        named(p.departmentId(), departments),
                        region(p.departmentId(), departments),
                        p.visits(),
                        p.staffed(),
                        p.dispatched(),
                        p.finished(),
                        p.late()))
            .toList(),
        search.ofTask(task.id()));
  }

  /** Whether the rules know others to be invited. */
  boolean mayInvite(Task task) {
    return !policies
        .getVersion(task.terms().profileId(), task.terms().profileVersion())
        .singleBureau()
        .value();
  }

  private InvitationView invitation(
      Task task, Invitation of, Map<UUID, Department> departments, LocalDate today) {
    Invitation.Answer answer = of.answer();
    UUID executing = answer.executingId();
    return new InvitationView(
        of.id(),
        of.version(),
        named(of.terms().departmentId(), departments),
        Lifecycle.wireName(of.state()),
        of.terms().deadline(),
        of.isLate(today),
        person(of.terms().invitedBy()),
        of.terms().invitedAt(),
        executing == null ? null : named(executing, departments),
        answer.itemVersionIds().stream()
            .map(catalog::getItem)
            .map(i -> i.code() + " " + i.name())
            .toList(),
        answer.reason(),
        answer.by() == null ? null : person(answer.by()),
        answer.at(),
        allowed(task, of));
  }

  private List<String> allowed(Task task, Invitation of) {
    SignedIn me = SignedIn.get();
    boolean lead = me.handles(task.terms().departmentId());
    boolean invited = involvement.answersFor(me, of.terms().departmentId());
    return InvitationLifecycle.TABLE.allowed(of.state()).stream()
        .filter(c -> me.may(c.permission()))
        .filter(c -> c == InvitationCommand.WITHDRAW_INVITATION ? lead : invited)
        .map(Lifecycle::wireName)
        .toList();
  }

  private PartView part(HandDown of, Map<UUID, Department> departments) {
    HandDown.Terms terms = of.terms();
    HandDown.Receipt receipt = of.receipt();
    UUID executing = receipt.executingId();
    SignedIn me = SignedIn.get();
    boolean mine =
        me.may(HandDownCommand.RECEIVE_LIST.permission())
            && involvement.answersFor(me, terms.departmentId());
    return new PartView(
        of.id(),
        of.version(),
        named(terms.fromId(), departments),
        terms.regionCode(),
        Regions.findName(terms.regionCode()).orElse(terms.regionCode()),
        named(terms.departmentId(), departments),
        terms.lead(),
        Lifecycle.wireName(of.state()),
        executing == null ? null : named(executing, departments),
        terms.handedAt(),
        receipt.by() == null ? null : person(receipt.by()),
        receipt.at(),
        mine
            ? HandDownLifecycle.TABLE.allowed(of.state()).stream().map(Lifecycle::wireName).toList()
            : List.of());
  }

  private String person(UUID id) {
    return organisation.getPerson(id).name();
  }

  private static NamedId named(UUID id, Map<UUID, Department> departments) {
    Department one = departments.get(id);
    return new NamedId(id, one == null ? "" : one.name());
  }

  private static String region(UUID id, Map<UUID, Department> departments) {
    Department one = departments.get(id);
    while (one != null && one.region() == null && one.parentId() != null) {
      one = departments.get(one.parentId());
    }
    String code = one == null ? null : one.region();
    return code == null ? "" : Regions.findName(code).orElse(code);
  }
}
