package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients are told about plans. */
final class PlanResponses {

  private PlanResponses() {}

  /** A row of the list: the plan by its current version. */
  record PlanRow(
      UUID id,
      String number,
      int year,
      String title,
      @OneOf(PlanState.class) String state,
      int currentNumber,
      int lines,
      NamedId department,
      Instant changedAt) {}

  /**
   * A plan.
   *
   * @param version for {@code If-Match}
   * @param bindingNumber number of the version from which tasks may be opened, or null
   */
  record PlanDetail(
      UUID id,
      String number,
      int year,
      int version,
      NamedId department,
      VersionView current,
      @Nullable Integer bindingNumber,
      List<VersionRef> versions,
      List<String> allowedCommands) {}

  /** A version in a few words. */
  record VersionRef(
      int number,
      @OneOf(PlanState.class) String state,
      String reason,
      @Nullable Instant approvedAt,
      @Nullable Instant publishedAt) {}

  /**
   * A version.
   *
   * @param reason why the plan is adjusted; "" for the first version
   * @param sentBack why the principal sent it back, until it is submitted again
   */
  record VersionView(
      UUID id,
      int number,
      @OneOf(PlanState.class) String state,
      String title,
      List<LineView> lines,
      String reason,
      NamedId draftedBy,
      @Nullable NamedId approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant publishedAt,
      @Nullable String sentBack) {}

  /**
   * A line.
   *
   * @param itemType {@code key}, {@code general}, or {@code mixed}
   * @param subRegistries those of the filter, by name; one that was removed since is left out
   * @param counts fixed number of targets of classes that have no ratio
   * @param coverage today's figures
   * @param planned the figures when it was submitted, which the approval rests on
   */
  record LineView(
      UUID id,
      int position,
      String title,
      String category,
      String itemType,
      List<ItemRef> items,
      TargetFilter filter,
      List<NamedId> subRegistries,
      Map<String, Integer> ratesBp,
      Map<String, Integer> counts,
      int timesPerYear,
      LocalDate from,
      LocalDate to,
      NamedId executing,
      String body,
      ArrangementView arrangement,
      Coverage coverage,
      @Nullable Planned planned) {}

  /**
   * Who takes part in a line, who draws, and how.
   *
   * @param weights region code → weight; empty where the number per class is not split
   * @param methods ways of inspecting; empty: as its items say
   */
  record ArrangementView(
      List<NamedId> participants,
      @OneOf(Handling.class) String handling,
      Map<String, Integer> weights,
      @OneOf(Way.class) List<String> methods,
      @OneOf(Form.class) @Nullable String form,
      String otherDemands,
      int visitsPerDay) {}

  record ItemRef(
      UUID id,
      UUID itemId,
      int number,
      String code,
      String name,
      @OneOf(Catalog.Category.class) String category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear) {}
}
