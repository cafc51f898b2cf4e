package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.PlanState;
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
      Map<String, Integer> ratesBp,
      int timesPerYear,
      LocalDate from,
      LocalDate to,
      NamedId executing,
      String body,
      Coverage coverage,
      @Nullable Planned planned) {}

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
