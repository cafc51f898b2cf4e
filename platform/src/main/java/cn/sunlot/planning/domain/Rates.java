package cn.sunlot.planning.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ratio of targets to be drawn per risk class, in basis points (0 to 10,000); a class without a
 * value is not drawn.
 */
public record Rates(SortedMap<String, Integer> bp) {

  /** Risk classes; N is not rated. */
  public static final List<String> CLASSES = List.of("A", "B", "C", "D", "N");

  public Rates {
    bp = Collections.unmodifiableSortedMap(new TreeMap<>(bp));
  }

  public static Rates of(Map<String, Integer> bp) {
    return new Rates(new TreeMap<>(bp));
  }

  public int of(String riskClass) {
    return bp.getOrDefault(riskClass, 0);
  }

  /** The class with the highest ratio; of equals the first. */
  public String highestClass() {
    return CLASSES.stream().reduce((a, b) -> of(b) > of(a) ? b : a).orElseThrow();
  }

  public int highest() {
    return of(highestClass());
  }
}
