package cn.sunlot.planning.domain;

import cn.sunlot.planning.domain.Overlap.Shared;
import cn.sunlot.registry.Registry.Combination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lines of a year laid over the registry: which of them meet in which targets, and how often a
 * target would be inspected (TZ-M6, TZ-15).
 */
public final class Overlaps {

  /** More often than this is counted together: three times and more. */
  public static final int OFTEN = 3;

  private final List<PlannedLine> lines;
  private final List<Combination> counted;
  private final Strata strata;
  private final List<Map<String, Double>> chances;

  /**
   * Lays them over the registry.
   *
   * @param counted active targets by the lines that hit them, by their places in the list
   */
  public Overlaps(List<PlannedLine> lines, List<Combination> counted, Strata strata) {
    this.strata = strata;
    this.lines = List.copyOf(lines);
    this.counted = List.copyOf(counted);
    this.chances = new ArrayList<>();
    for (int place = 0; place < lines.size(); place++) {
      chances.add(chances(place));
    }
  }

  /** All pairs that meet, those first where most targets would be drawn twice. */
  public List<Overlap> all() {
    List<Overlap> all = new ArrayList<>();
    for (int one = 0; one < lines.size(); one++) {
      all.addAll(after(one));
    }
    all.sort(ORDER);
    return all;
  }

  /** The pairs of the first line. */
  public List<Overlap> ofFirst() {
    List<Overlap> all = lines.isEmpty() ? new ArrayList<>() : after(0);
    all.sort(ORDER);
    return all;
  }

  /**
   * How many targets are in the scope of one line, of two, of three and more, and how many are
   * likely to be drawn so often. Draws of different lines do not know of each other.
   */
  public DoubleBurden burden() {
    SortedMap<Integer, Long> scope = new TreeMap<>();
    SortedMap<Integer, Double> drawn = new TreeMap<>();
    for (int times = 1; times <= OFTEN; times++) {
      scope.put(times, 0L);
      drawn.put(times, 0.0);
    }
    for (Combination one : counted) {
      scope.merge(Math.min(OFTEN, one.hits().size()), one.number(), Long::sum);
      double[] often = often(one);
      for (int times = 1; times <= OFTEN; times++) {
        drawn.merge(times, often[times] * one.number(), Double::sum);
      }
    }
    return new DoubleBurden(
        scope.entrySet().stream()
            .map(
                e ->
                    new DoubleBurden.OfTimes(
                        e.getKey(), e.getValue(), Math.round(drawn.getOrDefault(e.getKey(), 0.0))))
            .toList());
  }

  private static final Comparator<Overlap> ORDER =
      Comparator.comparingLong(Overlap::both)
          .thenComparingLong(Overlap::targets)
          .reversed()
          .thenComparing(o -> o.one().line().period().from())
          .thenComparing(o -> o.other().line().title());

  private List<Overlap> after(int one) {
    List<Overlap> found = new ArrayList<>();
    for (int other = one + 1; other < lines.size(); other++) {
      Optional<Shared> shared = Overlap.shared(lines.get(one), lines.get(other));
      if (shared.isPresent()) {
        long targets = 0;
        double both = 0;
        for (Combination c : counted) {
          if (c.hits().contains(one) && c.hits().contains(other)) {
            targets += c.number();
            both += c.number() * chance(one, c) * chance(other, c);
          }
        }
        if (targets > 0) {
          found.add(
              new Overlap(
                  lines.get(one), lines.get(other), shared.get(), targets, Math.round(both)));
        }
      }
    }
    return found;
  }

  /** Chances that a target of the combination is drawn never, once, twice, three times and more. */
  private double[] often(Combination combination) {
    double[] often = new double[OFTEN + 1];
    often[0] = 1;
    for (int place : combination.hits()) {
      double chance = chance(place, combination);
      for (int times = OFTEN; times >= 0; times--) {
        double before = times == 0 ? 0 : often[times - 1] * chance;
        double stays = times == OFTEN ? often[times] : often[times] * (1 - chance);
        often[times] = before + stays;
      }
    }
    return often;
  }

  private double chance(int place, Combination combination) {
    return chances.get(place).getOrDefault(stratum(place, combination), 0.0);
  }

  private String stratum(int place, Combination combination) {
    return strata.of(
        combination.riskClass(), combination.marked(), lines.get(place).line().rates());
  }

  /** Stratum → how likely each of its targets is drawn by the line. */
  private Map<String, Double> chances(int place) {
    Map<String, Long> pools = new HashMap<>();
    counted.stream()
        .filter(c -> c.hits().contains(place))
        .forEach(c -> pools.merge(stratum(place, c), c.number(), Long::sum));
    Map<String, Double> chances = new HashMap<>();
    Rates rates = lines.get(place).line().rates();
    pools.forEach(
        (stratum, pool) -> chances.put(stratum, (double) rates.expected(stratum, pool) / pool));
    return chances;
  }
}
