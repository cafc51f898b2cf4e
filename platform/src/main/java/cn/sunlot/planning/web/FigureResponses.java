package cn.sunlot.planning.web;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.DoubleBurden;
import cn.sunlot.planning.domain.PlannedLine.Source;
import cn.sunlot.policy.Method.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients are told of the weight of lines, and of lines beside each other. */
final class FigureResponses {

  private FigureResponses() {}

  /**
   * Manpower of a line, in person-days.
   *
   * @param visits targets expected to be inspected, as often as the line says
   * @param team how many go to a target
   * @param perDay targets that a team visits in a working day
   * @param days working days of the period
   * @param departments who sends inspectors
   */
  record ManpowerView(
      long visits,
      int team,
      int perDay,
      int days,
      long needed,
      long available,
      boolean enough,
      List<InspectorsOf> departments) {}

  record InspectorsOf(NamedId department, int inspectors, long available) {}

  /**
   * What can be chosen in a line.
   *
   * @param participants departments of the same level
   * @param aboveCounties whether counties can be asked to inspect, or to draw
   * @param keyTargets whether key targets can have a ratio of their own
   */
  record LineChoices(
      List<NamedId> participants,
      boolean aboveCounties,
      boolean keyTargets,
      @OneOf(Way.class) List<String> methods,
      List<NamedId> subRegistries) {}

  /**
   * A line of a plan or proposal beside another.
   *
   * @param planId null for a proposal
   * @param proposalId null for a plan
   * @param planTitle of the plan; of a proposal its line's
   * @param state of the plan or proposal
   * @param contact who drafted it
   */
  record PlannedLineView(
      UUID lineId,
      String title,
      @OneOf(Source.class) String source,
      @Nullable UUID planId,
      @Nullable UUID proposalId,
      String number,
      String planTitle,
      String state,
      NamedId lead,
      List<NamedId> participants,
      @Nullable NamedId contact,
      LocalDate from,
      LocalDate to,
      @OneOf(Handling.class) String handling) {}

  /**
   * In what two lines are the same.
   *
   * @param kinds empty: all kinds
   * @param regionCodes empty: everywhere
   * @param methods empty where one of them names none
   * @param targets active targets that both scopes hit
   * @param both of these, how many both are likely to draw
   */
  record SharedView(
      List<String> kinds,
      List<String> regionCodes,
      List<String> methods,
      LocalDate from,
      LocalDate to,
      long targets,
      long both) {}

  /**
   * Another line for the same targets and days.
   *
   * @param own whether it is of the drafting department itself, to be merged rather than joined
   */
  record NeighbourView(PlannedLineView line, SharedView shared, boolean own) {}

  record OverlapView(PlannedLineView one, PlannedLineView other, SharedView shared) {}

  /** Overlaps of a year, and how often targets would be inspected if nothing was merged. */
  record OverlapsOfYear(int year, List<OverlapView> overlaps, DoubleBurden burden) {}
}
