package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.Roles;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator says what a person may do. */
@Component
@Transactional
public class AssignRoles {

  private final PersonStore store;
  private final Organisation organisation;
  private final LastAdministrators lastAdministrators;
  private final AuditLog audit;

  AssignRoles(
      PersonStore store,
      Organisation organisation,
      LastAdministrators lastAdministrators,
      AuditLog audit) {
    this.store = store;
    this.organisation = organisation;
    this.lastAdministrators = lastAdministrators;
    this.audit = audit;
  }

  /**
   * Replaces the roles of a person; open sessions of the person end.
   *
   * @throws Refused if the row has moved on, two of the roles exclude each other, it is the own
   *     account, or the last administrator's
   */
  public void run(UUID id, IfMatch seen, Set<Role> roles) {
    seen.check(store.getVersion(id));
    Person before = organisation.getPerson(id);
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    demandCompatible(roles);
    store.assign(id, roles);
    if (before.roles().stream().anyMatch(r -> r.excludes(Role.PRINCIPAL))) {
      lastAdministrators.demandOne(before.authorityId());
    }
    audit.record(
        "roles-assigned",
        before.login(),
        Map.of(
            "person", id.toString(),
            "before", wireNames(before.roles()),
            "roles", wireNames(roles)));
  }

  private static void demandCompatible(Set<Role> roles) {
    Roles.findConflict(roles)
        .ifPresent(
            c -> {
              throw Refused.because(
                  OrganisationProblem.ROLES_EXCLUDE_EACH_OTHER,
                  new DefaultMessageSourceResolvable(textKey(c.one())),
                  new DefaultMessageSourceResolvable(textKey(c.other())));
            });
  }

  static String textKey(Role role) {
    return "organisation.role." + Lifecycle.wireName(role);
  }

  private static List<String> wireNames(Collection<Role> roles) {
    return roles.stream().sorted().map(Lifecycle::wireName).toList();
  }
}
