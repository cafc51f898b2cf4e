package cn.sunlot.planning;

import cn.sunlot.kernel.TodoSource;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
   * A version of a plan as the public sees it.
   *
   * @param version number of the plan's version, from 1
   * @param reason why the plan was adjusted; "" for the first version
   */
  record PublishedPlan(
      UUID id,
      UUID authorityId,
      UUID departmentId,
      String number,
      int year,
      int version,
      String title,
      String reason,
      Instant publishedAt,
      List<PublishedLine> lines) {}

  /**
   * A line of a published plan, with what only the public list needs.
   *
   * @param category class of inspection (抽查类别)
   * @param body the body in whose name it inspects
   * @param pool size of the pool when the plan was submitted, or null where not counted
   * @param expected number of targets expected then, or null where not counted
   */
  record PublishedLine(
      PlanLine line,
      String category,
      int timesPerYear,
      String body,
      @Nullable Integer pool,
      @Nullable Integer expected) {}

  /** The published versions of a plan, the first one first. */
  List<PublishedPlan> listPublished(UUID planId);

  /** Keys of the authority's plans that have a published version. */
  List<UUID> listPublishedPlans(UUID authorityId);

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
