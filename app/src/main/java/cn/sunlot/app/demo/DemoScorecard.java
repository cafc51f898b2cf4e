package cn.sunlot.app.demo;

import cn.sunlot.credit.domain.Indicator;
import cn.sunlot.credit.domain.Indicator.Band;
import cn.sunlot.credit.domain.Indicator.Source;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.usecase.ApproveScorecard;
import cn.sunlot.credit.usecase.DraftScorecard;
import cn.sunlot.credit.usecase.StartRun;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The bureau's scorecard: the general indicators, with the need of energy in place of contracts. A
 * second version waits for approval.
 */
final class DemoScorecard {

  private static final String TITLE = "示范市工业企业信用风险分类评分标准";

  private final DemoBureau bureau;

  DemoScorecard(DemoBureau bureau) {
    this.bureau = bureau;
  }

  /** Puts the first version into force. */
  void make() {
    ScorecardVersion submitted = propose("初次制定：只评工业企业，以能耗强度代替本局未归集的合同信息", this::ofTheBureau);
    bureau.as(
        DemoPerson.PRINCIPAL,
        () -> bureau.use(ApproveScorecard.class).run(submitted.id(), seen(submitted), null));
  }

  /** Leaves another version for the principal to decide on. */
  void proposeNext() {
    propose("投诉举报明显增多，提高其权重，相应降低主体类型的权重", DemoScorecard::withComplaints);
  }

  /** Computes all classes with the version in force. */
  void compute() {
    await(() -> bureau.use(StartRun.class).run());
  }

  private ScorecardVersion propose(String reason, UnaryOperator<Scorecard> change) {
    ScorecardVersion draft =
        bureau.as(DemoPerson.SECTION, () -> bureau.use(DraftScorecard.class).run(reason));
    ScorecardVersion changed =
        bureau.as(
            DemoPerson.SECTION,
            () ->
                bureau
                    .use(DraftScorecard.class)
                    .change(draft.id(), seen(draft), change.apply(draft.content()), reason));
    await(() -> bureau.use(StartRun.class).tryOut(changed.id(), seen(changed)));
    return bureau.as(
        DemoPerson.SECTION,
        () -> bureau.use(DraftScorecard.class).submit(changed.id(), seen(changed)));
  }

  private void await(Supplier<Run> start) {
    Run begun = bureau.as(DemoPerson.SECTION, start);
    Run ended =
        DemoPatience.await(
            () -> bureau.as(DemoPerson.SECTION, () -> bureau.use(RunStore.class).get(begun.id())),
            now -> now.outcome() != Run.Outcome.RUNNING);
    if (ended.outcome() != Run.Outcome.DONE) {
      throw new IllegalStateException("computation of classes: " + ended.outcome());
    }
  }

  private Scorecard ofTheBureau(Scorecard general) {
    var intensity =
        new Indicator(
            DemoRecords.INTENSITY,
            "单位产值能耗占行业平均的百分比",
            "dynamic",
            new Source("given", DemoRecords.INTENSITY, List.of(), 18),
            5,
            List.of(new Band(List.of(), 140, null, 80), new Band(List.of(), 110, 140, 40)),
            0,
            "企业动态信息：能源消费统计");
    return saying(
        general,
        TITLE,
        List.of("enterprise"),
        general.indicators().stream().map(i -> i.code().equals("contract") ? intensity : i));
  }

  private static Scorecard withComplaints(Scorecard known) {
    return saying(
        known,
        known.title(),
        known.kinds(),
        known.indicators().stream()
            .map(
                i ->
                    switch (i.code()) {
                      case "complaints" -> weighing(i, 15);
                      case "entity-kind" -> weighing(i, 0);
                      default -> i;
                    }));
  }

  private static Scorecard saying(
      Scorecard known, String title, List<String> kinds, Stream<Indicator> indicators) {
    return new Scorecard(
        title,
        kinds,
        known.refreshMonths(),
        indicators.toList(),
        known.cutOffs(),
        known.floors(),
        known.rating(),
        known.complaints());
  }

  private static Indicator weighing(Indicator i, int weight) {
    return new Indicator(
        i.code(), i.name(), i.group(), i.source(), weight, i.bands(), i.otherwise(), i.basis());
  }

  private static IfMatch seen(ScorecardVersion card) {
    return new IfMatch(card.version());
  }
}
