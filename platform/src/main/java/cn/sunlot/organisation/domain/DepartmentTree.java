package cn.sunlot.organisation.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Role.Reach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The departments of an authority: what is inside what (块), and who leads whom by region and line
 * (条).
 */
public final class DepartmentTree {

  private final Map<UUID, Department> departments = new HashMap<>();
  private final Map<UUID, List<UUID>> below = new HashMap<>();

  public DepartmentTree(List<Department> all) {
    for (Department department : all) {
      departments.put(department.id(), department);
      if (department.parentId() != null) {
        below.computeIfAbsent(department.parentId(), k -> new ArrayList<>()).add(department.id());
      }
    }
  }

  /** What a role of this reach, held in this department, lets somebody act for. */
  public Set<UUID> handled(UUID department, Reach reach) {
    return withBelow(reach == Reach.SECTION ? department : body(department).id());
  }

  /** What it lets somebody see. */
  public Set<UUID> seen(UUID department, Reach reach) {
    Set<UUID> seen = new HashSet<>(handled(department, reach));
    Department body = body(department);
    if (reach == Reach.REGION) {
      bodies(region(body), null).forEach(b -> seen.addAll(withBelow(b)));
    } else if (body.line() != null && (reach == Reach.BODY || body.id().equals(department))) {
      bodies(region(body), body.line()).stream()
          .filter(b -> !region(get(b)).equals(region(body)))
          .forEach(b -> seen.addAll(withBelow(b)));
    }
    return seen;
  }

  /** The department that a section belongs to; any other one is its own. */
  public Department body(UUID department) {
    Department one = get(department);
    while (one.isSection() && one.parentId() != null) {
      one = get(one.parentId());
    }
    return one;
  }

  /** Where a department is competent. */
  public String region(UUID department) {
    return region(body(department));
  }

  /** The department itself and all inside it. */
  public Set<UUID> withBelow(UUID department) {
    Set<UUID> found = new HashSet<>();
    Deque<UUID> open = new ArrayDeque<>(List.of(department));
    while (!open.isEmpty()) {
      UUID one = open.pop();
      if (found.add(one)) {
        open.addAll(below.getOrDefault(one, List.of()));
      }
    }
    return found;
  }

  /** The department of the same line one level up, if there is one. */
  public @Nullable Department superior(UUID department) {
    Department body = body(department);
    if (body.line() == null) {
      return null;
    }
    return departments.values().stream()
        .filter(d -> !d.isSection() && d.line() == body.line())
        .filter(d -> !region(d).equals(region(body)) && Regions.isWithin(region(body), region(d)))
        .max((a, b) -> Integer.compare(level(a), level(b)))
        .orElse(null);
  }

  private static int level(Department department) {
    return region(department).replaceAll("(00){1,2}$", "").length();
  }

  private List<UUID> bodies(String region, @Nullable Line line) {
    return departments.values().stream()
        .filter(d -> !d.isSection() && (line == null || d.line() == line))
        .filter(d -> !d.kind().equals("government") && Regions.isWithin(region(d), region))
        .map(Department::id)
        .toList();
  }

  private Department get(UUID id) {
    return Objects.requireNonNull(departments.get(id), () -> "no department " + id);
  }

  private static String region(Department body) {
    return Objects.requireNonNull(body.region(), () -> body.name() + " has no region");
  }
}
