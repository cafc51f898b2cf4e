package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.InspectorSearch;
import cn.sunlot.portal.store.LiveSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.Page;
import cn.sunlot.portal.store.PlanSearch;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of plans, notices, draws and inspectors. */
@Controller
class ListController {

  /** A draw that nobody went on with for so long is not under way, whatever its state says. */
  private static final Duration UNDER_WAY = Duration.ofDays(7);

  private final PlanSearch plans;
  private final NoticeSearch notices;
  private final DrawSearch draws;
  private final InspectorSearch inspectors;
  private final LiveSearch live;
  private final Clock clock;

  ListController(
      PlanSearch plans,
      NoticeSearch notices,
      DrawSearch draws,
      InspectorSearch inspectors,
      LiveSearch live,
      Clock clock) {
    this.plans = plans;
    this.notices = notices;
    this.draws = draws;
    this.inspectors = inspectors;
    this.live = live;
    this.clock = clock;
  }

  @GetMapping("/plans")
  String plans(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(request, plans.page(Page.number(page)), model, "plans");
  }

  @GetMapping("/notices")
  String notices(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(request, notices.page(Page.number(page)), model, "notices");
  }

  @GetMapping("/draws")
  String draws(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page, Model model) {
    model.addAttribute("live", live.listUnderWay(clock.instant().minus(UNDER_WAY)));
    model.addAttribute("counts", draws.countByYear());
    return list(request, draws.page(Page.number(page)), model, "draws");
  }

  @GetMapping("/inspectors")
  String inspectors(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(request, inspectors.page(Page.number(page)), model, "inspectors");
  }

  private static String list(
      HttpServletRequest request, Page<?> page, Model model, String template) {
    model.addAttribute("page", page);
    model.addAttribute("pager", Pager.of(request));
    return template;
  }
}
