package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Assistant;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitAssistant;
import cn.sunlot.tasking.domain.VisitAssistant.Kind;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.AssistantStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Experts, testing bodies and staff without a licence for enforcement go along; they never fill a
 * place of the team (TZ-21, ZB-9, ZB-10, N-6).
 */
@Component
@Transactional
public class KeepAssistants {

  private final VisitStore visits;
  private final AssistantStore store;
  private final TeamNeeds needs;
  private final Registry registry;
  private final Standing standing;
  private final AuditLog audit;
  private final WholeView whole;
  private final Clock clock;

  KeepAssistants(
      VisitStore visits,
      AssistantStore store,
      TeamNeeds needs,
      Registry registry,
      Standing standing,
      AuditLog audit,
      WholeView whole,
      Clock clock) {
    this.visits = visits;
    this.store = store;
    this.needs = needs;
    this.registry = registry;
    this.standing = standing;
    this.audit = audit;
    this.whole = whole;
    this.clock = clock;
  }

  /** Takes an expert or agency of the registry along. */
  public void addExpert(UUID visitId, IfMatch seen, UUID expertId, String purpose) {
    whole.run(
        () -> {
          Visit visit = change(visitId, seen, VisitCommand.ADD_ASSISTANT);
          Assistant expert = registry.getExpert(expertId);
          Profile profile = needs.of(visit.authorityId()).profile(visit);
          if (!expert.authorityId().equals(visit.authorityId())
              || !expert.isValidOn(visit.latest())) {
            throw Refused.because(TaskingProblem.ASSISTANT_NOT_VALID, expert.name())
                .by(profile.team().clauses());
          }
          Kind kind = expert.kind().equals("agency") ? Kind.AGENCY : Kind.EXPERT;
          add(visit, expertId, kind, expert.name(), expert.organisation(), purpose);
        });
  }

  /** Takes staff along who may not inspect by themselves; without an interest in the target. */
  public void addStaff(UUID visitId, IfMatch seen, UUID inspectorId, String purpose) {
    whole.run(
        () -> {
          Visit visit = change(visitId, seen, VisitCommand.ADD_ASSISTANT);
          Inspector one = registry.getInspector(inspectorId);
          TeamNeeds.Book book = needs.of(visit.authorityId());
          Set<UUID> interests =
              registry.interests(visit.authorityId()).getOrDefault(inspectorId, Set.of());
          String why =
              visit.hasMember(inspectorId)
                  ? "already-in-team"
                  : interests.contains(visit.targetId())
                      ? "interest"
                      : one.active() ? "" : "not-active";
          if (!why.isEmpty()) {
            throw Refused.because(
                    TaskingProblem.INSPECTOR_NOT_ELIGIBLE,
                    one.name(),
                    new DefaultMessageSourceResolvable("tasking.bar." + why))
                .by(book.profile(visit).inspectorShortage().clauses())
                .by(book.profile(visit).recusal().clauses());
          }
          add(
              visit,
              inspectorId,
              Kind.STAFF,
              one.name(),
              book.bodies().name(one.departmentId()),
              purpose);
        });
  }

  public void remove(UUID visitId, IfMatch seen, UUID subjectId) {
    whole.run(
        () -> {
          Visit visit = change(visitId, seen, VisitCommand.REMOVE_ASSISTANT);
          if (!store.remove(visitId, subjectId)) {
            throw Refused.because(KernelProblem.NOT_FOUND, subjectId);
          }
          audit.record(
              "assistant-removed", visit.number(), Map.of("subject", subjectId.toString()));
        });
  }

  private Visit change(UUID visitId, IfMatch seen, VisitCommand command) {
    Visit visit = visits.lock(visitId);
    standing.demandPart(visit);
    seen.check(visit.version());
    var edge = VisitLifecycle.TABLE.take(visit.state(), command);
    visits.save(visit.in(edge.to()));
    return visit;
  }

  private void add(
      Visit visit, UUID subject, Kind kind, String name, String organisation, String purpose) {
    store.add(
        new VisitAssistant(
            visit.id(),
            subject,
            visit.authorityId(),
            kind,
            name,
            organisation,
            purpose,
            SignedIn.get().personId(),
            clock.instant()));
    audit.record(
        "assistant-added",
        visit.number(),
        Map.of(
            "kind", Lifecycle.wireName(kind), "subject", subject.toString(), "purpose", purpose));
  }
}
