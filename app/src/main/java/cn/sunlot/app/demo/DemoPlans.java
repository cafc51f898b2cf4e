package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoItems.InForce;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreatePlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * This year's plans: one published, whose lines can be started, and one that waits for approval.
 */
final class DemoPlans {

  private static final Set<String> ENTERPRISES = Set.of("enterprise");

  private static final TargetFilter EVERYBODY =
      new TargetFilter(ENTERPRISES, Set.of(), Set.of(), Set.of());

  private final DemoBureau bureau;

  DemoPlans(DemoBureau bureau) {
    this.bureau = bureau;
  }

  /** Makes them; the published one comes back. */
  Plan make(InForce items) {
    int year = bureau.today().getYear();
    Plan energy =
        submit(
            DemoPerson.SECTION,
            year + "年度节能监察双随机抽查计划",
            List.of(
                line(
                    DemoPerson.SECTION,
                    "重点用能企业节能监察",
                    "节能监察",
                    EVERYBODY,
                    Map.of("A", 200, "B", 500, "C", 1000, "D", 2000),
                    items.energy(),
                    items.equipment()),
                line(
                    DemoPerson.SECTION,
                    "张店区落后机电设备淘汰检查",
                    "节能监察",
                    new TargetFilter(ENTERPRISES, Set.of("370303"), Set.of(), Set.of()),
                    Map.of("A", 500, "B", 1000, "C", 2000, "D", 2000),
                    items.equipment()),
                line(
                    DemoPerson.SECTION,
                    "临淄区、桓台县节能管理制度检查",
                    "节能监察",
                    new TargetFilter(ENTERPRISES, Set.of("370305", "370321"), Set.of(), Set.of()),
                    Map.of("A", 300, "B", 500, "C", 1500, "D", 2000),
                    items.energy())));
    Plan approved =
        bureau.as(
            DemoPerson.PRINCIPAL,
            () -> bureau.use(ApprovePlan.class).run(energy.id(), seen(energy)));
    Plan published =
        bureau.as(
            DemoPerson.SECTION,
            () -> bureau.use(PublishPlan.class).run(approved.id(), seen(approved)));
    submit(
        DemoPerson.SAFETY,
        year + "年度民爆销售企业安全检查计划",
        List.of(
            line(
                DemoPerson.SAFETY,
                "民爆销售企业全覆盖检查",
                "安全生产",
                new TargetFilter(Set.of(), Set.of(), Set.of(DemoTargets.EXPLOSIVES), Set.of()),
                Map.of("A", 10_000, "B", 10_000, "C", 10_000, "D", 10_000),
                items.explosives())));
    return published;
  }

  private Plan submit(DemoPerson owner, String title, List<Line> lines) {
    int year = bureau.today().getYear();
    return bureau.as(
        owner,
        () -> {
          Plan created =
              bureau.use(CreatePlan.class).run(bureau.session(owner).departmentId(), year, title);
          Plan drafted =
              bureau.use(ChangePlanDraft.class).run(created.id(), seen(created), title, lines);
          return bureau.use(SubmitPlan.class).run(drafted.id(), seen(drafted));
        });
  }

  private Line line(
      DemoPerson owner,
      String title,
      String category,
      TargetFilter filter,
      Map<String, Integer> ratesBp,
      Item... items) {
    int year = bureau.today().getYear();
    return new Line(
        Ids.next(),
        title,
        category,
        Stream.of(items).map(i -> i.current().id()).toList(),
        filter,
        Rates.of(ratesBp),
        1,
        new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
        bureau.session(owner).departmentId(),
        DemoItems.BODY,
        null);
  }

  private static IfMatch seen(Plan plan) {
    return new IfMatch(plan.version());
  }
}
