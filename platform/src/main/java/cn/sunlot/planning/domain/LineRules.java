package cn.sunlot.planning.domain;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.WrongValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a line of a plan must say and keep to (ZB-5, ZB-8, TZ-8). */
public final class LineRules {

  /** A general item whose cap the line goes beyond. */
  public record OverCap(int row, Line line, ItemVersion item, int capBp) {}

  /** A general item that the line would inspect more often than it may be. */
  public record OverFrequency(int row, Line line, ItemVersion item, int timesPerYear) {}

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
    rates
        .bp()
        .forEach(
            (riskClass, bp) -> {
              if (!Rates.CLASSES.contains(riskClass)) {
                wrong.add(WrongValue.of("ratesBp", riskClass, "planning.field.risk-class"));
              } else if (bp < 0 || bp > 10_000) {
                wrong.add(
                    WrongValue.of(
                        "ratesBp", riskClass + " " + bp, "planning.field.ratio-range", riskClass));
              }
            });
    if (rates.bp().values().stream().noneMatch(bp -> bp > 0)) {
      wrong.add(WrongValue.of("ratesBp", "", "planning.field.ratio-missing"));
    }
  }

  /** ZB-5, TZ-8: the ratio of general items is strictly limited. */
  public static List<OverCap> overCap(int row, Line line, List<ItemVersion> items) {
    List<OverCap> over = new ArrayList<>();
    for (ItemVersion item : items) {
      Integer cap = item.ratioCapBp();
      if (item.category() == Category.GENERAL && cap != null && line.rates().highest() > cap) {
        over.add(new OverCap(row, line, item, cap));
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
