package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The departments of an authority as those who plan together: of a city its departments, with their
 * sections inside; of a bureau of its own its sections.
 */
final class Bodies {

  private final Map<UUID, Department> known = new LinkedHashMap<>();

  Bodies(List<Department> departments) {
    departments.forEach(d -> known.put(d.id(), d));
  }

  static Bodies of(Organisation organisation, UUID authorityId) {
    return new Bodies(organisation.listDepartments(authorityId));
  }

  Collection<Department> all() {
    return known.values();
  }

  @Nullable Department find(UUID id) {
    return known.get(id);
  }

  /** Who a department stands for among others. */
  Department body(Department department) {
    UUID parentId = department.parentId();
    Department parent = parentId == null ? null : known.get(parentId);
    return parent != null && department.isSection() && !parent.kind().equals("bureau")
        ? body(parent)
        : department;
  }

  /** The department that leads a line: of a section of a city its department. */
  UUID leading(Line line) {
    Department executing = known.get(line.executingId());
    return executing == null ? line.executingId() : body(executing).id();
  }

  /** Whether two of them are of the same level and region, so that they can inspect together. */
  boolean areOfOneLevel(Department one, Department leading) {
    return leading.isSection()
        ? one.isSection() && Objects.equals(one.parentId(), leading.parentId())
        : !one.isSection()
            && !one.kind().equals("government")
            && Objects.equals(one.region(), leading.region());
  }

  /** Whether there are departments below, to hand down to. */
  boolean isAboveCounties(Department department) {
    String region = body(department).region();
    return region != null && known.values().stream().anyMatch(d -> isBelow(d, region));
  }

  /**
   * Who sends inspectors: lead and participants, or where counties inspect the departments of their
   * lines there.
   */
  List<Department> inspecting(Line line) {
    List<Department> planning = new ArrayList<>();
    List<UUID> all = new ArrayList<>(List.of(line.executingId()));
    all.addAll(line.arrangement().participants());
    all.stream().map(known::get).filter(Objects::nonNull).map(this::body).forEach(planning::add);
    return line.arrangement().handling() == Handling.CITY_RUN
        ? planning
        : planning.stream()
            .flatMap(body -> below(body, line.filter().regionCodes()).stream())
            .toList();
  }

  /** A department itself and everything inside it. */
  Set<UUID> within(Department body) {
    return known.values().stream()
        .filter(d -> isWithin(d, body.id()))
        .map(Department::id)
        .collect(Collectors.toSet());
  }

  private List<Department> below(Department body, Set<String> regions) {
    String region = body.region();
    return body.line() == null || region == null
        ? List.of()
        : known.values().stream()
            .filter(d -> !d.isSection() && d.line() == body.line() && isBelow(d, region))
            .filter(
                d ->
                    regions.isEmpty()
                        || regions.stream()
                            .anyMatch(r -> Regions.isWithin(String.valueOf(d.region()), r)))
            .toList();
  }

  private static boolean isBelow(Department department, String superior) {
    String region = department.region();
    return region != null && !region.equals(superior) && Regions.isWithin(region, superior);
  }

  private boolean isWithin(Department department, UUID body) {
    if (department.id().equals(body)) {
      return true;
    }
    UUID parentId = department.parentId();
    Department parent = parentId == null || !department.isSection() ? null : known.get(parentId);
    return parent != null && isWithin(parent, body);
  }
}
