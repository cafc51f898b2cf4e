package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.domain.Coverage;
import cn.sunlot.planning.domain.Reached;
import cn.sunlot.planning.usecase.CountCeilings;
import cn.sunlot.planning.usecase.CountLines;
import cn.sunlot.planning.usecase.ReadLineChoices;
import cn.sunlot.planning.usecase.ReadLineChoices.Choices;
import cn.sunlot.planning.web.FigureResponses.LineChoices;
import cn.sunlot.planning.web.FigureResponses.ManpowerView;
import cn.sunlot.planning.web.FigureResponses.NeighbourView;
import cn.sunlot.planning.web.FigureResponses.OverlapsOfYear;
import cn.sunlot.policy.Inspections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of lines while they are drafted, and of the lines of a year beside each other. */
@RestController
@RequestMapping("/api/plans")
class LineFiguresController {

  private final CountLines count;
  private final CountCeilings ceilings;
  private final ReadLineChoices choices;
  private final OverlapViews views;

  LineFiguresController(
      CountLines count, CountCeilings ceilings, ReadLineChoices choices, OverlapViews views) {
    this.ceilings = ceilings;
    this.count = count;
    this.choices = choices;
    this.views = views;
  }

  /**
   * What can be chosen in a line that this section carries out.
   *
   * @param joint whether it is of a joint inspection; a department's own where left out
   */
  @GetMapping("/line-choices")
  @Requires(Permission.PLAN_VIEW)
  LineChoices listLineChoices(
      @RequestParam UUID executingId, @RequestParam(defaultValue = "false") boolean joint) {
    Choices found = choices.run(executingId, joint ? Inspections.JOINT : Inspections.OWN);
    return new LineChoices(
        found.participants(),
        found.aboveCounties(),
        found.keyTargets(),
        found.methods().stream().sorted().map(Lifecycle::wireName).toList(),
        found.subRegistries());
  }

  /** What a line with this scope and these numbers would cover today. */
  @GetMapping("/coverage")
  @Requires(Permission.PLAN_VIEW)
  Coverage computePlanCoverage(@ParameterObject @ModelAttribute DraftedLine drafted) {
    return count.run(
        SignedIn.get().authorityId(), drafted.filter(), drafted.rates(), drafted.split());
  }

  /** How many targets of its scope are at or near their ceiling of inspections (N-1). */
  @GetMapping("/ceilings")
  @Requires(Permission.PLAN_VIEW)
  Reached computePlanCeilings(@ParameterObject @ModelAttribute DraftedLine drafted) {
    return ceilings.run(SignedIn.get().authorityId(), drafted.read());
  }

  /** What it would need of inspectors, and who is there in its period. */
  @GetMapping("/manpower")
  @Requires(Permission.PLAN_VIEW)
  ManpowerView computePlanManpower(@ParameterObject @ModelAttribute DraftedLine drafted) {
    return views.manpower(drafted.read());
  }

  /** Lines of other plans for the same targets and days, to be joined rather than doubled (N-9). */
  @GetMapping("/neighbours")
  @Requires(Permission.PLAN_VIEW)
  List<NeighbourView> findPlanNeighbours(@ParameterObject @ModelAttribute DraftedLine drafted) {
    return views.neighbours(drafted.read());
  }

  /**
   * Lines of a year that would inspect the same targets in the same days, for the office that
   * consolidates them.
   */
  @GetMapping("/overlaps")
  @Requires(Permission.PLAN_VIEW)
  OverlapsOfYear findPlanOverlaps(
      @RequestParam int year, @RequestParam(required = false) @Nullable Set<String> regions) {
    return views.ofYear(year, regions == null ? Set.of() : regions);
  }
}
