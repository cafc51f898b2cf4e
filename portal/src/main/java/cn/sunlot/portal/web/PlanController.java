package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.LogSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.PlanSearch;
import cn.sunlot.portal.store.ResultSearch;
import cn.sunlot.portal.store.ResultSearch.Query;
import cn.sunlot.portal.store.jooq.tables.records.NoticeRecord;
import cn.sunlot.portal.store.jooq.tables.records.PlanLineRecord;
import cn.sunlot.portal.store.jooq.tables.records.PlanRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Plans with their lines, and the tasks that carry them out (TZ-13, TZ-19). */
@Controller
class PlanController {

  private final PlanSearch plans;
  private final NoticeSearch notices;
  private final DrawSearch draws;
  private final ResultSearch results;
  private final LogSearch log;
  private final ObjectMapper json;

  PlanController(
      PlanSearch plans,
      NoticeSearch notices,
      DrawSearch draws,
      ResultSearch results,
      LogSearch log,
      ObjectMapper json) {
    this.plans = plans;
    this.notices = notices;
    this.draws = draws;
    this.results = results;
    this.log = log;
    this.json = json;
  }

  /**
   * A line.
   *
   * @param rates risk class → basis points
   * @param counts risk class → fixed number
   * @param weights name of a region → weight, where the number of each class is split
   */
  public record Line(
      PlanLineRecord row,
      Map<String, Integer> rates,
      Map<String, Integer> counts,
      Map<String, Integer> weights) {}

  @GetMapping("/plans/{id}")
  String plan(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer version,
      Model model) {
    UUID key = Frame.id(id);
    List<PlanRecord> versions = plans.listVersions(key);
    PlanRecord plan =
        versions.stream()
            .filter(v -> version == null || v.getVersion().equals(version))
            .reduce((earlier, later) -> later)
            .orElseThrow(NotThere::new);
    model.addAttribute("plan", plan);
    model.addAttribute("versions", versions);
    model.addAttribute("newest", versions.get(versions.size() - 1));
    model.addAttribute(
        "lines", plans.listLines(key, plan.getVersion()).stream().map(this::line).toList());
    model.addAttribute("notices", notices.listOfPlan(key));
    model.addAttribute(
        "logged",
        log.listAbout(
            plan.getNumber(),
            plan.getAuthorityId(),
            List.of("plan-approved", "plan-decided", "plan-published")));
    return "plan";
  }

  @GetMapping("/notices/{id}")
  String notice(@PathVariable String id, Model model) {
    NoticeRecord notice = notices.find(Frame.id(id)).orElseThrow(NotThere::new);
    UUID drawId = notice.getDrawId();
    model.addAttribute("notice", notice);
    model.addAttribute("draws", draws.listOfTask(notice.getTaskId()));
    model.addAttribute("strata", drawId == null ? List.of() : draws.listStrata(drawId));
    model.addAttribute("draw", drawId == null ? null : draws.find(drawId).orElse(null));
    model.addAttribute("results", results.page(Query.ofTask(notice.getTaskId()), 1));
    return "notice";
  }

  private Line line(PlanLineRecord row) {
    return new Line(
        row, numbers(row.getRatesBp()), numbers(row.getCounts()), numbers(row.getWeights()));
  }

  private Map<String, Integer> numbers(JSONB stored) {
    return json.readValue(stored.data(), new TypeReference<Map<String, Integer>>() {});
  }
}
