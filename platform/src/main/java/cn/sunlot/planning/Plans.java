package cn.sunlot.planning;

import cn.sunlot.kernel.TodoSource;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The face of planning: what other modules may ask of plans. */
public interface Plans extends TodoSource {

  /**
   * A line of an approved plan.
   *
   * @param planId key of the plan, the same for all its versions
   * @param planState {@code approved} or {@code published}
   * @param departmentId the section that carries it out
   * @param filter which targets it hits
   * @param ratesBp ratio to be drawn per risk class A, B, C, D, N (not rated), in basis points; a
   *     class without a value is not drawn
   * @param from first day of the period, inside the plan's year
   * @param to last day of the period
   */
  record PlanLine(
      UUID id,
      UUID planId,
      String planNumber,
      String planTitle,
      int year,
      String planState,
      UUID authorityId,
      UUID departmentId,
      String title,
      List<UUID> itemVersionIds,
      TargetFilter filter,
      Map<String, Integer> ratesBp,
      LocalDate from,
      LocalDate to) {}

  /**
   * A line from which tasks may be opened.
   *
   * @throws cn.sunlot.kernel.Refused if the plan is not approved, or an adjustment has replaced or
   *     dropped the line: nothing is inspected outside the yearly plan (ZB-2)
   */
  PlanLine getLine(UUID lineId);

  /** A line as it was last approved, also one that an adjustment has dropped since: for display. */
  Optional<PlanLine> findLine(UUID lineId);
}
