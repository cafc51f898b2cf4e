package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.RegistryConfirmation;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.policy.RegistryConfirmation.Lack;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Confirmations.Confirmation;
import cn.sunlot.registry.usecase.ConfirmRegistry;
import cn.sunlot.registry.usecase.RegistryState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registries confirmed as current, by those who answer for them. */
@RestController
class ConfirmationController {

  /** That it is current, with a note if there is something to say. */
  record ConfirmationRequest(@Nullable @Size(max = 500) String note) {}

  /**
   * Somebody said that the registry is current.
   *
   * @param post title of the post, or empty
   * @param roles of the post
   * @param counted how many active ones it had
   */
  record ConfirmationView(
      Instant at,
      String by,
      NamedId department,
      String post,
      List<String> roles,
      long counted,
      String note) {}

  /**
   * How the registry of the own department or bureau stands.
   *
   * @param demanded whether the rules demand a confirmation before draws
   * @param withinDays for how many days it holds, or null for any number
   * @param eachTask whether it must come after the task was opened
   * @param clauses on which this rests
   * @param lack what is missing now, or null
   * @param confirmations the last ones, newest first
   */
  record ConfirmationState(
      NamedId body,
      boolean demanded,
      @Nullable Integer withinDays,
      boolean eachTask,
      List<String> clauses,
      @OneOf(Lack.class) @Nullable String lack,
      List<ConfirmationView> confirmations,
      List<String> allowedCommands) {}

  private final RegistryState state;
  private final ConfirmRegistry confirm;
  private final Organisation organisation;

  ConfirmationController(RegistryState state, ConfirmRegistry confirm, Organisation organisation) {
    this.state = state;
    this.confirm = confirm;
    this.organisation = organisation;
  }

  @GetMapping("/api/targets/confirmation")
  @Requires(Permission.TARGETS_VIEW)
  ConfirmationState getTargetConfirmation() {
    return view(KeptRegistry.TARGETS, Permission.TARGETS_EDIT);
  }

  /** Says that the registry of targets is current, for the own department or bureau. */
  @PostMapping("/api/targets/confirm")
  @Requires(Permission.TARGETS_EDIT)
  ConfirmationState confirmTargets(@Valid @RequestBody ConfirmationRequest request) {
    confirm.run(KeptRegistry.TARGETS, Objects.requireNonNullElse(request.note(), ""));
    return getTargetConfirmation();
  }

  @GetMapping("/api/inspectors/confirmation")
  @Requires(Permission.INSPECTORS_VIEW)
  ConfirmationState getInspectorConfirmation() {
    return view(KeptRegistry.INSPECTORS, Permission.INSPECTORS_EDIT);
  }

  /** Says that the registry of inspectors is current, for the own department or bureau. */
  @PostMapping("/api/inspectors/confirm")
  @Requires(Permission.INSPECTORS_EDIT)
  ConfirmationState confirmInspectors(@Valid @RequestBody ConfirmationRequest request) {
    confirm.run(KeptRegistry.INSPECTORS, Objects.requireNonNullElse(request.note(), ""));
    return getInspectorConfirmation();
  }

  private ConfirmationState view(KeptRegistry registry, Permission edit) {
    SignedIn person = SignedIn.get();
    var body = state.bodyOf(person.departmentId());
    Rule<RegistryConfirmation> rule = state.rule();
    return new ConfirmationState(
        new NamedId(body.id(), body.name()),
        rule.value().isDemanded(registry),
        rule.value().withinDays(),
        rule.value().since() == RegistryConfirmation.Since.TASK_OPENING,
        rule.clauses(),
        state.lack(rule.value(), registry).map(Lifecycle::wireName).orElse(null),
        state.listOwn(registry).stream().map(this::view).toList(),
        person.may(edit) ? List.of("confirm") : List.of());
  }

  private ConfirmationView view(Confirmation confirmation) {
    var department = organisation.getDepartment(confirmation.departmentId());
    return new ConfirmationView(
        confirmation.at(),
        confirmation.personName(),
        new NamedId(department.id(), department.name()),
        confirmation.post(),
        confirmation.roles(),
        confirmation.counted(),
        confirmation.note());
  }
}
