package cn.sunlot.planning.domain;

import java.util.List;
import java.util.Map;

/**
 * How many targets a line is expected to hit: the balance of coverage against over-inspection
 * (ZB-8).
 *
 * @param pool active targets that the line's filter hits
 * @param expected targets expected to be drawn, each class rounded up
 * @param shareBp expected of pool in basis points, rounded up; 0 for an empty pool
 */
public record Coverage(long pool, long expected, int shareBp, List<OfClass> classes) {

  /** The same for one risk class. */
  public record OfClass(String riskClass, long pool, int rateBp, long expected) {}

  /**
   * Computes it.
   *
   * @param counts number of active targets per risk class
   */
  public static Coverage of(Map<String, Long> counts, Rates rates) {
    List<OfClass> classes =
        Rates.CLASSES.stream()
            .map(
                c -> {
                  long pool = counts.getOrDefault(c, 0L);
                  return new OfClass(c, pool, rates.of(c), share(pool * rates.of(c), 10_000));
                })
            .toList();
    long pool = classes.stream().mapToLong(OfClass::pool).sum();
    long expected = classes.stream().mapToLong(OfClass::expected).sum();
    return new Coverage(
        pool, expected, pool == 0 ? 0 : (int) share(expected * 10_000, pool), classes);
  }

  private static long share(long part, long whole) {
    return (part + whole - 1) / whole;
  }
}
