package cn.sunlot.bench;

import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Businesses of a made-up region in four strata: of each hundred 70, 20, 8 and 2, of which 0.5, 1,
 * 3 and 10 percent are drawn, 1 percent together.
 */
final class Population {

  /** Quotas of the strata. */
  static final Map<String, Quota> QUOTAS = quotas();

  private Population() {}

  private static Map<String, Quota> quotas() {
    Map<String, Quota> quotas = new LinkedHashMap<>();
    quotas.put("A", new Quota.Rate(50));
    quotas.put("B", new Quota.Rate(100));
    quotas.put("C", new Quota.Rate(300));
    quotas.put("D", new Quota.Rate(1000));
    return quotas;
  }

  static String stratum(int number) {
    int of100 = number % 100;
    return of100 < 70 ? "A" : of100 < 90 ? "B" : of100 < 98 ? "C" : "D";
  }

  /** The same in SQL, of a number {@code i}. */
  static String stratumSql() {
    return "CASE WHEN i % 100 < 70 THEN 'A' WHEN i % 100 < 90 THEN 'B'"
        + " WHEN i % 100 < 98 THEN 'C' ELSE 'D' END";
  }

  /** 18 characters, like a credit code. */
  static String unitId(int number) {
    String digits = Integer.toString(number);
    return "91370300MA" + "00000000".substring(digits.length()) + digits;
  }

  /** The same in SQL, of a number {@code i}. */
  static String unitIdSql() {
    return "'91370300MA' || lpad(i::text, 8, '0')";
  }

  /** Freezes this many businesses. */
  static Pool freeze(Units units, int size) {
    PoolBuilder pool = new PoolBuilder(units);
    for (int i = 0; i < size; i++) {
      pool.add(unitId(i), stratum(i));
    }
    return pool.build();
  }
}
