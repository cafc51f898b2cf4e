package cn.sunlot.publicity.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.planning.PlanPublished;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.Plans.PublishedLine;
import cn.sunlot.planning.Plans.PublishedPlan;
import cn.sunlot.publicity.store.PlanRows;
import cn.sunlot.publicity.store.Turns;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows a published plan with its lines, and its earlier versions (TZ-13, ZB-8). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishPlans {

  private final Plans plans;
  private final Catalog catalog;
  private final PlanRows rows;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;

  PublishPlans(
      Plans plans, Catalog catalog, PlanRows rows, Turns turns, Owners owners, WholeView view) {
    this.plans = plans;
    this.catalog = catalog;
    this.rows = rows;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
  }

  @EventListener
  void on(PlanPublished event) {
    view.run(
        () -> {
          turns.await(event.authorityId());
          show(event.planId());
        });
  }

  /** Shows a plan as it is now. */
  private void show(UUID planId) {
    rows.remove(planId);
    for (PublishedPlan plan : plans.listPublished(planId)) {
      rows.add(
          plan,
          owners.get(plan.authorityId(), plan.departmentId()),
          plan.lines().stream().map(this::row).toList());
    }
  }

  /** Shows all published plans of an authority. */
  void runAll(UUID authorityId) {
    turns.await(authorityId);
    plans.listPublishedPlans(authorityId).forEach(this::show);
  }

  private PlanRows.LineRow row(PublishedLine line) {
    return new PlanRows.LineRow(
        line,
        itemNames(line.line().itemVersionIds()),
        owners.department(line.line().departmentId()),
        owners.body(line.line().leadId()),
        line.line().arrangement().participants().stream().map(owners::department).toList());
  }

  private List<String> itemNames(List<UUID> itemVersionIds) {
    return itemVersionIds.stream().map(id -> catalog.getItem(id).name()).toList();
  }
}
