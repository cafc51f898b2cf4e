package cn.sunlot.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
   * @param profileId id of the rule profile of its set-up; policy knows what it switched to since
   */
  record Authority(UUID id, String name, String kind, String region, String profileId) {}

  /**
   * A department of a city, a bureau with its own rules, or a section of either.
   *
   * @param kind {@code government} (the root of a city), {@code bureau} (the root of a single one),
   *     {@code department}, {@code section}
   * @param region where it is competent: GB/T 2260 code, six digits; null for a section
   * @param line its business from level to level, or null where it has none
   * @param functions what it is responsible for, e.g. {@code regulation}, {@code personnel}
   */
  record Department(
      UUID id,
      UUID authorityId,
      @Nullable UUID parentId,
      String name,
      String kind,
      @Nullable String region,
      @Nullable Line line,
      List<String> functions) {

    public boolean isSection() {
      return kind.equals("section");
    }
  }

  /**
   * A person with an account, in the main post.
   *
   * @param departmentId department of the main post
   * @param roles of the main post
   */
  record Person(
      UUID id,
      UUID authorityId,
      UUID departmentId,
      String name,
      String login,
      List<Role> roles,
      boolean active) {}

  /**
   * What a person is in a department. Somebody may have several posts, and acts in one at a time.
   *
   * @param title as on the door, or empty
   * @param main the one in which the person is listed
   * @param until last day, or null while nothing ends it
   */
  record Post(
      UUID id,
      UUID personId,
      UUID departmentId,
      String title,
      boolean main,
      LocalDate from,
      @Nullable LocalDate until,
      List<Role> roles) {

    public Post {
      roles = List.copyOf(roles);
    }

    public boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  /**
   * The joint conference of a city or county (TZ-S1).
   *
   * @param office the department that coordinates, or null where it is not named yet
   * @param members departments, the office among them
   */
  record Conference(
      UUID id, String region, String name, @Nullable UUID office, List<UUID> members) {}

  Authority getAuthority(UUID id);

  List<Authority> listAuthorities();

  Department getDepartment(UUID id);

  /** Departments of an authority, superior ones first. */
  List<Department> listDepartments(UUID authorityId);

  /**
   * The department or bureau that a section belongs to, with everything inside it; the section's
   * own one among them. A bureau of its own is the whole authority.
   */
  List<Department> listBody(UUID departmentId);

  Person getPerson(UUID id);

  Optional<Person> findPersonByLogin(String login);

  /**
   * Active people who hold a role in a department today, in whichever post, e.g. to tell them of
   * something to do.
   */
  List<Person> listPeople(UUID departmentId, Role role);

  /** Posts of a person, also ended ones: the main one first, then by their first day. */
  List<Post> listPosts(UUID personId);

  /** Names of the towns and streets of an authority by their codes of nine digits. */
  Map<String, String> listTownshipNames(UUID authorityId);

  /** The joint conference of a region, if there is one. */
  Optional<Conference> findConference(UUID authorityId, String region);

  /** The department or bureau that a section belongs to; any other one is its own. */
  default Department getBody(UUID departmentId) {
    return listBody(departmentId).stream().filter(d -> !d.isSection()).findFirst().orElseThrow();
  }

  /**
   * The office of the joint conference of the region in which this department, or that of the
   * section, is competent (TZ-S1).
   */
  default Optional<Department> findConferenceOffice(UUID departmentId) {
    Department body = getBody(departmentId);
    return body.region() == null
        ? Optional.empty()
        : findConference(body.authorityId(), body.region())
            .map(Conference::office)
            .map(this::getDepartment);
  }
}
