package cn.sunlot.planning.domain;

import cn.sunlot.planning.Weights;
import cn.sunlot.registry.Registry.Census;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many targets a line is expected to hit: the balance of coverage against over-inspection
 * (ZB-8, TZ-15).
 *
 * @param pool active targets that the line's filter hits
 * @param expected targets expected to be drawn, each class rounded up
 * @param shareBp expected of pool in basis points, rounded up; 0 for an empty pool
 * @param regions the same by region: by the plan's weights where it has some, otherwise as many as
 *     are likely; only regions with targets or with a weight
 */
public record Coverage(
    long pool, long expected, int shareBp, List<OfClass> classes, List<OfRegion> regions) {

  /**
   * The same for one risk class, or for key targets where the plan draws them by themselves.
   *
   * @param count the fixed number, where the class has one
   */
  public record OfClass(
      String riskClass, long pool, int rateBp, @Nullable Integer count, long expected) {}

  /**
   * The same for one region.
   *
   * @param weight what the plan gives it, or null where the plan gives none
   */
  public record OfRegion(String regionCode, long pool, @Nullable Integer weight, long expected) {}

  public Coverage {
    classes = List.copyOf(classes);
    regions = List.copyOf(regions);
  }

  /** Computes it; key targets count among themselves where the plan draws them by themselves. */
  public static Coverage of(List<Census> counted, Rates rates, Weights weights, Strata by) {
    Map<String, SortedMap<String, Long>> strata = strata(counted, rates, by);
    List<OfClass> classes = new ArrayList<>();
    SortedMap<String, Long> expected = new TreeMap<>();
    for (String stratum : Rates.STRATA) {
      SortedMap<String, Long> members = strata.getOrDefault(stratum, new TreeMap<>());
      if (!stratum.equals(Rates.KEY) || rates.raisesKeyTargets()) {
        long pool = sum(members);
        SortedMap<String, Long> parts =
            (weights.none() ? bySize(members) : weights)
                .split(rates.expected(stratum, pool), members);
        parts.forEach((region, number) -> expected.merge(region, number, Long::sum));
        classes.add(
            new OfClass(stratum, pool, rates.of(stratum), rates.count(stratum), sum(parts)));
      }
    }
    long pool = classes.stream().mapToLong(OfClass::pool).sum();
    long all = sum(expected);
    int share = pool == 0 ? 0 : (int) ((all * 10_000 + pool - 1) / pool);
    return new Coverage(pool, all, share, classes, regions(counted, weights, expected));
  }

  private static Map<String, SortedMap<String, Long>> strata(
      List<Census> counted, Rates rates, Strata by) {
    Map<String, SortedMap<String, Long>> strata = new TreeMap<>();
    for (Census one : counted) {
      String stratum = by.of(one.riskClass(), one.marked(), rates);
      strata
          .computeIfAbsent(stratum, s -> new TreeMap<>())
          .merge(one.regionCode(), one.number(), Long::sum);
    }
    return strata;
  }

  private static List<OfRegion> regions(
      List<Census> counted, Weights weights, SortedMap<String, Long> expected) {
    SortedMap<String, Long> pools = new TreeMap<>();
    weights.byRegion().keySet().forEach(region -> pools.put(region, 0L));
    counted.forEach(one -> pools.merge(one.regionCode(), one.number(), Long::sum));
    return pools.entrySet().stream()
        .map(
            r ->
                new OfRegion(
                    r.getKey(),
                    r.getValue(),
                    weights.byRegion().get(r.getKey()),
                    expected.getOrDefault(r.getKey(), 0L)))
        .toList();
  }

  /** Where nothing is weighted each target has the same chance, so regions have what they hold. */
  private static Weights bySize(SortedMap<String, Long> members) {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    members.forEach((region, number) -> sizes.put(region, Math.toIntExact(number)));
    return new Weights(sizes);
  }

  private static long sum(SortedMap<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
