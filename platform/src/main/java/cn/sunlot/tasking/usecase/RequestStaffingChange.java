package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.State;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.StaffingRules.Decider;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.StaffingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for a change of what was drawn: recusal, replacement, too few officers, an exempt target
 * (ZB-9, ZB-10, ZB-11). Somebody else decides.
 */
@Component
@Transactional
public class RequestStaffingChange {

  /**
   * What is asked for.
   *
   * @param leavingId who leaves, for recusal and replacement
   * @param otherVisitId the visit to swap with
   * @param reason listed code, or {@code other:…} with the stated case
   */
  public record Order(
      Kind kind,
      Way way,
      @Nullable UUID leavingId,
      @Nullable UUID otherVisitId,
      String reason,
      String statement) {}

  private final VisitStore visits;
  private final TaskStore tasks;
  private final StaffingStore store;
  private final Registry registry;
  private final Policies policies;
  private final AuditLog audit;
  private final Standing standing;
  private final WholeView whole;
  private final Clock clock;

  RequestStaffingChange(
      VisitStore visits,
      TaskStore tasks,
      StaffingStore store,
      Registry registry,
      Policies policies,
      AuditLog audit,
      Standing standing,
      WholeView whole,
      Clock clock) {
    this.visits = visits;
    this.tasks = tasks;
    this.store = store;
    this.registry = registry;
    this.policies = policies;
    this.audit = audit;
    this.standing = standing;
    this.whole = whole;
    this.clock = clock;
  }

  public void run(UUID visitId, IfMatch seen, Order order) {
    // Whoever asks may be of another department than who decides.
    whole.run(
        () -> {
          Visit visit = visits.lock(visitId);
          standing.demandPart(visit);
          seen.check(visit.version());
          request(visit, order);
        });
  }

  /** Asks for it, whatever version was seen; the visit is locked. */
  void request(Visit visit, Order order) {
    Profile profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    var rules = new StaffingRules(profile);
    if (visit.state() == VisitState.FINISHED) {
      throw Refused.because(TaskingProblem.VISIT_STARTED).by(rules.clauses(order.kind()));
    }
    Edge<VisitState, VisitCommand> edge =
        VisitLifecycle.TABLE.take(visit.state(), command(order.kind()));
    if (order.kind() == Kind.EXEMPTION) {
      checkListMayChange(visit, profile);
      checkExemption(visit, rules);
    }
    rules.check(order.kind(), order.way(), order.reason(), order.statement());
    String role =
        order.leavingId() == null ? "" : roleOf(visit, order.leavingId(), rules, order.kind());
    demandOnce(visit, order, rules);
    Decider decider = decider(visit, order, rules);
    SignedIn person = SignedIn.get();
    var change =
        new StaffingChange(
            Ids.next(),
            visit.id(),
            visit.authorityId(),
            decider.departmentId(),
            decider.principal(),
            order.kind(),
            order.way(),
            role,
            order.leavingId(),
            null,
            order.otherVisitId(),
            order.reason(),
            order.statement(),
            State.REQUESTED,
            person.personId(),
            clock.instant(),
            null,
            null,
            "",
            1);
    store.add(change);
    audit.record(
        edge.entryType(),
        visit.number(),
        Map.of(
            "kind", Lifecycle.wireName(order.kind()),
            "way", Lifecycle.wireName(order.way()),
            "role", role,
            "reason", order.reason(),
            "statement", order.statement()));
  }

  private Decider decider(Visit visit, Order order, StaffingRules rules) {
    UUID leaving = order.leavingId();
    UUID own = leaving == null ? null : registry.getInspector(leaving).departmentId();
    return rules.decider(order.kind(), order.way(), visit.departmentId(), own);
  }

  /** While one request for a place waits, a second one would only confuse. */
  private void demandOnce(Visit visit, Order order, StaffingRules rules) {
    boolean waits =
        store.listOpen(List.of(visit.id())).stream()
            .anyMatch(
                c -> c.kind() == order.kind() && Objects.equals(c.leavingId(), order.leavingId()));
    if (waits) {
      throw Refused.because(TaskingProblem.REQUEST_WAITS, visit.number())
          .by(rules.clauses(order.kind()));
    }
  }

  /** Nothing is dropped from a list that cannot be changed once it exists (PDS-15). */
  private static void checkListMayChange(Visit visit, Profile profile) {
    Rule<Boolean> immutable = profile.targetListImmutable();
    if (immutable.value()) {
      throw Refused.because(TaskingProblem.DRAWN_TARGET_STAYS, visit.number())
          .by(immutable.clauses());
    }
  }

  private void checkExemption(Visit visit, StaffingRules rules) {
    for (UUID taskId : visit.taskIds()) {
      TaskTerms terms = tasks.get(taskId).terms();
      if (terms.exemptionException() != null) {
        throw Refused.because(TaskingProblem.EXEMPTION_NOT_POSSIBLE, terms.exemptionException())
            .by(rules.clauses(Kind.EXEMPTION));
      }
    }
  }

  private static String roleOf(Visit visit, UUID leaving, StaffingRules rules, Kind kind) {
    Optional<Member> member =
        visit.members().stream().filter(m -> m.inspectorId().equals(leaving)).findFirst();
    return member
        .map(Member::role)
        .orElseThrow(() -> Refused.because(TaskingProblem.NOT_A_MEMBER).by(rules.clauses(kind)));
  }

  /** The visit's command that stands for a kind of request. */
  static VisitCommand command(Kind kind) {
    return switch (kind) {
      case RECUSAL -> VisitCommand.RECUSE;
      case REPLACEMENT -> VisitCommand.REPLACE;
      case SHORTAGE -> VisitCommand.REPORT_SHORTAGE;
      case EXEMPTION -> VisitCommand.DROP_AS_EXEMPT;
    };
  }
}
