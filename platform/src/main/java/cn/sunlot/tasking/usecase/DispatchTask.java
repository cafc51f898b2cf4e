package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
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
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the teams out: every visit has its team, at least two officers with one leader (ZB-9). */
@Component
@Transactional
public class DispatchTask {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final Policies policies;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  DispatchTask(
      TaskStore tasks,
      VisitStore visits,
      Policies policies,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.visits = visits;
    this.policies = policies;
    this.audit = audit;
    this.events = events;
  }

  public void run(UUID taskId, IfMatch seen) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.DISPATCH);
    List<Visit> all = visits.listOfTask(taskId);
    List<Visit> incomplete = all.stream().filter(v -> v.state() == VisitState.DRAWN).toList();
    if (!incomplete.isEmpty()) {
      Rule<Team> team =
          policies.getVersion(task.terms().profileId(), task.terms().profileVersion()).team();
      throw Refused.because(
              TaskingProblem.TEAM_INCOMPLETE,
              incomplete.size(),
              team.value().min(),
              incomplete.stream()
                  .limit(5)
                  .map(v -> v.number() + " " + v.targetName())
                  .collect(Collectors.joining("；")))
          .by(team.clauses());
    }
    List<UUID> sent =
        all.stream().filter(v -> v.state() == VisitState.STAFFED).map(this::send).toList();
    tasks.save(task.in(edge.to()));
    audit.record(edge.entryType(), task.terms().number(), Map.of("visits", sent.size()));
    events.publishEvent(new VisitsDispatched(taskId, sent));
  }

  private UUID send(Visit visit) {
    Edge<VisitState, VisitCommand> edge =
        VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_DISPATCHED);
    visits.save(visit.in(edge.to()));
    audit.record(edge.entryType(), visit.number(), Map.of("members", visit.members().size()));
    return visit.id();
  }
}
