package cn.sunlot.results.web;

import cn.sunlot.fieldwork.Fieldwork;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.results.web.DueViews.DueView;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is due after a visit, department by department. */
@RestController
@RequestMapping("/api/visits/{id}/dues")
class VisitDueController {

  record VisitDues(List<DueView> dues) {}

  private final Fieldwork fieldwork;
  private final DueViews views;

  VisitDueController(Fieldwork fieldwork, DueViews views) {
    this.fieldwork = fieldwork;
    this.views = views;
  }

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  VisitDues getVisitDues(@PathVariable UUID id) {
    fieldwork.demandVisible(id);
    return new VisitDues(views.of(id));
  }
}
