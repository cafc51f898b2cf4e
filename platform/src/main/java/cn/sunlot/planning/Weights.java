package cn.sunlot.planning;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights of regions in a plan line (TZ-14): over which regions the number of each class is split,
 * and how. Without them it is not split, and each target of a class has the same chance.
 *
 * @param byRegion region code → weight, 1 or more
 */
public record Weights(SortedMap<String, Integer> byRegion) {

  public static final Weights NONE = new Weights(new TreeMap<>());

  public Weights {
    byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
    if (byRegion.values().stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException("a weight is at least 1");
    }
  }

  public static Weights of(Map<String, Integer> byRegion) {
    return new Weights(new TreeMap<>(byRegion));
  }

  public boolean none() {
    return byRegion.isEmpty();
  }

  /**
   * Splits a number over the regions: whole shares first, what is left over to the largest
   * remainders, of equal ones to the lower code. A region gives no more than it has; what it lacks
   * is split over the others in the same way. The parts add up to the number, or to all there are.
   *
   * @param members how many there are in each region; regions without a weight get none
   */
  public SortedMap<String, Long> split(long number, Map<String, Long> members) {
    SortedMap<String, Long> parts = new TreeMap<>();
    byRegion.keySet().forEach(region -> parts.put(region, 0L));
    long left = number;
    while (left > 0) {
      List<String> open =
          byRegion.keySet().stream()
              .filter(region -> parts.getOrDefault(region, 0L) < members.getOrDefault(region, 0L))
              .toList();
      if (open.isEmpty()) {
        break;
      }
      long given = 0;
      for (var share : shares(left, open).entrySet()) {
        String region = share.getKey();
        long room = members.getOrDefault(region, 0L) - parts.getOrDefault(region, 0L);
        long part = Math.min(share.getValue(), room);
        parts.merge(region, part, Long::sum);
        given += part;
      }
      left -= given;
    }
    return parts;
  }

  /** What a region weighs; nothing where it has no weight. */
  public int of(String region) {
    return byRegion.getOrDefault(region, 0);
  }

  /** Largest remainders; the shares add up to the number. */
  private SortedMap<String, Long> shares(long number, List<String> regions) {
    BigInteger whole = BigInteger.valueOf(regions.stream().mapToLong(this::of).sum());
    SortedMap<String, Long> shares = new TreeMap<>();
    SortedMap<String, BigInteger> remainders = new TreeMap<>();
    long given = 0;
    for (String region : regions) {
      BigInteger[] share =
          BigInteger.valueOf(number)
              .multiply(BigInteger.valueOf(of(region)))
              .divideAndRemainder(whole);
      shares.put(region, share[0].longValueExact());
      remainders.put(region, share[1]);
      given += share[0].longValueExact();
    }
    remainders.entrySet().stream()
        .sorted(
            Map.Entry.<String, BigInteger>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(number - given)
        .forEach(entry -> shares.merge(entry.getKey(), 1L, Long::sum));
    return shares;
  }
}
