package cn.sunlot.credit.domain;

import cn.sunlot.credit.domain.Indicator.Band;
import cn.sunlot.credit.domain.Scorecard.Floor;
import cn.sunlot.kernel.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a target has its class, term by term. The database computes the same for all targets at once;
 * a test compares the two.
 */
public final class Scoring {

  /**
   * One indicator of one target.
   *
   * @param value what was found; null where nothing is known
   * @param band the band it falls into, or null
   * @param hundredths points times weight
   */
  public record Term(
      Indicator indicator,
      @Nullable Integer value,
      @Nullable Band band,
      int points,
      int hundredths) {}

  /**
   * All terms and what follows.
   *
   * @param score in hundredths of a point
   * @param byScore the class of the score alone
   * @param floors those that apply
   * @param rating the imported rating that decided, or null
   */
  public record Explained(
      List<Term> terms,
      int score,
      RiskClass byScore,
      List<Floor> floors,
      @Nullable RiskClass rating,
      RiskClass riskClass) {}

  private Scoring() {}

  /**
   * Explains a score.
   *
   * @param measured a value per indicator, then one per floor: on how many entries of its list
   * @param rating 1 to 4 where an imported rating prevails, or null
   */
  public static Explained explain(
      Scorecard card, List<@Nullable Integer> measured, @Nullable Integer rating) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < card.indicators().size(); i++) {
      terms.add(term(card.indicators().get(i), measured.get(i)));
    }
    int score = terms.stream().mapToInt(Term::hundredths).sum();
    RiskClass byScore = card.classOf(score);
    List<Floor> floors = new ArrayList<>();
    RiskClass found = rating == null ? byScore : RiskClass.ofRank(rating);
    for (int i = 0; i < card.floors().size(); i++) {
      Floor floor = card.floors().get(i);
      Integer listed = measured.get(card.indicators().size() + i);
      if (listed != null && listed > 0) {
        floors.add(floor);
        RiskClass least = Lifecycle.parse(RiskClass.class, floor.atLeast());
        found = least.isWorseThan(found) ? least : found;
      }
    }
    return new Explained(
        List.copyOf(terms),
        score,
        byScore,
        List.copyOf(floors),
        rating == null ? null : RiskClass.ofRank(rating),
        found);
  }

  private static Term term(Indicator indicator, @Nullable Integer value) {
    int points = indicator.points(value);
    return new Term(indicator, value, indicator.band(value), points, points * indicator.weight());
  }
}
