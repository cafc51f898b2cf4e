package cn.sunlot.credit.domain;

import cn.sunlot.kernel.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard says. The score is the sum of points times weight of all indicators, 0 (no risk)
 * to 100; it is kept in hundredths.
 *
 * @param kinds kinds of target that it rates; empty for all
 * @param refreshMonths how often classes are computed again by themselves
 * @param floors lists that bring a class at least, whatever the score
 * @param rating an imported rating that prevails over the own score, or null
 * @param complaints from when on complaints are repeated, or null
 */
public record Scorecard(
    String title,
    List<String> kinds,
    int refreshMonths,
    List<Indicator> indicators,
    CutOffs cutOffs,
    List<Floor> floors,
    @Nullable Rating rating,
    @Nullable Complaints complaints) {

  /** From how many points on a target is B, C, D; below the first it is A. */
  public record CutOffs(int b, int c, int d) {}

  /** A list that brings at least this class. */
  public record Floor(
      @OneOf(ListKind.class) String list,
      @OneOf(value = RiskClass.class, asNamed = true) String atLeast) {}

  /**
   * An imported rating.
   *
   * @param code of the given value, 1 to 4 for A to D
   * @param months how old it may be
   */
  public record Rating(String code, int months) {}

  /** So many complaints within so many months put a target onto the list of repeated complaints. */
  public record Complaints(int count, int months) {}

  public Scorecard {
    kinds = List.copyOf(kinds);
    indicators = List.copyOf(indicators);
    floors = List.copyOf(floors);
  }

  /** The class of a score in hundredths, before floors. */
  public RiskClass classOf(int score) {
    if (score >= cutOffs.d() * 100) {
      return RiskClass.D;
    }
    if (score >= cutOffs.c() * 100) {
      return RiskClass.C;
    }
    return score >= cutOffs.b() * 100 ? RiskClass.B : RiskClass.A;
  }
}
