package cn.sunlot.planning.domain;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.planning.domain.Coverage.OfClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/** What a line of a plan must say and keep to (ZB-5, ZB-8, TZ-8, TZ-14). */
public final class LineRules {

  /**
   * A general item whose cap the line goes beyond.
   *
   * @param riskClass the class in which it does
   * @param bp the ratio there; of a fixed number, what it comes to
   */
  public record OverCap(
      int row, Line line, ItemVersion item, int capBp, String riskClass, int bp) {}

  /** A general item that the line would inspect more often than it may be. */
  public record OverFrequency(int row, Line line, ItemVersion item, int timesPerYear) {}

  /** More targets of a class than any city draws. */
  private static final int MOST = 1_000_000;

  private LineRules() {}

  /**
   * Values that do not fit.
   *
   * @param sections departments of the authority
   */
  public static List<WrongValue> wrong(Line line, int year, Set<UUID> sections) {
    List<WrongValue> wrong = new ArrayList<>();
    demand(wrong, "title", line.title().isEmpty());
    demand(wrong, "category", line.category().isEmpty());
    demand(wrong, "itemVersionIds", line.itemVersionIds().isEmpty());
    demand(wrong, "body", line.body().isEmpty());
    rates(wrong, line.rates());
    weights(wrong, line);
    if (line.timesPerYear() < 1 || line.timesPerYear() > 365) {
      wrong.add(
          WrongValue.of(
              "timesPerYear", String.valueOf(line.timesPerYear()), "planning.field.times-range"));
    }
    var period = line.period();
    if (period.from().getYear() != year
        || period.to().getYear() != year
        || period.to().isBefore(period.from())) {
      wrong.add(
          WrongValue.of(
              "from",
              period.from() + " – " + period.to(),
              "planning.field.period",
              String.valueOf(year)));
    }
    if (!sections.contains(line.executingId())) {
      wrong.add(
          WrongValue.of("executingId", line.executingId().toString(), "planning.field.section"));
    }
    return wrong;
  }

  private static void rates(List<WrongValue> wrong, Rates rates) {
    rates.bp().forEach((riskClass, bp) -> rate(wrong, riskClass, bp));
    rates.counts().forEach((riskClass, count) -> count(wrong, rates, riskClass, count));
    if (rates.drawsNothing()) {
      wrong.add(WrongValue.of("ratesBp", "", "planning.field.ratio-missing"));
    }
  }

  private static void rate(List<WrongValue> wrong, String riskClass, int bp) {
    if (!Rates.STRATA.contains(riskClass)) {
      wrong.add(WrongValue.of("ratesBp", riskClass, "planning.field.risk-class"));
    } else if (bp < 0 || bp > 10_000) {
      wrong.add(
          WrongValue.of("ratesBp", riskClass + " " + bp, "planning.field.ratio-range", riskClass));
    }
  }

  private static void count(List<WrongValue> wrong, Rates rates, String riskClass, int count) {
    if (!Rates.STRATA.contains(riskClass)) {
      wrong.add(WrongValue.of("counts", riskClass, "planning.field.risk-class"));
    } else if (count < 1 || count > MOST) {
      wrong.add(
          WrongValue.of(
              "counts", riskClass + " " + count, "planning.field.count-range", riskClass));
    } else if (rates.of(riskClass) > 0) {
      wrong.add(
          WrongValue.of(
              "counts", riskClass + " " + count, "planning.field.rate-or-count", riskClass));
    }
  }

  /**
   * Weights stand for all regions of the scope, or a region would be left out (TZ-14, TZ-15): each
   * of them is a county, and has one.
   */
  private static void weights(List<WrongValue> wrong, Line line) {
    SortedMap<String, Integer> weights = line.arrangement().weights().byRegion();
    if (weights.isEmpty()) {
      return;
    }
    Set<String> regions = line.filter().regionCodes();
    if (regions.size() < 2 || regions.stream().anyMatch(code -> code.endsWith("00"))) {
      wrong.add(
          WrongValue.of(
              "weights", String.join(", ", new TreeSet<>(regions)), "planning.field.weight-scope"));
    } else if (!regions.equals(weights.keySet())) {
      Set<String> unlike = new TreeSet<>(regions);
      unlike.addAll(weights.keySet());
      unlike.removeIf(code -> regions.contains(code) && weights.containsKey(code));
      wrong.add(
          WrongValue.of("weights", String.join(", ", unlike), "planning.field.weight-missing"));
    }
  }

  /** ZB-5, TZ-8: the ratio of general items is strictly limited. */
  public static List<OverCap> overCap(int row, Line line, List<ItemVersion> items) {
    List<OverCap> over = new ArrayList<>();
    Rates rates = line.rates();
    for (ItemVersion item : items) {
      Integer cap = item.ratioCapBp();
      if (item.category() == Category.GENERAL && cap != null && rates.highest() > cap) {
        over.add(new OverCap(row, line, item, cap, rates.highestClass(), rates.highest()));
      }
    }
    return over;
  }

  /**
   * The same of fixed numbers: none draws more of a class than the ratio at the cap would.
   *
   * @param coverage today's figures of the line
   */
  public static List<OverCap> overCapByNumber(
      int row, Line line, List<ItemVersion> items, Coverage coverage) {
    List<OverCap> over = new ArrayList<>();
    for (ItemVersion item : items) {
      Integer cap = item.ratioCapBp();
      if (item.category() == Category.GENERAL && cap != null) {
        for (OfClass one : coverage.classes()) {
          long most = (one.pool() * cap + 9_999) / 10_000;
          if (one.count() != null && one.expected() > most) {
            int bp = (int) ((one.expected() * 10_000 + one.pool() - 1) / one.pool());
            over.add(new OverCap(row, line, item, cap, one.riskClass(), bp));
          }
        }
      }
    }
    return over;
  }

  /** ZB-5: neither ratio nor frequency of a general item goes beyond the list. */
  public static List<OverFrequency> overFrequency(int row, Line line, List<ItemVersion> items) {
    List<OverFrequency> over = new ArrayList<>();
    for (ItemVersion item : items) {
      Integer times = item.timesPerYear();
      if (item.category() == Category.GENERAL && times != null && line.timesPerYear() > times) {
        over.add(new OverFrequency(row, line, item, times));
      }
    }
    return over;
  }

  private static void demand(List<WrongValue> wrong, String field, boolean empty) {
    if (empty) {
      wrong.add(WrongValue.of(field, "", "planning.field.required"));
    }
  }
}
