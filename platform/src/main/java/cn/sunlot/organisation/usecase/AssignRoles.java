package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.PostStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator says what a person may do. */
@Component
@Transactional
public class AssignRoles {

  private final PersonStore store;
  private final PostStore posts;
  private final Organisation organisation;
  private final Administered administered;
  private final AllRoles allRoles;
  private final LastAdministrators lastAdministrators;
  private final AuditLog audit;

  AssignRoles(
      PersonStore store,
      PostStore posts,
      Organisation organisation,
      Administered administered,
      AllRoles allRoles,
      LastAdministrators lastAdministrators,
      AuditLog audit) {
    this.store = store;
    this.posts = posts;
    this.organisation = organisation;
    this.administered = administered;
    this.allRoles = allRoles;
    this.lastAdministrators = lastAdministrators;
    this.audit = audit;
  }

  /**
   * Replaces the roles in a post of a person; open sessions of the person end.
   *
   * @param postId null for the main post
   * @throws Refused if the row has moved on, somebody else manages the department, two roles of the
   *     person exclude each other in whichever posts, it is the own account, or the last
   *     administrator's
   */
  public void run(UUID id, IfMatch seen, @Nullable UUID postId, Set<Role> roles) {
    seen.check(store.getVersion(id));
    Person person = organisation.getPerson(id);
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    Post post = post(id, postId);
    String department = administered.get(post.departmentId()).name();
    allRoles.demandCompatible(id, post.id(), roles);
    posts.assign(post.id(), roles);
    store.endSessions(id);
    if (post.roles().stream().anyMatch(r -> r.excludes(Role.PRINCIPAL))) {
      lastAdministrators.demandOne(person.authorityId());
    }
    audit.record(
        "roles-assigned",
        person.login(),
        Map.of(
            "person", id.toString(),
            "department", department,
            "before", wireNames(post.roles()),
            "roles", wireNames(roles)));
  }

  private Post post(UUID personId, @Nullable UUID postId) {
    return posts.list(personId).stream()
        .filter(p -> postId == null ? p.main() : p.id().equals(postId))
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, String.valueOf(postId)));
  }

  static String textKey(Role role) {
    return "organisation.role." + Lifecycle.wireName(role);
  }

  private static List<String> wireNames(Collection<Role> roles) {
    return roles.stream().sorted().map(Lifecycle::wireName).toList();
  }
}
