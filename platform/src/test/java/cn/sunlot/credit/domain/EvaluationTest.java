package cn.sunlot.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.sunlot.credit.domain.Evaluation.OfClass;
import cn.sunlot.credit.domain.Evaluation.Visits;
import cn.sunlot.credit.domain.TrendTest.Group;
import cn.sunlot.credit.domain.TrendTest.Verdict;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  /** Values of R: {@code prop.test(x, n, correct = FALSE)$conf.int}, Wilson's interval. */
  @Test
  @Clause("N-14")
  void the_interval_is_wilsons() {
    Wilson ten = Wilson.of(10, 100);
    assertThat(ten.low()).isCloseTo(0.05522914, within(1e-7));
    assertThat(ten.high()).isCloseTo(0.1743657, within(1e-6));
    Wilson none = Wilson.of(0, 10);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775328, within(1e-6));
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 0, 1));
    assertThat(Wilson.of(7, 7).high()).isCloseTo(1, within(1e-12));
  }

  /**
   * The smokers of R's {@code ?prop.trend.test}: 83, 90, 129, 70 of 86, 93, 136, 82; X-squared is
   * 8.2249, p is 0.004132; fewer from group to group.
   */
  @Test
  @Clause("N-14")
  void the_trend_is_that_of_cochran_and_armitage() {
    TrendTest smokers =
        TrendTest.of(
            List.of(new Group(86, 83), new Group(93, 90), new Group(136, 129), new Group(82, 70)));
    assertThat(smokers.z() * smokers.z()).isCloseTo(8.2249, within(1e-3));
    assertThat(smokers.p()).isCloseTo(0.004132, within(1e-5));
    assertThat(smokers.verdict()).isEqualTo(Verdict.REVERSED);
  }

  @Test
  @Clause("N-14")
  void classes_that_do_not_order_risk_are_told_so() {
    TrendTest flat =
        TrendTest.of(
            List.of(new Group(100, 10), new Group(100, 11), new Group(100, 9), new Group(100, 10)));
    assertThat(flat.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    TrendTest rising =
        TrendTest.of(
            List.of(new Group(100, 3), new Group(100, 9), new Group(100, 18), new Group(100, 30)));
    assertThat(rising.verdict()).isEqualTo(Verdict.ORDERS);
    assertThat(rising.p()).isLessThan(1e-6);
  }

  @Test
  void a_few_visits_say_nothing() {
    assertThat(TrendTest.of(List.of(new Group(4, 4), new Group(9, 0))).verdict())
        .isEqualTo(Verdict.TOO_FEW);
    assertThat(TrendTest.of(List.of(new Group(100, 50), new Group(0, 0))).verdict())
        .isEqualTo(Verdict.TOO_FEW);
  }

  @Test
  @Clause("N-14")
  void a_class_without_its_floor_of_random_visits_is_said_to_be_so() {
    Evaluation found =
        Evaluation.of(
            Map.of(
                "A", new Visits(100, 5, 0),
                "B", new Visits(40, 4, 0),
                "C", new Visits(30, 6, 1),
                "D", new Visits(29, 9, 0)),
            Map.of("D", new Visits(500, 300, 20)));
    assertThat(found.classes())
        .extracting(OfClass::riskClass)
        .containsExactly("A", "B", "C", "D", "N");
    assertThat(found.classes())
        .extracting(OfClass::tooFewRandom)
        .containsExactly(false, false, false, true, true);
    assertThat(found.floorEverywhere()).isFalse();
    assertThat(found.classes().get(3).all()).isEqualTo(new Visits(529, 309, 20));
  }
}
