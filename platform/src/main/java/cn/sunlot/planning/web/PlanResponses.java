package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.PlanComparison;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.domain.Reached;
import cn.sunlot.policy.JointApprover;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.policy.Place;
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
      @OneOf(PlanKind.class) String kind,
      Instant changedAt) {}

  /**
   * A plan.
   *
   * @param version for {@code If-Match}
   * @param region of a joint plan: code and name of the city or county
   * @param adHoc why it is beside the yearly plan
   * @param bindingNumber number of the version from which tasks may be opened, or null
   * @param way of a joint plan: who decides, and until when it is published
   * @param filings of all versions
   * @param filingsOpen with whom the current version has to be filed still
   * @param publishAt where the rules want plans published besides the own public site
   * @param proposals of a joint plan, that its lines come from
   */
  record PlanDetail(
      UUID id,
      String number,
      int year,
      int version,
      NamedId department,
      @OneOf(PlanKind.class) String kind,
      @Nullable RegionRef region,
      @Nullable AdHocView adHoc,
      VersionView current,
      @Nullable Integer bindingNumber,
      List<VersionRef> versions,
      @Nullable JointWay way,
      List<FilingView> filings,
      @OneOf(FiledWith.class) List<String> filingsOpen,
      @OneOf(Place.class) List<String> publishAt,
      List<ProposalRef> proposals,
      List<String> allowedCommands) {}

  record RegionRef(String code, String name) {}

  record AdHocView(
      @OneOf(AdHocGround.Kind.class) String kind,
      String text,
      String documentNumber,
      @Nullable LocalDate documentDay) {}

  /**
   * How a joint plan comes into force.
   *
   * @param decidesNow who decides by the rules in force
   * @param publishBy last day of publication, or null where none is set
   * @param late whether that day passed before it was published
   */
  record JointWay(
      @OneOf(JointApprover.class) String decidesNow,
      @Nullable LocalDate publishBy,
      boolean late,
      List<String> clauses) {}

  /**
   * A filing.
   *
   * @param number of the plan's version
   */
  record FilingView(
      int number,
      @OneOf(FiledWith.class) String with,
      LocalDate on,
      String reference,
      NamedId by) {}

  record ProposalRef(
      UUID id,
      UUID lineId,
      String number,
      String title,
      NamedId lead,
      @OneOf(ProposalState.class) String state) {}

  record DecisionView(@OneOf(JointApprover.class) String by, LocalDate on, String documentNumber) {}

  /** Two versions of a plan, line by line. */
  record PlanComparisonView(int from, int to, List<ComparedLine> lines) {}

  /**
   * A line in both.
   *
   * @param before null where it was added
   * @param after null where it was dropped
   * @param fields what differs
   */
  record ComparedLine(
      @OneOf(PlanComparison.Change.class) String change,
      @Nullable LineView before,
      @Nullable LineView after,
      List<String> fields) {}

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
      @Nullable String sentBack,
      @Nullable DecisionView decision) {}

  /**
   * A line.
   *
   * @param itemType {@code key}, {@code general}, or {@code mixed}
   * @param subRegistries those of the filter, by name; one that was removed since is left out
   * @param counts fixed number of targets of classes that have no ratio
   * @param coverage today's figures
   * @param ceilings targets of its scope that are at or near their ceiling of inspections (N-1)
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
      Reached ceilings,
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
