package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.Role.Reach;
import cn.sunlot.organisation.domain.DepartmentTree;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.TownshipStore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a person who has been let in may do and whose rows it may see, however it was let in. */
@Component
public class Access {

  private final OrganisationStore store;
  private final TownshipStore townships;

  Access(OrganisationStore store, TownshipStore townships) {
    this.store = store;
    this.townships = townships;
  }

  /**
   * What the person may do and see in the main post.
   *
   * @param passwordDue whether nothing is allowed before a new password is chosen
   * @param secondFactorDue whether nothing is allowed before a second factor is set up
   */
  public SignedIn of(Person person, boolean passwordDue, boolean secondFactorDue) {
    return in(person, person.departmentId(), person.roles(), passwordDue, secondFactorDue);
  }

  /** The same in another post: these roles in this department. */
  SignedIn in(
      Person person,
      UUID departmentId,
      Collection<Role> roles,
      boolean passwordDue,
      boolean secondFactorDue) {
    Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
    roles.forEach(role -> permissions.addAll(role.permissions()));
    if (passwordDue) {
      permissions.add(Permission.PASSWORD_DUE);
    }
    if (secondFactorDue) {
      permissions.add(Permission.SECOND_FACTOR_DUE);
    }
    return new SignedIn(
        person.id(),
        person.name(),
        person.login(),
        departmentId,
        scope(person.authorityId(), departmentId, roles),
        roles.stream().map(Enum::name).collect(Collectors.toSet()),
        permissions);
  }

  /** Whose data these roles open in this department, by region and line. */
  Scope scope(UUID authorityId, UUID departmentId, Collection<Role> roles) {
    var tree = new DepartmentTree(store.listDepartments(authorityId));
    Set<UUID> seen = new HashSet<>(tree.seen(departmentId, Reach.SECTION));
    Set<UUID> handled = new HashSet<>(tree.handled(departmentId, Reach.SECTION));
    for (Role role : roles) {
      seen.addAll(tree.seen(departmentId, role.reach()));
      handled.addAll(tree.handled(departmentId, role.reach()));
    }
    return new Scope(authorityId, seen, handled, area(authorityId, tree.region(departmentId)));
  }

  /**
   * The targets of the authority for those who are competent in all of it, otherwise those of a
   * county with its towns, under former codes too.
   */
  private Area area(UUID authorityId, String region) {
    if (region.equals(store.getAuthority(authorityId).region())) {
      return Area.WHOLE;
    }
    Set<String> codes = new HashSet<>(Regions.listFormer(region));
    codes.add(region);
    townships.list(authorityId).stream()
        .filter(t -> t.county().equals(region))
        .forEach(t -> codes.add(t.code()));
    return Area.of(codes);
  }
}
