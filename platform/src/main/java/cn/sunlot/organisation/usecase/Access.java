package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.OrganisationStore;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a person who has been let in may do and whose rows it may see, however it was let in. */
@Component
class Access {

  private final OrganisationStore store;

  Access(OrganisationStore store) {
    this.store = store;
  }

  /**
   * What the person may do and see.
   *
   * @param passwordDue whether nothing is allowed before a new password is chosen
   * @param secondFactorDue whether nothing is allowed before a second factor is set up
   */
  SignedIn of(Person person, boolean passwordDue, boolean secondFactorDue) {
    Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
    person.roles().forEach(role -> permissions.addAll(role.permissions()));
    if (passwordDue) {
      permissions.add(Permission.PASSWORD_DUE);
    }
    if (secondFactorDue) {
      permissions.add(Permission.SECOND_FACTOR_DUE);
    }
    boolean everywhere = person.roles().stream().anyMatch(r -> r.reach() == Role.Reach.AUTHORITY);
    List<Department> all = store.listDepartments(person.authorityId());
    Set<UUID> visible =
        everywhere
            ? all.stream().map(Department::id).collect(Collectors.toSet())
            : withSubordinates(person.departmentId(), all);
    return new SignedIn(
        person.id(),
        person.name(),
        person.login(),
        person.departmentId(),
        Scope.of(person.authorityId(), visible),
        person.roles().stream().map(Enum::name).collect(Collectors.toSet()),
        permissions);
  }

  private static Set<UUID> withSubordinates(UUID root, List<Department> all) {
    Set<UUID> visible = new HashSet<>(Set.of(root));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Department department : all) {
        grew |= visible.contains(department.parentId()) && visible.add(department.id());
      }
    }
    return visible;
  }
}
