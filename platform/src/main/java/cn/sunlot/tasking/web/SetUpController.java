package cn.sunlot.tasking.web;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.usecase.AnswerInvitation;
import cn.sunlot.tasking.usecase.CompleteSetUp;
import cn.sunlot.tasking.usecase.HandOverTask;
import cn.sunlot.tasking.usecase.InviteDepartment;
import cn.sunlot.tasking.usecase.ReceiveList;
import cn.sunlot.tasking.usecase.WithdrawInvitation;
import cn.sunlot.tasking.web.SetUpViews.Choices;
import cn.sunlot.tasking.web.TaskViews.TaskDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The set-up of a task with other departments, and lists that came down to one. */
@RestController
class SetUpController {

  record NewInvitation(@NotNull UUID departmentId, @NotNull LocalDate deadline) {}

  record NewSection(@NotNull UUID departmentId, @NotBlank @Size(max = 500) String reason) {}

  record Acceptance(@NotNull List<UUID> itemVersionIds) {}

  record WhyNot(@NotBlank @Size(max = 500) String reason) {}

  private final SetUpViews setUp;
  private final TaskViews tasks;
  private final InviteDepartment invite;
  private final AnswerInvitation answer;
  private final WithdrawInvitation withdraw;
  private final CompleteSetUp complete;
  private final HandOverTask handOver;
  private final ReceiveList receive;

  SetUpController(
      SetUpViews setUp,
      TaskViews tasks,
      InviteDepartment invite,
      AnswerInvitation answer,
      WithdrawInvitation withdraw,
      CompleteSetUp complete,
      HandOverTask handOver,
      ReceiveList receive) {
    this.setUp = setUp;
    this.tasks = tasks;
    this.invite = invite;
    this.answer = answer;
    this.withdraw = withdraw;
    this.complete = complete;
    this.handOver = handOver;
    this.receive = receive;
  }

  /** Departments of the reader's level, which may be invited. */
  @GetMapping("/api/tasks/same-level")
  @Requires(Permission.TASK_EDIT)
  List<NamedId> listSameLevel() {
    return setUp.sameLevel(SignedIn.get());
  }

  /** Other sections of the reader's department, to which a task may be handed over. */
  @GetMapping("/api/tasks/sections-beside")
  @Requires(Permission.TASK_EDIT)
  List<NamedId> listSectionsBeside() {
    return setUp.beside(SignedIn.get());
  }

  @PostMapping("/api/tasks/{id}/hand-over")
  @Requires(Permission.TASK_EDIT)
  TaskDetail handOverTask(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody NewSection order) {
    handOver.run(id, IfMatch.read(seen), order.departmentId(), order.reason());
    return tasks.givenAway(id);
  }

  @PostMapping("/api/tasks/{id}/invite")
  @Requires(Permission.TASK_EDIT)
  TaskDetail inviteDepartment(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody NewInvitation order) {
    invite.run(id, IfMatch.read(seen), order.departmentId(), order.deadline());
    return tasks.detail(id);
  }

  @PostMapping("/api/tasks/{id}/complete-set-up")
  @Requires(Permission.TASK_EDIT)
  TaskDetail completeSetUp(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    complete.run(id, IfMatch.read(seen));
    return tasks.detail(id);
  }

  /** What the invited department may pick. */
  @GetMapping("/api/invitations/{id}/items")
  @Requires(Permission.TASK_EDIT)
  Choices listItemsToPick(@PathVariable UUID id) {
    return setUp.choices(id);
  }

  @PostMapping("/api/invitations/{id}/accept-invitation")
  @Requires(Permission.TASK_EDIT)
  TaskDetail acceptInvitation(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Acceptance order) {
    answer.accept(id, IfMatch.read(seen), order.itemVersionIds());
    return tasks.detail(setUp.taskOf(id));
  }

  @PostMapping("/api/invitations/{id}/refuse-invitation")
  @Requires(Permission.TASK_EDIT)
  TaskDetail refuseInvitation(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody WhyNot order) {
    answer.refuse(id, IfMatch.read(seen), order.reason());
    return tasks.detail(setUp.taskOf(id));
  }

  @PostMapping("/api/invitations/{id}/withdraw-invitation")
  @Requires(Permission.TASK_EDIT)
  TaskDetail withdrawInvitation(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody WhyNot order) {
    withdraw.run(id, IfMatch.read(seen), order.reason());
    return tasks.detail(setUp.taskOf(id));
  }

  @PostMapping("/api/hand-downs/{id}/receive-list")
  @Requires(Permission.TASK_EDIT)
  TaskDetail receiveList(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    receive.run(id, IfMatch.read(seen));
    return tasks.detail(setUp.taskOfPart(id));
  }
}
