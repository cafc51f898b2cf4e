package cn.sunlot.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The face of the organisation: what other modules may ask of authorities, departments and people.
 */
public interface Organisation {

  /**
   * A body bound by one rule profile.
   *
   * @param kind {@code city} or {@code bureau}
   * @param region GB/T 2260 code, six digits
   * @param profileId id of its rule profile
   */
  record Authority(UUID id, String name, String kind, String region, String profileId) {}

  /**
   * A department, or a section of a bureau.
   *
   * @param kind {@code bureau}, {@code section}, {@code department}
   * @param functions what it is responsible for, e.g. {@code regulation}, {@code personnel}
   */
  record Department(
      UUID id,
      UUID authorityId,
      @Nullable UUID parentId,
      String name,
      String kind,
      List<String> functions) {}

  /** A person with an account. */
  record Person(
      UUID id,
      UUID authorityId,
      UUID departmentId,
      String name,
      String login,
      List<Role> roles,
      boolean active) {}

  Authority getAuthority(UUID id);

  List<Authority> listAuthorities();

  Department getDepartment(UUID id);

  /** Departments of an authority, superior ones first. */
  List<Department> listDepartments(UUID authorityId);

  Person getPerson(UUID id);

  Optional<Person> findPersonByLogin(String login);

  /** Active people of a department who hold a role, e.g. to tell them of something to do. */
  List<Person> listPeople(UUID departmentId, Role role);
}
