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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The joint plan of the city for this year, with four lines; one proposal was merged into another,
 * one still waits for answers.
 */
final class DemoJointPlan {

  /** Lines of the published plan. */
  static final class Title {
    static final String STATIONS = "加油站联合检查";
    static final String CANTEENS = "学校食堂食品安全检查";
    static final String CATERERS = "校园集中供餐单位检查";
    static final String OPERATIONS = "加油站作业安全检查";

    private Title() {}
  }

  /** What a proposal asks for. */
  private record Wanted(
      DemoPerson lead,
      String title,
      Item item,
      TargetFilter filter,
      Rates rates,
      Handling handling,
      int weeks,
      List<Line> participants) {}

  private static final TargetFilter STATIONS = targets("enterprise", DemoCityTargets.STATION);

  /** Busy districts weigh twice as much as the others. */
  private static final Weights WEIGHTS =
      Weights.of(
          DemoTargets.REGIONS.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      region -> Set.of("370303", "370305").contains(region) ? 2 : 1)));

  private final DemoBureau demo;
  private final Map<Line, UUID> departments;
  private final int year;

  DemoJointPlan(DemoBureau demo, Map<Line, UUID> departments) {
    this.demo = demo;
    this.departments = departments;
    this.year = demo.today().getYear();
  }

  /**
   * Makes and publishes it.
   *
   * @return its lines: stations, canteens, caterers, operations
   */
  List<UUID> make(Listed items) {
    Proposal stations =
        agreed(
            new Wanted(
                DemoPerson.MARKET,
                Title.STATIONS,
                items.station(),
                STATIONS,
                rates(1000, 2000, 6000),
                Handling.CITY_RUN,
                12,
                List.of(Line.EMERGENCY, Line.ECOLOGY)),
            "计量作弊、油气回收设施停用、消防通道占用");
    Proposal canteens =
        agreed(
            new Wanted(
                DemoPerson.MARKET,
                Title.CANTEENS,
                items.canteen(),
                targets("public-institution", DemoCityTargets.CANTEEN),
                rates(2000, 3000, 6000),
                Handling.HANDED_DOWN,
                10,
                List.of(Line.EDUCATION)),
            "食堂加工场所、留样、陪餐");
    Proposal caterers =
        agreed(
            new Wanted(
                DemoPerson.MARKET,
                Title.CATERERS,
                items.canteen(),
                targets("enterprise", DemoCityTargets.CATERER),
                rates(2000, 5000, 10_000),
                Handling.CITY_RUN,
                20,
                List.of(Line.EDUCATION)),
            "集中供餐企业的配送和温控");
    Proposal operations =
        agreed(
            new Wanted(
                DemoPerson.EMERGENCY,
                Title.OPERATIONS,
                items.operations(),
                STATIONS,
                rates(500, 1500, 10_000),
                Handling.CITY_RUN,
                16,
                List.of(Line.FIRE_RESCUE)),
            "卸油作业、应急处置、值守");
    Proposal similar = agreed(ofStations("加油站安全生产联合检查", items.station(), 12), "安全生产责任制、防雷防静电设施");
    merge(similar, stations);
    List<UUID> lines = publish(stations, canteens, caterers, operations);
    asked(ofStations("节前加油站消防检查", items.station(), 8), "散装汽油销售实名登记");
    return lines;
  }

  /** What emergency management wants of stations together with the fire brigade. */
  private static Wanted ofStations(String title, Item item, int weeks) {
    return new Wanted(
        DemoPerson.EMERGENCY,
        title,
        item,
        STATIONS,
        rates(500, 1000, 3000),
        Handling.CITY_RUN,
        weeks,
        List.of(Line.FIRE_RESCUE));
  }

  private cn.sunlot.planning.domain.Line line(Wanted wanted) {
    return new cn.sunlot.planning.domain.Line(
        Ids.next(),
        wanted.title(),
        "部门联合抽查",
        List.of(wanted.item().current().id()),
        wanted.filter(),
        wanted.rates(),
        1,
        period(wanted.weeks()),
        demo.session(wanted.lead()).departmentId(),
        wanted.lead() == DemoPerson.MARKET ? "市市场监督管理局" : "市应急管理局",
        new Arrangement(
            wanted.participants().stream()
                .map(line -> Objects.requireNonNull(departments.get(line)))
                .toList(),
            wanted.handling(),
            wanted.lead() == DemoPerson.MARKET ? WEIGHTS : Weights.NONE,
            Set.of(),
            null,
            "",
            2),
        null);
  }

  private static TargetFilter targets(String kind, String tag) {
    return new TargetFilter(Set.of(kind), Set.copyOf(DemoTargets.REGIONS), Set.of(tag), Set.of());
  }

  /** All of those of class D. */
  private static Rates rates(int a, int b, int c) {
    return Rates.of(Map.of("A", a, "B", b, "C", c, "D", 10_000));
  }

  /** From today on, as the items are in force from today, and in this year. */
  private Period period(int weeks) {
    LocalDate today = demo.today();
    LocalDate last = LocalDate.of(year, 12, 31);
    LocalDate to = today.plusWeeks(weeks);
    return new Period(today, to.isAfter(last) ? last : to);
  }

  /** Participants are asked, for two weeks. */
  private Proposal asked(Wanted wanted, String focus) {
    DemoPerson lead = wanted.lead();
    return demo.as(
        lead,
        () -> {
          Proposal draft =
              demo.use(CreateProposal.class)
                  .run(
                      demo.session(lead).departmentId(),
                      year,
                      null,
                      ProposalContent.of(line(wanted), focus, null, true));
          return demo.use(Propose.class).run(draft.id(), seen(draft), demo.today().plusDays(14));
        });
  }

  /** Emergency management answers for itself; with the others the office has agreed it. */
  private Proposal agreed(Wanted wanted, String focus) {
    Proposal proposal = asked(wanted, focus);
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

  private List<UUID> publish(Proposal... proposals) {
    Plan published =
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
    return Stream.of(Title.STATIONS, Title.CANTEENS, Title.CATERERS, Title.OPERATIONS)
        .map(title -> line(published, title))
        .toList();
  }

  private static UUID line(Plan plan, String title) {
    return plan.current().lines().stream()
        .filter(line -> line.title().equals(title))
        .map(cn.sunlot.planning.domain.Line::id)
        .findFirst()
        .orElseThrow();
  }

  private static IfMatch seen(Proposal proposal) {
    return new IfMatch(proposal.version());
  }

  private static IfMatch seen(Plan plan) {
    return new IfMatch(plan.version());
  }
}
