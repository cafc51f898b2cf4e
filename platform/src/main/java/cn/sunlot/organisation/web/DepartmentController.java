package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.store.OrganisationSearch;
import cn.sunlot.organisation.store.OrganisationSearch.DepartmentRow;
import cn.sunlot.organisation.usecase.AddDepartment;
import cn.sunlot.organisation.usecase.ChangeDepartment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Departments and sections, for the administrators. */
@RestController
@RequestMapping("/api/departments")
class DepartmentController {

  private static final String LINE = "[a-z-]{1,40}";

  record NewDepartment(
      @NotBlank @Size(max = 100) String name,
      @NotNull UUID parentId,
      @Nullable @Pattern(regexp = "[0-9]{6}") String region,
      @OneOf(Line.class) @Nullable @Pattern(regexp = LINE) String line,
      @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = "[a-z-]{1,32}") String> functions,
      @Min(0) @Max(9999) int sort) {}

  record DepartmentChange(
      @NotBlank @Size(max = 100) String name,
      @OneOf(Line.class) @Nullable @Pattern(regexp = LINE) String line,
      @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = "[a-z-]{1,32}") String> functions,
      @Min(0) @Max(9999) int sort) {}

  private final OrganisationSearch search;
  private final AddDepartment addDepartment;
  private final ChangeDepartment changeDepartment;

  DepartmentController(
      OrganisationSearch search, AddDepartment addDepartment, ChangeDepartment changeDepartment) {
    this.search = search;
    this.addDepartment = addDepartment;
    this.changeDepartment = changeDepartment;
  }

  @GetMapping
  @Requires(Permission.ORGANISATION_VIEW)
  List<DepartmentRow> listDepartments() {
    return search.listDepartments(SignedIn.get().scope());
  }

  /** Names of the departments of one's own authority, for choices on screens. */
  @GetMapping("/names")
  @Requires(Permission.SIGNED_IN)
  List<NamedId> listDepartmentNames() {
    return search.listNames(SignedIn.get().scope());
  }

  @PostMapping
  @Requires(Permission.ORGANISATION_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  DepartmentRow addDepartment(@Valid @RequestBody NewDepartment department) {
    return row(
        addDepartment.run(
            new AddDepartment.Order(
                department.name().strip(),
                department.parentId(),
                department.region(),
                line(department.line()),
                department.functions(),
                department.sort())));
  }

  @PostMapping("/{id}/change")
  @Requires(Permission.ORGANISATION_EDIT)
  DepartmentRow changeDepartment(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody DepartmentChange change) {
    changeDepartment.run(
        id,
        IfMatch.read(version),
        change.name().strip(),
        line(change.line()),
        change.functions(),
        change.sort());
    return row(id);
  }

  private DepartmentRow row(UUID id) {
    return listDepartments().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  private static @Nullable Line line(@Nullable String name) {
    return name == null ? null : Lifecycle.parse(Line.class, name);
  }
}
