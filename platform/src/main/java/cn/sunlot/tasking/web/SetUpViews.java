package cn.sunlot.tasking.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.PickedItems;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.InvitationStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.web.TaskViews.ItemView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What there is to choose from while a task is set up. */
@Component
@Transactional(readOnly = true)
class SetUpViews {

  /** An item that may be picked; proposed, where the plan line names it. */
  record Choice(ItemView item, boolean proposed) {}

  record Choices(NamedId department, List<Choice> items) {}

  private final InvitationStore invitations;
  private final HandDownStore handDowns;
  private final TaskStore tasks;
  private final Involvement involvement;
  private final Organisation organisation;
  private final Plans plans;
  private final Catalog catalog;
  private final Clock clock;

  SetUpViews(
      InvitationStore invitations,
      HandDownStore handDowns,
      TaskStore tasks,
      Involvement involvement,
      Organisation organisation,
      Plans plans,
      Catalog catalog,
      Clock clock) {
    this.invitations = invitations;
    this.handDowns = handDowns;
    this.tasks = tasks;
    this.involvement = involvement;
    this.organisation = organisation;
    this.plans = plans;
    this.catalog = catalog;
    this.clock = clock;
  }

  List<NamedId> sameLevel(SignedIn person) {
    return new Levels(organisation.listDepartments(person.authorityId()))
        .listSameLevel(person.departmentId()).stream()
            .map(d -> new NamedId(d.id(), d.name()))
            .toList();
  }

  /** To whom a task of the reader can be handed over. */
  List<NamedId> beside(SignedIn person) {
    return new Levels(organisation.listDepartments(person.authorityId()))
        .listBeside(person.departmentId()).stream()
            .map(d -> new NamedId(d.id(), d.name()))
            .toList();
  }

  /** Items of the invited department, and joint ones that name it, which nobody has picked. */
  Choices choices(UUID invitationId) {
    Invitation invitation = invitations.get(invitationId);
    UUID department = invitation.terms().departmentId();
    if (!involvement.answersFor(SignedIn.get(), department)) {
      throw Refused.because(KernelProblem.NOT_FOUND, invitationId);
    }
    Task task = tasks.get(invitation.terms().taskId());
    Levels levels = new Levels(organisation.listDepartments(task.terms().authorityId()));
    PickedItems rule = new PickedItems(levels, task.terms().items());
    List<UUID> planned =
        Optional.ofNullable(task.terms().planLineId())
            .flatMap(plans::findLine)
            .map(PlanLine::itemVersionIds)
            .orElse(List.of());
    List<ItemVersion> inForce =
        catalog.listInForce(task.terms().authorityId(), LocalDate.now(clock));
    return new Choices(
        new NamedId(department, levels.body(department).name()),
        inForce.stream()
            .filter(item -> rule.isOf(item, department) && rule.takenBy(item).isEmpty())
            .map(item -> new Choice(TaskViews.item(item), planned.contains(item.id())))
            .toList());
  }

  UUID taskOf(UUID invitationId) {
    return invitations.get(invitationId).terms().taskId();
  }

  UUID taskOfPart(UUID partId) {
    return Objects.requireNonNull(handDowns.get(partId)).terms().taskId();
  }
}
