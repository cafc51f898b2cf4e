package cn.sunlot.registry.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.domain.Expert;
import cn.sunlot.registry.store.ExpertSearch;
import cn.sunlot.registry.usecase.KeptInspectors;
import cn.sunlot.registry.usecase.SaveExpert;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
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

/** Experts and agencies: they assist and are not drawn. */
@RestController
@RequestMapping("/api/experts")
class ExpertController {

  /** What is known of an expert or an agency. */
  record ExpertContentRequest(
      @NotNull UUID departmentId,
      @OneOf(Expert.Kind.class) @NotNull @Pattern(regexp = "person|agency") String kind,
      @NotNull @Size(max = 200) String name,
      @Nullable @Size(max = 200) String organisation,
      @Nullable @Size(max = 200) String qualification,
      @NotNull @Size(max = 50) List<@NotNull @Size(max = 50) String> fields,
      @Nullable LocalDate validUntil,
      @Nullable Boolean active) {

    Expert read() {
      return new Expert(
          Ids.next(),
          SignedIn.get().authorityId(),
          departmentId,
          Lifecycle.parse(Expert.Kind.class, kind),
          name,
          Objects.requireNonNullElse(organisation, ""),
          Objects.requireNonNullElse(qualification, ""),
          fields,
          validUntil,
          !Boolean.FALSE.equals(active),
          1);
    }
  }

  record ExpertChangeRequest(
      @Valid @NotNull ExpertContentRequest content, @NotNull @Size(max = 1000) String reason) {}

  /**
   * An expert or an agency.
   *
   * @param valid whether they may be asked today
   */
  record ExpertView(
      UUID id,
      NamedId department,
      @OneOf(Expert.Kind.class) String kind,
      String name,
      String organisation,
      String qualification,
      List<String> fields,
      @Nullable LocalDate validUntil,
      boolean active,
      boolean valid,
      int version,
      List<String> allowedCommands) {}

  private final ExpertSearch search;
  private final SaveExpert save;
  private final KeptInspectors kept;
  private final Organisation organisation;
  private final Clock clock;

  ExpertController(
      ExpertSearch search,
      SaveExpert save,
      KeptInspectors kept,
      Organisation organisation,
      Clock clock) {
    this.search = search;
    this.save = save;
    this.kept = kept;
    this.organisation = organisation;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.INSPECTORS_VIEW)
  Page<ExpertView> listExperts(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable @Pattern(regexp = "person|agency") String kind,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size) {
    String text = q == null || q.isBlank() ? null : q.strip();
    return search
        .page(SignedIn.get().scope(), text, kind, new Page.Request(page, size))
        .map(this::view);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INSPECTORS_EDIT)
  ExpertView addExpert(@Valid @RequestBody ExpertContentRequest request) {
    Expert added = request.read();
    save.add(added);
    return view(added);
  }

  @PostMapping("/{id}/change")
  @Requires(Permission.INSPECTORS_EDIT)
  ExpertView changeExpert(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ExpertChangeRequest request) {
    return view(save.change(id, IfMatch.read(seen), request.content().read(), request.reason()));
  }

  private ExpertView view(Expert expert) {
    boolean may =
        SignedIn.get().may(Permission.INSPECTORS_EDIT) && kept.isOwn(expert.departmentId());
    return new ExpertView(
        expert.id(),
        new NamedId(
            expert.departmentId(), organisation.getDepartment(expert.departmentId()).name()),
        Lifecycle.wireName(expert.kind()),
        expert.name(),
        expert.organisation(),
        expert.qualification(),
        expert.fields(),
        expert.validUntil(),
        expert.active(),
        expert.isValidOn(LocalDate.now(clock)),
        expert.version(),
        may ? List.of("change") : List.of());
  }
}
