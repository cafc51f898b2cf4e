package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.OrganisationSearch;
import cn.sunlot.organisation.store.OrganisationSearch.PeopleFilter;
import cn.sunlot.organisation.store.OrganisationSearch.PersonRow;
import cn.sunlot.organisation.usecase.AddPerson;
import cn.sunlot.organisation.usecase.AssignRoles;
import cn.sunlot.organisation.usecase.ChangePerson;
import cn.sunlot.organisation.usecase.KeepPosts;
import cn.sunlot.organisation.usecase.ResetPassword;
import cn.sunlot.organisation.usecase.ResetSecondFactor;
import cn.sunlot.organisation.usecase.UnbindIdentity;
import cn.sunlot.organisation.web.PostViews.PostView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** People and their accounts, for the administrators. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

  static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,63}";
  private static final String ROLE =
      "section-officer|inspector|section-head|principal|regulation-section|conference-office"
          + "|auditor|system-administrator|security-administrator|audit-administrator";

  record NewPerson(
      @NotBlank @Size(max = 50) String name,
      @NotNull @Pattern(regexp = LOGIN) String login,
      @NotNull UUID departmentId,
      @NotBlank @Size(max = 256) String password) {}

  record PersonChange(
      @NotBlank @Size(max = 50) String name, @NotNull UUID departmentId, boolean active) {}

  /**
   * Roles of a post.
   *
   * @param postId null for the main one
   */
  record RoleChange(
      @Nullable UUID postId,
      @NotNull @Size(max = 10) Set<@NotNull @Pattern(regexp = ROLE) String> roles) {}

  /**
   * A further post.
   *
   * @param until last day, or null
   */
  record NewPost(
      @NotNull UUID departmentId,
      @NotNull @Size(max = 50) String title,
      @NotNull LocalDate from,
      @Nullable LocalDate until) {}

  record PostEnd(@NotNull LocalDate until) {}

  record SecondFactorReset(@NotBlank @Size(max = 500) String reason) {}

  record IdentityRelease(@NotBlank @Size(max = 500) String reason) {}

  record PasswordChange(@NotBlank @Size(max = 256) String password) {}

  /**
   * A person with what the reader may do to them.
   *
   * @param department of the main post
   * @param roles of the main post
   * @param posts the main one first, also ended ones
   * @param secondFactor whether the sign-in has a second step
   * @param identityBound whether the account is bound to somebody at the identity provider
   */
  record PersonDetail(
      UUID id,
      String name,
      String login,
      NamedId department,
      @OneOf(Role.class) List<String> roles,
      List<PostView> posts,
      boolean active,
      boolean locked,
      boolean secondFactor,
      boolean identityBound,
      int version,
      List<String> allowedCommands) {}

  private final OrganisationSearch search;
  private final AddPerson addPerson;
  private final ChangePerson changePerson;
  private final AssignRoles assignRoles;
  private final PostViews posts;
  private final KeepPosts keepPosts;
  private final ResetPassword resetPassword;
  private final ResetSecondFactor resetSecondFactor;
  private final UnbindIdentity unbindIdentity;

  PeopleController(
      OrganisationSearch search,
      AddPerson addPerson,
      ChangePerson changePerson,
      AssignRoles assignRoles,
      PostViews posts,
      KeepPosts keepPosts,
      ResetPassword resetPassword,
      ResetSecondFactor resetSecondFactor,
      UnbindIdentity unbindIdentity) {
    this.search = search;
    this.addPerson = addPerson;
    this.changePerson = changePerson;
    this.assignRoles = assignRoles;
    this.posts = posts;
    this.keepPosts = keepPosts;
    this.resetPassword = resetPassword;
    this.resetSecondFactor = resetSecondFactor;
    this.unbindIdentity = unbindIdentity;
  }

  @GetMapping
  @Requires(Permission.ORGANISATION_VIEW)
  Page<PersonRow> pagePeople(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID departmentId,
      @RequestParam(required = false) @Nullable @Pattern(regexp = ROLE) String role,
      @RequestParam(required = false) @Nullable Boolean active) {
    var filter =
        new PeopleFilter(
            q, departmentId, role == null ? null : Lifecycle.parse(Role.class, role), active);
    return search.pagePeople(SignedIn.get().scope(), filter, new Page.Request(page, size));
  }

  @GetMapping("/{id}")
  @Requires(Permission.ORGANISATION_VIEW)
  PersonDetail getPerson(@PathVariable UUID id) {
    return detail(id);
  }

  @PostMapping
  @Requires(Permission.ORGANISATION_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  PersonDetail addPerson(@Valid @RequestBody NewPerson person) {
    return detail(
        addPerson.run(
            person.name().strip(), person.login(), person.departmentId(), person.password()));
  }

  @PostMapping("/{id}/change")
  @Requires(Permission.ORGANISATION_EDIT)
  PersonDetail changePerson(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody PersonChange change) {
    changePerson.run(
        id, IfMatch.read(version), change.name().strip(), change.departmentId(), change.active());
    return detail(id);
  }

  @PostMapping("/{id}/assign-roles")
  @Requires(Permission.ROLES_ASSIGN)
  PersonDetail assignRoles(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody RoleChange change) {
    assignRoles.run(
        id,
        IfMatch.read(version),
        change.postId(),
        change.roles().stream()
            .map(r -> Lifecycle.parse(Role.class, r))
            .collect(Collectors.toSet()));
    return detail(id);
  }

  @PostMapping("/{id}/posts")
  @Requires(Permission.ORGANISATION_EDIT)
  PersonDetail addPost(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody NewPost post) {
    keepPosts.add(
        id,
        IfMatch.read(version),
        post.departmentId(),
        post.title().strip(),
        post.from(),
        post.until());
    return detail(id);
  }

  @PostMapping("/{id}/posts/{postId}/end")
  @Requires(Permission.ORGANISATION_EDIT)
  PersonDetail endPost(
      @PathVariable UUID id,
      @PathVariable UUID postId,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody PostEnd end) {
    keepPosts.end(id, IfMatch.read(version), postId, end.until());
    return detail(id);
  }

  @PostMapping("/{id}/reset-password")
  @Requires(Permission.ROLES_ASSIGN)
  PersonDetail resetPassword(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody PasswordChange change) {
    resetPassword.run(id, IfMatch.read(version), change.password());
    return detail(id);
  }

  @PostMapping("/{id}/reset-second-factor")
  @Requires(Permission.ROLES_ASSIGN)
  PersonDetail resetSecondFactor(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody SecondFactorReset reset) {
    resetSecondFactor.run(id, IfMatch.read(version), reset.reason().strip());
    return detail(id);
  }

  @PostMapping("/{id}/unbind-identity")
  @Requires(Permission.ROLES_ASSIGN)
  PersonDetail unbindIdentity(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody IdentityRelease release) {
    unbindIdentity.run(id, IfMatch.read(version), release.reason().strip());
    return detail(id);
  }

  private PersonDetail detail(UUID id) {
    SignedIn reader = SignedIn.get();
    PersonRow row = search.getPerson(reader.scope(), id);
    boolean secondFactor = search.hasSecondFactor(id);
    boolean identityBound = search.isIdentityBound(id);
    List<String> commands = new ArrayList<>();
    boolean administered = reader.handles(row.department().id());
    if (reader.may(Permission.ORGANISATION_EDIT)) {
      commands.add("add-post");
      if (administered) {
        commands.add("change");
      }
    }
    if (reader.may(Permission.ROLES_ASSIGN) && administered && !id.equals(reader.personId())) {
      commands.add("assign-roles");
      commands.add("reset-password");
      if (secondFactor) {
        commands.add("reset-second-factor");
      }
      if (identityBound) {
        commands.add("unbind-identity");
      }
    }
    return new PersonDetail(
        row.id(),
        row.name(),
        row.login(),
        row.department(),
        row.roles(),
        posts.views(id),
        row.active(),
        row.locked(),
        secondFactor,
        identityBound,
        row.version(),
        commands);
  }
}
