package cn.sunlot.publicity.usecase;

import cn.sunlot.organisation.Organisation;
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
    return new Owner(organisation.getAuthority(authorityId).name(), department(departmentId));
  }

  /** The department or bureau that a section belongs to. */
  String body(UUID departmentId) {
    return organisation.listBody(departmentId).stream()
        .filter(d -> !d.isSection())
        .findFirst()
        .map(Organisation.Department::name)
        .orElseGet(() -> department(departmentId));
  }

  String department(UUID departmentId) {
    return organisation.getDepartment(departmentId).name();
  }
}
