package cn.sunlot.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.credit.domain.Indicator.Band;
import cn.sunlot.credit.domain.Indicator.Source;
import cn.sunlot.credit.domain.Scorecard.CutOffs;
import cn.sunlot.credit.domain.Scorecard.Floor;
import cn.sunlot.credit.domain.Scoring.Explained;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringTest {

  private static final Indicator PENALTIES =
      new Indicator(
          "penalty",
          "行政处罚",
          "supervision",
          new Source("count", "", List.of("penalty"), 36),
          60,
          List.of(
              new Band(List.of(), null, 1, 0),
              new Band(List.of(), 1, 3, 50),
              new Band(List.of(), 3, null, 100)),
          0,
          "");
  private static final Indicator KIND =
      new Indicator(
          "kind",
          "主体类型",
          "basic",
          new Source("field", "kind", List.of(), 0),
          40,
          List.of(new Band(List.of("enterprise"), null, null, 25)),
          75,
          "");
  private static final Scorecard CARD =
      new Scorecard(
          "标准",
          List.of(),
          1,
          List.of(PENALTIES, KIND),
          new CutOffs(15, 40, 60),
          List.of(new Floor("serious-violation", "D")),
          null,
          null);

  private static Explained of(@Nullable Integer rating, @Nullable Integer... measured) {
    return Scoring.explain(CARD, Arrays.asList(measured), rating);
  }

  @Test
  @Clause("SX-3.5")
  void a_score_is_the_sum_of_its_terms_and_each_term_says_value_points_and_weight() {
    Explained two = of(null, 2, 0, 0);
    assertThat(two.terms().get(0).value()).isEqualTo(2);
    assertThat(two.terms().get(0).points()).isEqualTo(50);
    assertThat(two.terms().get(0).hundredths()).isEqualTo(3_000);
    assertThat(two.terms().get(1).band()).isEqualTo(KIND.bands().get(0));
    assertThat(two.score()).isEqualTo(4_000);
    assertThat(two.riskClass()).isEqualTo(RiskClass.C);
  }

  @Test
  void cut_offs_belong_to_the_class_that_they_begin() {
    assertThat(of(null, 0, 0, 0).score()).isEqualTo(1_000);
    assertThat(of(null, 0, 0, 0).riskClass()).isEqualTo(RiskClass.A);
    assertThat(CARD.classOf(1_499)).isEqualTo(RiskClass.A);
    assertThat(CARD.classOf(1_500)).isEqualTo(RiskClass.B);
    assertThat(CARD.classOf(6_000)).isEqualTo(RiskClass.D);
  }

  @Test
  void what_is_not_known_brings_the_points_of_otherwise() {
    assertThat(of(null, null, Indicator.NO_BAND, 0).score()).isEqualTo(3_000);
    assertThat(of(null, null, null, 0).score()).isEqualTo(3_000);
  }

  @Test
  @Clause("TZ-18")
  void a_list_brings_its_class_at_least_whatever_the_score() {
    Explained listed = of(null, 0, 0, 1);
    assertThat(listed.byScore()).isEqualTo(RiskClass.A);
    assertThat(listed.floors()).containsExactly(new Floor("serious-violation", "D"));
    assertThat(listed.riskClass()).isEqualTo(RiskClass.D);
  }

  @Test
  void an_imported_rating_prevails_over_the_score_but_not_over_a_list() {
    assertThat(of(2, 5, 0, 0).riskClass()).isEqualTo(RiskClass.B);
    assertThat(of(2, 5, 0, 0).byScore()).isEqualTo(RiskClass.D);
    assertThat(of(1, 0, 0, 1).riskClass()).isEqualTo(RiskClass.D);
  }

  @Test
  void a_scorecard_that_does_not_add_up_is_wrong_field_by_field() {
    assertThat(ScorecardRules.wrong(CARD)).isEmpty();
    Indicator wrong =
        new Indicator(
            "penalty",
            "",
            "nobody",
            new Source("person", "inspector", List.of(), 0),
            41,
            List.of(new Band(List.of(), 3, 1, 101)),
            0,
            "");
    Scorecard card =
        new Scorecard(
            "",
            List.of(),
            0,
            List.of(PENALTIES, wrong),
            new CutOffs(40, 15, 60),
            List.of(new Floor("nothing", "E")),
            null,
            null);
    assertThat(ScorecardRules.wrong(card))
        .extracting(WrongValue::field)
        .containsExactlyInAnyOrder(
            "title",
            "refreshMonths",
            "indicators.1.code",
            "indicators.1.name",
            "indicators.1.group",
            "indicators.1.source",
            "indicators.1.bands.0",
            "indicators.1.bands.0.points",
            "weights",
            "cutOffs",
            "floors.0.list",
            "floors.0.atLeast");
  }

  @Test
  void a_reference_never_holds_the_identity_number_of_a_person() {
    assertThat(Reference.isRight("示市监罚〔2026〕12号")).isTrue();
    assertThat(Reference.isRight("R-2026-0012")).isTrue();
    assertThat(Reference.isRight("91370303MA3C0EXA08")).isTrue();
    assertThat(Reference.isRight("370303199001011234")).isFalse();
    assertThat(Reference.isRight("检查人 37030319900101123X")).isFalse();
    assertThat(Reference.isRight("")).isFalse();
  }
}
