package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.InvitationCommand;
import cn.sunlot.tasking.domain.InvitationLifecycle;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.PickedItems;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskItem;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An invited department takes part with items of its own, or says why it does not (TZ-17). Late
 * answers count: the day only tells the lead when to ask again.
 */
@Component
@Transactional
public class AnswerInvitation {

  private final InvitationStore invitations;
  private final TaskStore tasks;
  private final Involvement involvement;
  private final TaskItems items;
  private final Catalog catalog;
  private final Organisation organisation;
  private final JointRules rules;
  private final WholeView view;
  private final AuditLog audit;
  private final Clock clock;

  AnswerInvitation(
      InvitationStore invitations,
      TaskStore tasks,
      Involvement involvement,
      TaskItems items,
      Catalog catalog,
      Organisation organisation,
      JointRules rules,
      WholeView view,
      AuditLog audit,
      Clock clock) {
    this.invitations = invitations;
    this.tasks = tasks;
    this.involvement = involvement;
    this.items = items;
    this.catalog = catalog;
    this.organisation = organisation;
    this.rules = rules;
    this.view = view;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes part; the person's section carries it out. */
  public void accept(UUID invitationId, IfMatch seen, List<UUID> itemVersionIds) {
    Invitation invitation = invited(invitationId, seen);
    Task task = tasks.get(invitation.terms().taskId());
    var edge = take(invitation, InvitationCommand.ACCEPT_INVITATION);
    if (itemVersionIds.isEmpty()) {
      throw Refused.because(TaskingProblem.NO_ITEM_PICKED).by(rules.setUp(task.terms()));
    }
    List<ItemVersion> picked =
        items.inForce(task.terms(), List.copyOf(new LinkedHashSet<>(itemVersionIds)));
    check(task, invitation, picked);
    SignedIn person = SignedIn.get();
    save(
        invitation.accepted(
            edge.to(),
            person.departmentId(),
            picked.stream().map(ItemVersion::id).toList(),
            person.personId(),
            clock.instant()));
    record(
        edge,
        task,
        invitation,
        Map.of("items", picked.stream().map(i -> i.code() + " " + i.name()).toList()));
  }

  /** Does not take part; the reason is noted with the task. */
  public void refuse(UUID invitationId, IfMatch seen, String reason) {
    Invitation invitation = invited(invitationId, seen);
    Task task = tasks.get(invitation.terms().taskId());
    var edge = take(invitation, InvitationCommand.REFUSE_INVITATION);
    if (reason.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(rules.setUp(task.terms()));
    }
    save(invitation.ended(edge.to(), reason, SignedIn.get().personId(), clock.instant()));
    record(edge, task, invitation, Map.of("reason", reason));
  }

  private Invitation invited(UUID id, IfMatch seen) {
    Invitation invitation = invitations.get(id);
    SignedIn person = SignedIn.get();
    if (!involvement.answersFor(person, invitation.terms().departmentId())) {
      Task task = tasks.get(invitation.terms().taskId());
      throw Refused.because(TaskingProblem.INVITATION_OF_OTHER_DEPARTMENT)
          .by(rules.setUp(task.terms()));
    }
    seen.check(invitation.version());
    return invitation;
  }

  private static Edge<InvitationState, InvitationCommand> take(
      Invitation invitation, InvitationCommand command) {
    return InvitationLifecycle.TABLE.take(invitation.state(), command);
  }

  /** Each item is the department's, and nobody else has picked it. */
  private void check(Task task, Invitation invitation, List<ItemVersion> picked) {
    Levels levels = new Levels(organisation.listDepartments(task.terms().authorityId()));
    PickedItems rule = new PickedItems(levels, taken(task));
    UUID department = invitation.terms().departmentId();
    for (ItemVersion item : picked) {
      if (!rule.isOf(item, department)) {
        throw Refused.because(
                TaskingProblem.ITEM_OF_OTHER_DEPARTMENT,
                item.name(),
                levels.body(department).name())
            .by(rules.of(task.terms()).itemList().clauses());
      }
      rule.takenBy(item)
          .ifPresent(
              other -> {
                throw Refused.because(
                        TaskingProblem.ITEM_TAKEN, item.name(), levels.body(other).name())
                    .by(rules.setUp(task.terms()));
              });
    }
  }

  private List<TaskItem> taken(Task task) {
    List<TaskItem> all = new ArrayList<>(task.terms().items());
    for (Invitation other : invitations.listOfTask(task.id())) {
      UUID executing = other.answer().executingId();
      if (executing != null) {
        other.answer().itemVersionIds().stream()
            .map(catalog::getItem)
            .forEach(i -> all.add(new TaskItem(i.id(), i.itemId(), executing)));
      }
    }
    return all;
  }

  /** The invitation is its department's, and any of its sections may answer for it. */
  private void save(Invitation answered) {
    view.run(() -> invitations.save(answered));
  }

  private void record(
      Edge<InvitationState, InvitationCommand> edge,
      Task task,
      Invitation invitation,
      Map<String, ?> more) {
    Map<String, Object> payload = new LinkedHashMap<>(more);
    payload.put("department", organisation.getDepartment(invitation.terms().departmentId()).name());
    payload.put("late", invitation.isLate(LocalDate.now(clock)));
    audit.record(edge.entryType(), task.terms().number(), payload);
  }
}
