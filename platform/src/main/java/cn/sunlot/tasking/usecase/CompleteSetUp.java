package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Conference;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskItem;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.InvitationStore.Filing;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the set-up of a joint task once everybody has answered (TZ-17); one outside the plan is
 * filed with the office of the joint conference (PDS-8).
 */
@Component
@Transactional
public class CompleteSetUp {

  private final TaskStore tasks;
  private final InvitationStore invitations;
  private final Organisation organisation;
  private final Catalog catalog;
  private final JointRules rules;
  private final AuditLog audit;
  private final Clock clock;

  CompleteSetUp(
      TaskStore tasks,
      InvitationStore invitations,
      Organisation organisation,
      Catalog catalog,
      JointRules rules,
      AuditLog audit,
      Clock clock) {
    this.tasks = tasks;
    this.invitations = invitations;
    this.organisation = organisation;
    this.catalog = catalog;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID taskId, IfMatch seen) {
    Task task = tasks.lock(taskId);
    seen.check(task.version());
    Edge<TaskState, TaskCommand> edge =
        TaskLifecycle.TABLE.take(task.state(), TaskCommand.COMPLETE_SET_UP);
    List<Invitation> all = invitations.listOfTask(taskId);
    checkAnswered(task.terms(), all);
    List<Invitation> accepted =
        all.stream().filter(i -> i.state() == InvitationState.ACCEPTED).toList();
    Task complete = task.complete(edge.to(), items(task, accepted));
    tasks.saveItems(complete);
    tasks.save(complete);
    boolean adHoc = task.terms().planLineId() == null && !accepted.isEmpty();
    if (adHoc && invitations.findFiling(taskId).isEmpty()) {
      file(task);
    }
    audit.record(
        edge.entryType(),
        task.terms().number(),
        Map.of(
            "departments", names(accepted),
            "refused", names(all.stream().filter(i -> !accepted.contains(i)).toList()),
            "items", complete.terms().items().size()));
  }

  /** Refuses a step that waits for the set-up. */
  void demand(Task task) {
    if (task.state() == TaskState.SETTING_UP) {
      throw notComplete(task.terms(), open(invitations.listOfTask(task.id())));
    }
  }

  private void checkAnswered(TaskTerms terms, List<Invitation> all) {
    List<Invitation> open = open(all);
    if (!open.isEmpty()) {
      throw notComplete(terms, open);
    }
  }

  private static List<Invitation> open(List<Invitation> all) {
    return all.stream().filter(i -> i.state() == InvitationState.INVITED).toList();
  }

  private Refused notComplete(TaskTerms terms, List<Invitation> open) {
    String who =
        open.stream()
            .map(i -> name(i) + "（" + i.terms().deadline() + "）")
            .collect(Collectors.joining("、"));
    return Refused.because(TaskingProblem.SET_UP_NOT_COMPLETE, terms.number(), open.size(), who)
        .by(rules.setUp(terms));
  }

  private List<TaskItem> items(Task task, List<Invitation> accepted) {
    List<TaskItem> items = new ArrayList<>(task.terms().items());
    Set<UUID> known = Set.copyOf(task.terms().itemVersionIds());
    for (Invitation invitation : accepted) {
      UUID executing = Objects.requireNonNull(invitation.answer().executingId());
      invitation.answer().itemVersionIds().stream()
          .filter(id -> !known.contains(id))
          .map(catalog::getItem)
          .forEach(i -> items.add(new TaskItem(i.id(), i.itemId(), executing)));
    }
    return items;
  }

  private void file(Task task) {
    TaskTerms terms = task.terms();
    var body =
        new Levels(organisation.listDepartments(terms.authorityId())).body(terms.departmentId());
    UUID office =
        organisation
            .findConference(terms.authorityId(), Objects.requireNonNull(body.region()))
            .map(Conference::office)
            .orElseThrow(
                () ->
                    Refused.because(TaskingProblem.CONFERENCE_OFFICE_MISSING, body.name())
                        .by(rules.adHoc(rules.of(terms))));
    invitations.file(task, new Filing(office, SignedIn.get().personId(), clock.instant()));
    audit.record(
        "task-filed",
        terms.number(),
        Map.of(
            "office", organisation.getDepartment(office).name(),
            "ground", terms.groundText()));
  }

  private List<String> names(List<Invitation> all) {
    return all.stream().map(this::name).toList();
  }

  private String name(Invitation invitation) {
    return organisation.getDepartment(invitation.terms().departmentId()).name();
  }
}
