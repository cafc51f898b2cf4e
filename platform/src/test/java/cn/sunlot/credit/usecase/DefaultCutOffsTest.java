package cn.sunlot.credit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.credit.domain.Indicator;
import cn.sunlot.credit.domain.RiskClass;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.Scorecard.Floor;
import cn.sunlot.credit.domain.Scoring;
import cn.sunlot.law.Clause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Where the cut-offs of the scorecard that drafts begin with come from: a made-up economy, in which
 * what happens is as frequent as assumed here, must be classed about as a real city is (N-10).
 */
class DefaultCutOffsTest {

  private static final int TARGETS = 40_000;

  /** Some have far more trouble than others: the logarithm of how much varies by so much. */
  private static final double SPREAD = 1.2;

  /** Indicator → how many in the months that it looks at, on average. */
  private static final Map<String, Double> COUNTED =
      Map.of(
          "annual-report", 0.17,
          "contract", 0.02,
          "inspection-problem", 0.06,
          "not-inspectable", 0.03,
          "penalty", 0.10,
          "accident", 0.004,
          "complaints", 0.22);

  /** List → share of those who are on it. */
  private static final Map<String, Double> LISTED =
      Map.of("abnormal-operation", 0.05, "serious-violation", 0.005, "dishonesty", 0.006);

  private static final double INCOMPLETE = 0.10;
  private static final double HONOURED = 0.06;
  private static final double SMALL_BUSINESSES = 0.65;

  private final Random random = new Random(20_221);

  @Test
  @Clause("N-10")
  void the_default_cut_offs_class_a_made_up_economy_about_as_a_real_city_is() {
    Scorecard card = new DefaultScorecard().get();
    Map<RiskClass, Integer> classes = new EnumMap<>(RiskClass.class);
    for (int i = 0; i < TARGETS; i++) {
      var found = Scoring.explain(card, measured(card), null).riskClass();
      classes.merge(found, 1, Integer::sum);
    }
    assertThat(percent(classes, RiskClass.A)).isCloseTo(65.4, Offset.offset(1.5));
    assertThat(percent(classes, RiskClass.B)).isCloseTo(25.3, Offset.offset(1.5));
    assertThat(percent(classes, RiskClass.C)).isCloseTo(7.7, Offset.offset(1.0));
    assertThat(percent(classes, RiskClass.D)).isCloseTo(1.5, Offset.offset(0.5));
  }

  private static double percent(Map<RiskClass, Integer> classes, RiskClass one) {
    return 100.0 * classes.getOrDefault(one, 0) / TARGETS;
  }

  /** What is known of a target: a value per indicator, then one per floor. */
  private List<Integer> measured(Scorecard card) {
    double trouble = Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
    List<Integer> measured = new ArrayList<>();
    for (Indicator indicator : card.indicators()) {
      measured.add(value(indicator, trouble));
    }
    for (Floor floor : card.floors()) {
      measured.add(chance(often(LISTED, floor.list()) * trouble));
    }
    return measured;
  }

  private int value(Indicator indicator, double trouble) {
    return switch (indicator.code()) {
      case "entity-kind" -> 1 + chance(SMALL_BUSINESSES);
      case "registration-incomplete" -> chance(INCOMPLETE);
      case "honour" -> chance(HONOURED);
      case "abnormal-operation" -> chance(often(LISTED, "abnormal-operation") * trouble);
      default -> poisson(often(COUNTED, indicator.code()) * trouble);
    };
  }

  private static double often(Map<String, Double> frequencies, String name) {
    return Objects.requireNonNull(frequencies.get(name), name);
  }

  private int chance(double probability) {
    return random.nextDouble() < probability ? 1 : 0;
  }

  private int poisson(double mean) {
    double left = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
