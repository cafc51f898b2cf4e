package cn.sunlot.publicity.usecase;

import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.publicity.store.Owner;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who answers for something, by name. */
@Component
class Owners {

  private final Organisation organisation;

  Owners(Organisation organisation) {
    this.organisation = organisation;
  }

  Owner get(UUID authorityId, UUID departmentId) {
    String authority = organisation.getAuthority(authorityId).name();
    Department body = bodyOf(departmentId);
    return new Owner(
        authority,
        // What is at the root is the authority itself.
        body.parentId() == null ? authority : body.name(),
        department(departmentId));
  }

  /** The department or bureau that a section belongs to. */
  String body(UUID departmentId) {
    return bodyOf(departmentId).name();
  }

  String department(UUID departmentId) {
    return organisation.getDepartment(departmentId).name();
  }

  /** Step by step upwards: there may be a city's departments, and thousands of results. */
  private Department bodyOf(UUID departmentId) {
    Department one = organisation.getDepartment(departmentId);
    while (one.isSection() && one.parentId() != null) {
      one = organisation.getDepartment(one.parentId());
    }
    return one;
  }
}
