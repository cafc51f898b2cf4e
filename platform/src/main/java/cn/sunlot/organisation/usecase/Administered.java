package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An administrator of a county's department manages that department and nothing else. */
@Component
class Administered {

  private final Organisation organisation;

  Administered(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * The department, if the administrator on this thread manages it.
   *
   * @throws Refused {@code NOT_ADMINISTERED} if not; {@code NOT_FOUND} in another authority
   */
  Department get(UUID departmentId) {
    Department department = organisation.getDepartment(departmentId);
    if (!SignedIn.get().handles(departmentId)) {
      throw Refused.because(OrganisationProblem.NOT_ADMINISTERED, department.name());
    }
    return department;
  }

  /**
   * The person, if the administrator on this thread manages the department of the main post.
   *
   * @throws Refused {@code NOT_ADMINISTERED} if not; {@code NOT_FOUND} in another authority
   */
  Person getPerson(UUID personId) {
    Person person = organisation.getPerson(personId);
    get(person.departmentId());
    return person;
  }
}
