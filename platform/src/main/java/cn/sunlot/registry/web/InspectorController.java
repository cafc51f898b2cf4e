package cn.sunlot.registry.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.registry.domain.Abilities;
import cn.sunlot.registry.domain.Declaration;
import cn.sunlot.registry.domain.InspectorContent;
import cn.sunlot.registry.domain.Licence;
import cn.sunlot.registry.domain.Licence.Kind;
import cn.sunlot.registry.domain.Training;
import cn.sunlot.registry.usecase.Declare;
import cn.sunlot.registry.usecase.DeclareInterest;
import cn.sunlot.registry.usecase.KeepLeave;
import cn.sunlot.registry.usecase.KeepTraining;
import cn.sunlot.registry.usecase.SaveInspector;
import cn.sunlot.registry.web.InspectorViews.InspectorDetail;
import cn.sunlot.registry.web.InspectorViews.InspectorRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The registry of inspectors. */
@RestController
@RequestMapping("/api/inspectors")
class InspectorController {

  /** What is known of an inspector; {@code login} links the account. */
  record InspectorContentRequest(
      @NotNull UUID departmentId,
      @Nullable @Size(max = 100) String login,
      @NotNull @Size(max = 100) String name,
      @NotNull String sex,
      @NotNull @Size(max = 100) String post,
      @NotNull @Size(max = 100) String licenceNumber,
      @OneOf(Kind.class)
          @Nullable
          @Pattern(regexp = "enforcement|special|supervision|qualified-staff")
          String licenceKind,
      @NotNull LocalDate licenceUntil,
      @Nullable @Size(max = 6) String licenceRegion,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 50) String> qualifications,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 50) String> specialities,
      @Nullable @Size(max = 500) List<@NotNull @Size(max = 50) String> items,
      @Nullable Boolean active) {

    InspectorContent read(@Nullable UUID personId) {
      return new InspectorContent(
          departmentId,
          personId,
          name,
          sex,
          post,
          new Licence(
              licenceNumber,
              licenceKind == null ? Kind.ENFORCEMENT : Lifecycle.parse(Kind.class, licenceKind),
              licenceUntil,
              Objects.requireNonNullElse(licenceRegion, "")),
          new Abilities(
              Objects.requireNonNullElse(qualifications, List.of()),
              Objects.requireNonNullElse(specialities, List.of()),
              Objects.requireNonNullElse(items, List.of())),
          !Boolean.FALSE.equals(active));
    }
  }

  record InspectorChangeRequest(
      @Valid @NotNull InspectorContentRequest content, @NotNull @Size(max = 1000) String reason) {}

  record LeaveRequest(
      @NotNull LocalDate from, @NotNull LocalDate to, @NotNull @Size(max = 500) String reason) {}

  /**
   * A training for double random.
   *
   * @param hours lessons
   */
  record TrainingRequest(
      @NotNull LocalDate on,
      @NotNull Integer hours,
      @NotNull @Size(max = 200) String topic,
      @Nullable @Size(max = 200) String organiser) {}

  record TrainingRemoval(@NotNull UUID trainingId, @NotNull @Size(max = 500) String reason) {}

  record InterestRequest(@NotNull UUID targetId, @NotNull @Size(max = 500) String reason) {}

  /**
   * An interest in a business or a person.
   *
   * @param unitId number of a business; null for a person
   */
  record DeclarationRequest(
      @OneOf(Declaration.Kind.class) @NotNull @Pattern(regexp = "business|person") String kind,
      @Nullable @Size(max = 100) String unitId,
      @NotNull @Size(max = 200) String name,
      @OneOf(Declaration.Relation.class)
          @NotNull
          @Pattern(regexp = "relative|holds-shares|former-employer|dispute|other")
          String relation,
      @NotNull @Size(max = 500) String reason) {}

  record DeclarationWithdrawal(
      @NotNull UUID declarationId, @NotNull @Size(max = 500) String reason) {}

  private final InspectorViews views;
  private final SaveInspector save;
  private final KeepLeave leave;
  private final KeepTraining training;
  private final DeclareInterest interest;
  private final Declare declare;

  InspectorController(
      InspectorViews views,
      SaveInspector save,
      KeepLeave leave,
      KeepTraining training,
      DeclareInterest interest,
      Declare declare) {
    this.views = views;
    this.save = save;
    this.leave = leave;
    this.training = training;
    this.interest = interest;
    this.declare = declare;
  }

  /** Inspectors; {@code expiring} are those whose licence ends within 60 days or has ended. */
  @GetMapping
  @Requires(Permission.INSPECTORS_VIEW)
  Page<InspectorRow> listInspectors(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String qualification,
      @RequestParam(required = false) @Nullable Boolean active,
      @RequestParam(defaultValue = "false") boolean expiring,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "licenceNumber") String sort) {
    var filter = views.filter(q, department, qualification, active, expiring);
    return views.page(filter, new Page.Request(page, size), sort);
  }

  @GetMapping("/{id}")
  @Requires(Permission.INSPECTORS_VIEW)
  InspectorDetail getInspector(@PathVariable UUID id) {
    return views.detail(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail addInspector(@Valid @RequestBody InspectorContentRequest request) {
    return views.detail(save.add(request.read(save.findAccount(request.login()))));
  }

  @PostMapping("/{id}/change")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail changeInspector(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody InspectorChangeRequest request) {
    InspectorContentRequest content = request.content();
    save.change(
        id, IfMatch.read(seen), content.read(save.findAccount(content.login())), request.reason());
    return views.detail(id);
  }

  @PostMapping("/{id}/add-leave")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail addLeave(@PathVariable UUID id, @Valid @RequestBody LeaveRequest request) {
    leave.add(id, new Leave(request.from(), request.to(), request.reason()));
    return views.detail(id);
  }

  @PostMapping("/{id}/leave/{leaveId}/remove")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail removeLeave(@PathVariable UUID id, @PathVariable UUID leaveId) {
    leave.remove(id, leaveId);
    return views.detail(id);
  }

  /** Enters a training for double random, which may have to come before inspections. */
  @PostMapping("/{id}/add-training")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail addTraining(@PathVariable UUID id, @Valid @RequestBody TrainingRequest request) {
    training.add(
        id,
        new Training(
            Ids.next(),
            request.on(),
            request.hours(),
            request.topic(),
            Objects.requireNonNullElse(request.organiser(), "")));
    return views.detail(id);
  }

  @PostMapping("/{id}/remove-training")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail removeTraining(
      @PathVariable UUID id, @Valid @RequestBody TrainingRemoval request) {
    training.remove(id, request.trainingId(), request.reason());
    return views.detail(id);
  }

  @PostMapping("/{id}/declare-interest")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail declareInterest(
      @PathVariable UUID id, @Valid @RequestBody InterestRequest request) {
    interest.run(id, request.targetId(), request.reason());
    return views.detail(id);
  }

  @PostMapping("/{id}/withdraw-interest")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail withdrawInterest(
      @PathVariable UUID id, @Valid @RequestBody InterestRequest request) {
    interest.withdraw(id, request.targetId(), request.reason());
    return views.detail(id);
  }

  /** Declares an interest in a business or a person, wherever they turn up. */
  @PostMapping("/{id}/declare")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail declare(@PathVariable UUID id, @Valid @RequestBody DeclarationRequest request) {
    declare.run(
        id,
        Lifecycle.parse(Declaration.Kind.class, request.kind()),
        request.unitId(),
        request.name(),
        Lifecycle.parse(Declaration.Relation.class, request.relation()),
        request.reason());
    return views.detail(id);
  }

  @PostMapping("/{id}/withdraw-declaration")
  @Requires(Permission.INSPECTORS_EDIT)
  InspectorDetail withdrawDeclaration(
      @PathVariable UUID id, @Valid @RequestBody DeclarationWithdrawal request) {
    declare.withdraw(id, request.declarationId(), request.reason());
    return views.detail(id);
  }
}
