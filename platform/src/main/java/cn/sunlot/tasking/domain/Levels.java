package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Organisation.Department;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The departments of an authority by level, region and line, as tasks need them: who is invited at
 * the same level, and who carries out below what was drawn above (TZ-17, TZ-19).
 */
public final class Levels {

  private final Map<UUID, Department> departments;
  private final Map<UUID, Map<String, Optional<UUID>>> below = new HashMap<>();

  public Levels(List<Department> all) {
    departments = all.stream().collect(Collectors.toMap(Department::id, d -> d));
  }

  /** The department that a section belongs to; any other one is its own. */
  public Department body(UUID departmentId) {
    Department one = Objects.requireNonNull(departments.get(departmentId));
    while (one.isSection() && one.parentId() != null) {
      one = Objects.requireNonNull(departments.get(one.parentId()));
    }
    return one;
  }

  public boolean areOneBody(UUID one, UUID other) {
    return body(one).id().equals(body(other).id());
  }

  /** Whether one of these belongs to the same department as the other. */
  public boolean isOneBodyWithAny(UUID one, Set<UUID> others) {
    return others.stream().anyMatch(other -> areOneBody(one, other));
  }

  /** Whether both are departments of one region, and not the same one. */
  public boolean areSameLevel(UUID one, UUID other) {
    return !areOneBody(one, other)
        && Objects.equals(body(one).region(), body(other).region())
        && !isGovernment(one)
        && !isGovernment(other);
  }

  /** The department with its sections, without this one; by name. */
  public List<Department> listBeside(UUID departmentId) {
    return departments.values().stream()
        .filter(d -> !d.id().equals(departmentId) && areOneBody(d.id(), departmentId))
        .sorted(Comparator.comparing(Department::name))
        .toList();
  }

  /** Departments that may be invited to what this one leads, by name. */
  public List<Department> listSameLevel(UUID lead) {
    return departments.values().stream()
        .filter(d -> !d.isSection() && areSameLevel(lead, d.id()))
        .sorted(Comparator.comparing(Department::name))
        .toList();
  }

  /** Whether a department is of the same line as another one, in a region of it (TZ-14, PDS-13). */
  public boolean isBelow(UUID departmentId, UUID superior) {
    Department one = body(departmentId);
    Department above = body(superior);
    return above.line() != null
        && one.line() == above.line()
        && !Objects.equals(one.region(), above.region())
        && Regions.isWithin(region(one), region(above));
  }

  /**
   * The department of the same line that is competent below for a place; none where the line ends
   * above, or has no department there.
   *
   * @param place code of GB/T 2260, a former one, or nine digits of a town
   */
  public Optional<UUID> findBelow(UUID departmentId, String place) {
    return below
        .computeIfAbsent(body(departmentId).id(), k -> new HashMap<>())
        .computeIfAbsent(place, p -> seek(departmentId, Regions.findSuccessor(p).orElse(p)));
  }

  private Optional<UUID> seek(UUID departmentId, String place) {
    return departments.values().stream()
        .filter(d -> !d.isSection() && isBelow(d.id(), departmentId))
        .filter(d -> Regions.isWithin(place, region(d)))
        .max(Comparator.comparing(d -> region(d).replaceAll("(00){1,2}$", "").length()))
        .map(Department::id);
  }

  private boolean isGovernment(UUID departmentId) {
    return body(departmentId).kind().equals("government");
  }

  private static String region(Department body) {
    return Objects.requireNonNull(body.region());
  }
}
