package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.HandDown;
import cn.sunlot.tasking.domain.HandDownCommand;
import cn.sunlot.tasking.domain.HandDownLifecycle;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitBatch;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A section of the executing department takes over the list that came down its line (TZ-19): from
 * here on the visits are its own.
 */
@Component
@Transactional
public class ReceiveList {

  private final HandDownStore handDowns;
  private final TaskStore tasks;
  private final VisitBatch visits;
  private final Involvement involvement;
  private final Organisation organisation;
  private final JointRules rules;
  private final WholeView view;
  private final AuditLog audit;
  private final Clock clock;

  ReceiveList(
      HandDownStore handDowns,
      TaskStore tasks,
      VisitBatch visits,
      Involvement involvement,
      Organisation organisation,
      JointRules rules,
      WholeView view,
      AuditLog audit,
      Clock clock) {
    this.handDowns = handDowns;
    this.tasks = tasks;
    this.visits = visits;
    this.involvement = involvement;
    this.organisation = organisation;
    this.rules = rules;
    this.view = view;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID partId, IfMatch seen) {
    HandDown part = handDowns.get(partId);
    Task task = tasks.get(part.terms().taskId());
    SignedIn person = SignedIn.get();
    UUID department = part.terms().departmentId();
    if (!involvement.answersFor(person, department)) {
      throw Refused.because(TaskingProblem.LIST_OF_OTHER_DEPARTMENT)
          .by(rules.handDown(task.terms()));
    }
    seen.check(part.version());
    var edge = HandDownLifecycle.TABLE.take(part.state(), HandDownCommand.RECEIVE_LIST);
    UUID section = person.departmentId();
    HandDown received = part.received(edge.to(), section, person.personId(), clock.instant());
    view.run(
        () -> {
          handDowns.save(received);
          visits.takeOver(task.id(), department, section);
        });
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "department", organisation.getDepartment(department).name(),
            "section", organisation.getDepartment(section).name()));
  }
}
