package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.Delegation;
import cn.sunlot.organisation.usecase.Delegations;
import cn.sunlot.organisation.usecase.OpenMatters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts and who stands in, as screens show them. */
@Component
class PostViews {

  /**
   * A post.
   *
   * @param title as on the door, or empty
   * @param until last day, or null
   * @param inForce whether it is one today
   * @param deputies who stands in now or will
   * @param open how much waits in it, for who may end or move it; null for others
   * @param allowedCommands end, assign-roles, delegate
   */
  record PostView(
      UUID id,
      NamedId department,
      String title,
      boolean main,
      LocalDate from,
      @Nullable LocalDate until,
      boolean inForce,
      @OneOf(Role.class) List<String> roles,
      List<DeputyView> deputies,
      @Nullable Integer open,
      List<String> allowedCommands) {}

  /** Somebody who stands in. */
  record DeputyView(
      UUID id, NamedId deputy, LocalDate from, LocalDate until, String reason, boolean inForce) {}

  private final Organisation organisation;
  private final Delegations delegations;
  private final OpenMatters matters;
  private final Clock clock;

  PostViews(Organisation organisation, Delegations delegations, OpenMatters matters, Clock clock) {
    this.organisation = organisation;
    this.delegations = delegations;
    this.matters = matters;
    this.clock = clock;
  }

  /** The posts of a person, the main one first. */
  List<PostView> views(UUID personId) {
    return organisation.listPosts(personId).stream().map(this::view).toList();
  }

  private PostView view(Post post) {
    LocalDate today = LocalDate.now(clock);
    return new PostView(
        post.id(),
        new NamedId(post.departmentId(), organisation.getDepartment(post.departmentId()).name()),
        post.title(),
        post.main(),
        post.from(),
        post.until(),
        post.isInForce(today),
        post.roles().stream().map(Lifecycle::wireName).toList(),
        delegations.list(post.id()).stream().map(d -> deputy(d, today)).toList(),
        open(post),
        commands(post, today));
  }

  /** A number and no titles: administrators have nothing to do with the business. */
  private @Nullable Integer open(Post post) {
    SignedIn reader = SignedIn.get();
    return reader.may(Permission.ORGANISATION_EDIT) && reader.handles(post.departmentId())
        ? Integer.valueOf(matters.count(post))
        : null;
  }

  private DeputyView deputy(Delegation delegation, LocalDate today) {
    return new DeputyView(
        delegation.id(),
        new NamedId(delegation.personId(), organisation.getPerson(delegation.personId()).name()),
        delegation.from(),
        delegation.until(),
        delegation.reason(),
        delegation.isInForce(today));
  }

  private static List<String> commands(Post post, LocalDate today) {
    SignedIn reader = SignedIn.get();
    List<String> commands = new ArrayList<>();
    if (post.until() != null && post.until().isBefore(today)) {
      return commands;
    }
    boolean handles = reader.handles(post.departmentId());
    boolean own = post.personId().equals(reader.personId());
    if (reader.may(Permission.ORGANISATION_EDIT) && handles && !post.main()) {
      commands.add("end");
    }
    if (reader.may(Permission.ROLES_ASSIGN) && handles && !own) {
      commands.add("assign-roles");
    }
    if (own || reader.may(Permission.ROLES_ASSIGN) && handles) {
      commands.add("delegate");
    }
    return commands;
  }
}
