package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoJointItems.Listed;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Line;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.usecase.AnswerProposal;
import cn.sunlot.planning.usecase.CoordinateProposal;
import cn.sunlot.planning.usecase.CreateJointPlan;
import cn.sunlot.planning.usecase.CreateProposal;
import cn.sunlot.planning.usecase.EnterPlanDecision;
import cn.sunlot.planning.usecase.MergeProposals;
import cn.sunlot.planning.usecase.ProposalContent;
import cn.sunlot.planning.usecase.Propose;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.planning.usecase.TakeProposals;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The joint plan of the city for this year, with four lines; one proposal was merged into another,
 * one still waits for answers.
 */
final class DemoJointPlan {

  private final DemoBureau demo;
  private final Map<Line, UUID> departments;
  private final int year;

  DemoJointPlan(DemoBureau demo, Map<Line, UUID> departments) {
    this.demo = demo;
    this.departments = departments;
    this.year = demo.today().getYear();
  }

  void make(Listed items) {
    Proposal stations =
        agreed(
            DemoPerson.MARKET,
            line(DemoPerson.MARKET, "加油站联合检查", items.station(), 12, Line.EMERGENCY, Line.ECOLOGY),
            "计量作弊、油气回收设施停用、消防通道占用");
    Proposal canteens =
        agreed(
            DemoPerson.MARKET,
            line(DemoPerson.MARKET, "学校食堂食品安全检查", items.canteen(), 10, Line.EDUCATION),
            "食堂；供餐单位与留样");
    Proposal autumn =
        agreed(
            DemoPerson.MARKET,
            line(DemoPerson.MARKET, "校园集中供餐单位检查", items.canteen(), 20, Line.EDUCATION),
            "集中供餐企业的配送和温控");
    Proposal night =
        agreed(
            DemoPerson.EMERGENCY,
            line(DemoPerson.EMERGENCY, "农村地区加油站安全检查", items.station(), 16, Line.FIRE_RESCUE),
            "卸油作业、应急处置、值守");
    Proposal similar =
        agreed(
            DemoPerson.EMERGENCY,
            line(DemoPerson.EMERGENCY, "加油站安全生产联合检查", items.station(), 12, Line.FIRE_RESCUE),
            "安全生产责任制、防雷防静电设施");
    merge(similar, stations);
    publish(stations, canteens, autumn, night);
    asked(
        DemoPerson.EMERGENCY,
        line(DemoPerson.EMERGENCY, "节前加油站消防检查", items.station(), 8, Line.FIRE_RESCUE, Line.POLICE),
        "散装汽油销售实名登记");
  }

  private cn.sunlot.planning.domain.Line line(
      DemoPerson lead, String title, Item item, int weeks, Line... participants) {
    return new cn.sunlot.planning.domain.Line(
        Ids.next(),
        title,
        "部门联合抽查",
        List.of(item.current().id()),
        new TargetFilter(Set.of("enterprise"), Set.of(), Set.of(), Set.of(), Set.of()),
        Rates.of(Map.of("A", 100, "B", 300, "C", 1000, "D", 2000)),
        1,
        period(weeks),
        demo.session(lead).departmentId(),
        lead == DemoPerson.MARKET ? "市市场监督管理局" : "市应急管理局",
        new Arrangement(
            Stream.of(participants)
                .map(line -> Objects.requireNonNull(departments.get(line)))
                .toList(),
            Handling.CITY_RUN,
            Weights.NONE,
            Set.of(),
            null,
            "",
            2),
        null);
  }

  /** From today on, as the items are in force from today, and in this year. */
  private Period period(int weeks) {
    LocalDate today = demo.today();
    LocalDate last = LocalDate.of(year, 12, 31);
    LocalDate to = today.plusWeeks(weeks);
    return new Period(today, to.isAfter(last) ? last : to);
  }

  /** Participants are asked, for two weeks. */
  private Proposal asked(DemoPerson lead, cn.sunlot.planning.domain.Line line, String focus) {
    return demo.as(
        lead,
        () -> {
          Proposal draft =
              demo.use(CreateProposal.class)
                  .run(
                      demo.session(lead).departmentId(),
                      year,
                      null,
                      ProposalContent.of(line, focus, null, true));
          return demo.use(Propose.class).run(draft.id(), seen(draft), demo.today().plusDays(14));
        });
  }

  /** Emergency management answers for itself; with the others the office has agreed it. */
  private Proposal agreed(DemoPerson lead, cn.sunlot.planning.domain.Line line, String focus) {
    Proposal proposal = asked(lead, line, focus);
    UUID emergency = departments.get(Line.EMERGENCY);
    for (UUID participant : proposal.participants()) {
      Proposal open = proposal;
      proposal =
          participant.equals(emergency)
              ? demo.as(
                  DemoPerson.EMERGENCY_HEAD,
                  () ->
                      demo.use(AnswerProposal.class)
                          .agree(open.id(), seen(open), "同意，派员参加", List.of()))
              : demo.as(
                  DemoPerson.OFFICE,
                  () ->
                      demo.use(CoordinateProposal.class)
                          .run(open.id(), seen(open), participant, true, "联络员会议商定参加", List.of()));
    }
    return proposal;
  }

  private void merge(Proposal ended, Proposal kept) {
    demo.as(
        DemoPerson.OFFICE,
        () ->
            demo.use(MergeProposals.class)
                .run(ended.id(), seen(ended), kept.id(), "对象和时间相同，合并由市场监管局牵头"));
  }

  private void publish(Proposal... proposals) {
    demo.as(
        DemoPerson.OFFICE,
        () -> {
          Plan plan = demo.use(CreateJointPlan.class).run(year, year + "年度部门联合双随机抽查计划");
          List<UUID> ids = Stream.of(proposals).map(Proposal::id).toList();
          Plan taken = demo.use(TakeProposals.class).run(plan.id(), seen(plan), ids);
          Plan submitted = demo.use(SubmitPlan.class).runJoint(taken.id(), seen(taken));
          Plan decided =
              demo.use(EnterPlanDecision.class)
                  .run(submitted.id(), seen(submitted), demo.today(), "示双随机联办〔2026〕5号");
          return demo.use(PublishPlan.class).runJoint(decided.id(), seen(decided));
        });
  }

  private static IfMatch seen(Proposal proposal) {
    return new IfMatch(proposal.version());
  }

  private static IfMatch seen(Plan plan) {
    return new IfMatch(plan.version());
  }
}
