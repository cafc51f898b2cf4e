package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Rule;
import cn.sunlot.policy.Team;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.VisitsDispatched;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.VisitBatch;
import cn.sunlot.tasking.store.VisitStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the teams out: every visit of the department has its team, at least two officers with one
 * leader (ZB-9). Where a list went down, each department sends out its own.
 */
@Component
@Transactional
public class DispatchTask {

  private final Involvement involvement;
  private final VisitStore visits;
  private final VisitBatch batch;
  private final Policies policies;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  DispatchTask(
      Involvement involvement,
      VisitStore visits,
      VisitBatch batch,
      Policies policies,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.involvement = involvement;
    this.visits = visits;
    this.batch = batch;
    this.policies = policies;
    this.audit = audit;
    this.events = events;
  }

  public void run(UUID taskId, IfMatch seen) {
    Task task = involvement.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.DISPATCH);
    // Each department sends out the visits that it leads.
    Set<UUID> own = SignedIn.get().scope().handled();
    List<Visit> incomplete = visits.listLed(taskId, VisitState.DRAWN, own);
    if (!incomplete.isEmpty()) {
      throw incomplete(task, incomplete);
    }
    List<Visit> ready = visits.listLed(taskId, VisitState.STAFFED, own);
    send(ready);
    involvement.save(task.in(edge.to()));
    audit.record(edge.entryType(), task.terms().number(), Map.of("visits", ready.size()));
    events.publishEvent(new VisitsDispatched(taskId, ready.stream().map(Visit::id).toList()));
  }

  private Refused incomplete(Task task, List<Visit> incomplete) {
    Rule<Team> team =
        policies.getVersion(task.terms().profileId(), task.terms().profileVersion()).team();
    return Refused.because(
            TaskingProblem.TEAM_INCOMPLETE,
            incomplete.size(),
            team.value().min(),
            incomplete.stream()
                .limit(5)
                .map(v -> v.number() + " " + v.targetName())
                .collect(Collectors.joining("；")))
        .by(team.clauses());
  }

  private void send(List<Visit> ready) {
    Edge<VisitState, VisitCommand> edge =
        VisitLifecycle.TABLE.take(VisitState.STAFFED, VisitCommand.NOTE_DISPATCHED);
    batch.saveState(ready, edge.from(), edge.to());
    audit.recordAll(
        ready.stream()
            .map(
                visit ->
                    new AuditLog.Entry(
                        edge.entryType(),
                        visit.number(),
                        Map.of("members", visit.members().size())))
            .toList());
  }
}
