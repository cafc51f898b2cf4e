package cn.sunlot.credit.domain;

import java.util.List;

/**
 * Whether problems become more frequent from class to class: the test of Cochran and Armitage with
 * the scores 0, 1, 2, 3.
 *
 * @param z above 0 where problems become more frequent
 * @param p how likely a trend as strong as this, in either direction, would be if there were none
 */
public record TrendTest(Verdict verdict, double z, double p) {

  /** What the test says. */
  public enum Verdict {
    /** Worse classes have more problems. */
    ORDERS,
    /** Worse classes have fewer problems. */
    REVERSED,
    NO_EVIDENCE,
    /** The numbers allow no statement. */
    TOO_FEW
  }

  /** Below this, chance alone is held to be too unlikely an explanation. */
  public static final double LEVEL = 0.05;

  /** The normal approximation wants so many visits with a problem, and without, at least. */
  static final long LEAST = 5;

  /** Visits of a class, and in how many of them a problem was found. */
  public record Group(long visits, long problems) {}

  /** The test over the classes, the lowest risk first. */
  public static TrendTest of(List<Group> groups) {
    long all = groups.stream().mapToLong(Group::visits).sum();
    long problems = groups.stream().mapToLong(Group::problems).sum();
    long met = groups.stream().filter(g -> g.visits() > 0).count();
    if (met < 2 || problems < LEAST || all - problems < LEAST) {
      return new TrendTest(Verdict.TOO_FEW, 0, 1);
    }
    double rate = (double) problems / all;
    double trend = 0;
    double first = 0;
    double second = 0;
    for (int score = 0; score < groups.size(); score++) {
      Group group = groups.get(score);
      trend += score * (group.problems() - group.visits() * rate);
      first += (double) score * group.visits();
      second += (double) score * score * group.visits();
    }
    double variance = rate * (1 - rate) * (second - first * first / all);
    double z = trend / Math.sqrt(variance);
    double p = 2 * tail(Math.abs(z));
    return new TrendTest(verdict(z, p), z, p);
  }

  private static Verdict verdict(double z, double p) {
    if (p >= LEVEL) {
      return Verdict.NO_EVIDENCE;
    }
    return z > 0 ? Verdict.ORDERS : Verdict.REVERSED;
  }

  /**
   * The upper tail of the normal distribution, by the approximation of erfc with a relative error
   * below 1.2e-7 (Numerical Recipes, 6.2).
   */
  static double tail(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.5 * x);
    double[] c = {
      -1.26551223,
      1.00002368,
      0.37409196,
      0.09678418,
      -0.18628806,
      0.27886807,
      -1.13520398,
      1.48851587,
      -0.82215223,
      0.17087277
    };
    double sum = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      sum = sum * t + c[i];
    }
    return 0.5 * t * Math.exp(-x * x + sum);
  }
}
