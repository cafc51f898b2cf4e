package cn.sunlot.planning.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many targets are to be drawn per risk class: a ratio in basis points (0 to 10,000) or a fixed
 * number; a class with neither is not drawn.
 */
public record Rates(SortedMap<String, Integer> bp, SortedMap<String, Integer> counts) {

  /** Risk classes; N is not rated. */
  public static final List<String> CLASSES = List.of("A", "B", "C", "D", "N");

  /** Key targets, where the profile raises their ratio and the plan says how far (TZ-18, ZB-12). */
  public static final String KEY = "K";

  /** Everything that can have a ratio of its own. */
  public static final List<String> STRATA = List.of("A", "B", "C", "D", "N", KEY);

  public Rates {
    bp = Collections.unmodifiableSortedMap(new TreeMap<>(bp));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  public static Rates of(Map<String, Integer> bp) {
    return of(bp, Map.of());
  }

  public static Rates of(Map<String, Integer> bp, Map<String, Integer> counts) {
    return new Rates(new TreeMap<>(bp), new TreeMap<>(counts));
  }

  public int of(String riskClass) {
    return bp.getOrDefault(riskClass, 0);
  }

  /** The fixed number of a class, where it has one. */
  public @Nullable Integer count(String riskClass) {
    return counts.get(riskClass);
  }

  /** Whether anything of the class is drawn. */
  public boolean draws(String riskClass) {
    return of(riskClass) > 0 || counts.getOrDefault(riskClass, 0) > 0;
  }

  public boolean drawsNothing() {
    return Stream.concat(bp.values().stream(), counts.values().stream()).noneMatch(n -> n > 0);
  }

  /** Whether key targets are drawn by themselves. */
  public boolean raisesKeyTargets() {
    return draws(KEY);
  }

  /** How many of these are drawn, rounded up (quotas of a draw: never more than there are). */
  public long expected(String riskClass, long pool) {
    Integer count = counts.get(riskClass);
    return count != null ? Math.min(pool, count) : (pool * of(riskClass) + 9_999) / 10_000;
  }

  /** The class with the highest ratio; of equals the first. */
  public String highestClass() {
    return STRATA.stream().reduce((a, b) -> of(b) > of(a) ? b : a).orElseThrow();
  }

  public int highest() {
    return of(highestClass());
  }
}
