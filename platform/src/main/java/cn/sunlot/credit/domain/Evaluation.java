package cn.sunlot.credit.domain;

import cn.sunlot.credit.domain.TrendTest.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether the classes predict: how often problems were found per class, by the class that a target
 * had on the day of the visit (N-14).
 *
 * @param classes A to D, then N
 * @param trend over the visits that chance chose
 * @param trendOfAll over all visits, which says less: officers go where they expect something
 */
public record Evaluation(List<OfClass> classes, TrendTest trend, TrendTest trendOfAll) {

  /** Fewer random visits to a class than this say hardly anything about it. */
  public static final long LEAST_RANDOM = 30;

  /**
   * Visits.
   *
   * @param inspected visits at which the target was inspected
   * @param problems of them, those at which a problem was found
   * @param prevented visits that came to nothing: unreachable, uncooperative
   */
  public record Visits(long inspected, long problems, long prevented) {

    public static final Visits NONE = new Visits(0, 0, 0);

    Visits plus(Visits other) {
      return new Visits(
          inspected + other.inspected, problems + other.problems, prevented + other.prevented);
    }

    public Wilson rate() {
      return Wilson.of(problems, inspected);
    }

    Group group() {
      return new Group(inspected, problems);
    }
  }

  /**
   * A class.
   *
   * @param tooFewRandom whether chance chose too few of its targets for a statement
   */
  public record OfClass(String riskClass, Visits random, Visits targeted, boolean tooFewRandom) {

    public Visits all() {
      return random.plus(targeted);
    }
  }

  /** Of the visits of a period, per class. */
  public static Evaluation of(Map<String, Visits> random, Map<String, Visits> targeted) {
    List<OfClass> classes = new ArrayList<>();
    for (String one : List.of("A", "B", "C", "D", "N")) {
      Visits chosen = random.getOrDefault(one, Visits.NONE);
      classes.add(
          new OfClass(
              one,
              chosen,
              targeted.getOrDefault(one, Visits.NONE),
              chosen.inspected() < LEAST_RANDOM));
    }
    List<OfClass> rated = classes.subList(0, RiskClass.values().length);
    return new Evaluation(
        List.copyOf(classes),
        TrendTest.of(rated.stream().map(c -> c.random().group()).toList()),
        TrendTest.of(rated.stream().map(c -> c.all().group()).toList()));
  }

  /** Whether every rated class has its floor of random visits. */
  public boolean floorEverywhere() {
    return classes.stream()
        .filter(
            c -> Arrays.stream(RiskClass.values()).anyMatch(r -> r.name().equals(c.riskClass())))
        .noneMatch(OfClass::tooFewRandom);
  }
}
