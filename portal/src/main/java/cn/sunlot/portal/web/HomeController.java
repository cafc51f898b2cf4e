package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.PlanSearch;
import cn.sunlot.portal.store.ResultSearch;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and the page about the site. */
@Controller
class HomeController {

  private static final int LATEST = 5;
  private static final int FEW = 3;

  private final ResultSearch results;
  private final NoticeSearch notices;
  private final PlanSearch plans;
  private final DrawSearch draws;

  HomeController(ResultSearch results, NoticeSearch notices, PlanSearch plans, DrawSearch draws) {
    this.results = results;
    this.notices = notices;
    this.plans = plans;
    this.draws = draws;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("results", results.listLatest(LATEST));
    model.addAttribute("notices", first(notices.page(1).items()));
    model.addAttribute("plans", first(plans.page(1).items()));
    model.addAttribute("draws", first(draws.page(1).items()));
    return "home";
  }

  @GetMapping("/about")
  String about() {
    return "about";
  }

  private static <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(FEW, rows.size()));
  }
}
