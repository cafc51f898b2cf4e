package cn.sunlot.tasking.domain;

import cn.sunlot.tasking.domain.PoolFacts.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many are drawn from each stratum of a pool: fixed and shown before anything is drawn (TZ-14,
 * TZ-18). Where the plan gives weights to regions, the number of a class is split over them by
 * largest remainders; otherwise no region has a number of its own.
 */
public final class Strata {

  /**
   * A stratum.
   *
   * @param rateBp ratio that holds in it, or null where a number does
   * @param weight of its region, or null where numbers are not split
   * @param quota how many are drawn
   */
  public record Stratum(
      String name,
      String ofClass,
      String region,
      int members,
      @Nullable Integer rateBp,
      @Nullable Integer weight,
      int quota) {}

  private Strata() {}

  /** The strata of a pool, by name. */
  public static List<Stratum> of(PoolFacts facts, DrawTerms terms) {
    return terms.splitsOverRegions() ? byRegion(facts, terms) : byClass(facts, terms);
  }

  private static List<Stratum> byClass(PoolFacts facts, DrawTerms terms) {
    return facts.groups().stream()
        .map(
            group ->
                new Stratum(
                    group.stratum(),
                    group.ofClass(),
                    "",
                    group.members(),
                    terms.counts().containsKey(group.ofClass())
                        ? null
                        : terms.ratesBp().get(group.ofClass()),
                    null,
                    terms.quota(group.ofClass(), group.members())))
        .toList();
  }

  private static List<Stratum> byRegion(PoolFacts facts, DrawTerms terms) {
    SortedMap<String, Map<String, Long>> members = new TreeMap<>();
    for (Group group : facts.groups()) {
      members
          .computeIfAbsent(group.ofClass(), c -> new HashMap<>())
          .put(group.region(), (long) group.members());
    }
    List<Stratum> strata = new ArrayList<>();
    members.forEach(
        (ofClass, inRegions) -> {
          int all = (int) inRegions.values().stream().mapToLong(Long::longValue).sum();
          SortedMap<String, Long> parts =
              terms.regions().split(terms.quota(ofClass, all), inRegions);
          new TreeMap<>(inRegions)
              .forEach(
                  (region, some) ->
                      strata.add(
                          new Stratum(
                              ofClass + "." + region,
                              ofClass,
                              region,
                              some.intValue(),
                              null,
                              terms.weights().get(region),
                              parts.getOrDefault(region, 0L).intValue())));
        });
    return strata;
  }
}
