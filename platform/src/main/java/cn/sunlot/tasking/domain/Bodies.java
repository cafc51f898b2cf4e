package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Organisation.Department;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which department a section belongs to, and from where the places of a department are filled. */
public final class Bodies {

  private final Map<UUID, Department> departments;

  public Bodies(Collection<Department> all) {
    departments = new LinkedHashMap<>();
    all.forEach(d -> departments.put(d.id(), d));
  }

  /** The department or bureau of a section; any other one is its own. */
  public UUID body(UUID department) {
    return bodyOf(department).id();
  }

  private Department bodyOf(UUID department) {
    Department one = get(department);
    while (one.isSection() && one.parentId() != null) {
      one = get(one.parentId());
    }
    return one;
  }

  /**
   * Whose inspectors fill the places of a department: those of all its sections, or in a single
   * bureau, where each section draws its own, of this one and what is below it.
   */
  public Set<UUID> staffOf(UUID department, boolean singleBureau) {
    return below(singleBureau ? department : body(department));
  }

  /** A department and all inside it. */
  public Set<UUID> below(UUID department) {
    return departments.keySet().stream()
        .filter(d -> isIn(d, department))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isIn(UUID department, UUID superior) {
    @Nullable UUID one = department;
    while (one != null && !one.equals(superior)) {
      one = get(one).parentId();
    }
    return one != null;
  }

  /**
   * Departments of the same line in other counties of the same city, for a draw together with a
   * neighbouring region (TZ-21).
   *
   * @param only codes of the counties that count as neighbours; empty is all of the city
   */
  public List<Department> neighbours(UUID department, Set<String> only) {
    Department own = bodyOf(department);
    if (own.line() == null || own.region() == null) {
      return List.of();
    }
    String city = own.region().substring(0, 4) + "00";
    return departments.values().stream()
        .filter(d -> !d.isSection() && d.line() == own.line() && !d.id().equals(own.id()))
        .filter(d -> d.region() != null && !d.region().equals(own.region()))
        .filter(d -> d.region() != null && !d.region().equals(city))
        .filter(d -> d.region() != null && Regions.isWithin(d.region(), city))
        .filter(d -> only.isEmpty() || only.contains(d.region()))
        .toList();
  }

  /** Departments for which somebody acts: those handled, and sections of those. */
  public Set<UUID> actingFor(Predicate<UUID> handles) {
    return departments.keySet().stream()
        .filter(d -> handles.test(d) || handles.test(body(d)))
        .collect(Collectors.toSet());
  }

  public String name(UUID department) {
    return get(department).name();
  }

  private Department get(UUID id) {
    return Objects.requireNonNull(departments.get(id), () -> "no department " + id);
  }
}
