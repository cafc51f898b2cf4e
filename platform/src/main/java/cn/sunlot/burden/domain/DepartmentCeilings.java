package cn.sunlot.burden.domain;

import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.burden.Ceilings.Hold;
import cn.sunlot.burden.Ceilings.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ceilings in force that one department made public (N-1). Nobody can go beyond them. */
public final class DepartmentCeilings {

  /** What these ceilings rest on. */
  public static final List<String> CLAUSES = List.of("N-1");

  private final Map<String, PublishedCeiling> byClass = new HashMap<>();

  /**
   * @param inForce of one department and year, at most one per class
   */
  public DepartmentCeilings(List<PublishedCeiling> inForce) {
    inForce.forEach(ceiling -> byClass.put(ceiling.riskClass(), ceiling));
  }

  public boolean isEmpty() {
    return byClass.isEmpty();
  }

  /** How it stands for a target of this class that the department has drawn so often. */
  public Optional<Standing> standing(String riskClass, int drawn, Kind kind) {
    return Optional.ofNullable(byClass.getOrDefault(riskClass, byClass.get("")))
        .map(
            ceiling ->
                new Standing(
                    Ceiling.DEPARTMENT_CEILING,
                    ceiling.max(),
                    drawn,
                    kind == Kind.CAUSED ? Hold.CAUSED : Hold.HOLDS,
                    false,
                    CLAUSES,
                    ceiling.document()));
  }
}
