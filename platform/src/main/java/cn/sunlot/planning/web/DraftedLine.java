package cn.sunlot.planning.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.web.PlanRequests.ArrangementForm;
import cn.sunlot.planning.web.PlanRequests.FilterForm;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line while it is drafted, as a question in an address; what is left out is as in a new line.
 *
 * @param rateA ratio of a class in basis points; {@code rateK} of key targets
 * @param countA fixed number of a class that has no ratio
 * @param weights of regions, each as {@code 370303:2}
 * @param id of the line, where it is stored already
 * @param executingId the section that carries it out; the person's own where left out
 */
record DraftedLine(
    @Nullable Set<String> kinds,
    @Nullable Set<String> regionCodes,
    @Nullable Set<String> tags,
    @Nullable Set<String> riskClasses,
    @Nullable Set<UUID> subRegistries,
    @Nullable Integer rateA,
    @Nullable Integer rateB,
    @Nullable Integer rateC,
    @Nullable Integer rateD,
    @Nullable Integer rateN,
    @Nullable Integer rateK,
    @Nullable Integer countA,
    @Nullable Integer countB,
    @Nullable Integer countC,
    @Nullable Integer countD,
    @Nullable Integer countN,
    @Nullable Integer countK,
    @Nullable List<String> weights,
    @Nullable UUID id,
    @Nullable List<UUID> itemVersionIds,
    @Nullable Integer timesPerYear,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID executingId,
    @Nullable List<UUID> participants,
    @OneOf(Handling.class) @Nullable String handling,
    @OneOf(Way.class) @Nullable List<String> methods,
    @Nullable Integer visitsPerDay) {

  /** The line; its period must be there. */
  Line read() {
    if (from == null || to == null || to.isBefore(from)) {
      throw wrong("from", from + " – " + to, "planning.field.days");
    }
    return new Line(
        id == null ? Ids.next() : id,
        "",
        "",
        itemVersionIds == null ? List.of() : itemVersionIds,
        filter(),
        rates(),
        timesPerYear == null ? 1 : Math.max(1, timesPerYear),
        new Period(from, to),
        executingId == null ? SignedIn.get().departmentId() : executingId,
        "",
        new ArrangementForm(
                participants,
                handling,
                split().byRegion(),
                methods,
                null,
                null,
                visitsPerDay == null || visitsPerDay < 1 ? null : visitsPerDay)
            .read(),
        null);
  }

  TargetFilter filter() {
    return new FilterForm(kinds, regionCodes, tags, riskClasses, subRegistries).read();
  }

  Rates rates() {
    Map<String, Integer> bp = new HashMap<>();
    put(bp, "A", rateA);
    put(bp, "B", rateB);
    put(bp, "C", rateC);
    put(bp, "D", rateD);
    put(bp, "N", rateN);
    put(bp, Rates.KEY, rateK);
    Map<String, Integer> counts = new HashMap<>();
    put(counts, "A", countA);
    put(counts, "B", countB);
    put(counts, "C", countC);
    put(counts, "D", countD);
    put(counts, "N", countN);
    put(counts, Rates.KEY, countK);
    return Rates.of(bp, counts);
  }

  Weights split() {
    Map<String, Integer> byRegion = new HashMap<>();
    for (String one : weights == null ? List.<String>of() : weights) {
      if (!one.matches("[0-9]{6}:[1-9][0-9]{0,3}")) {
        throw wrong("weights", one, "planning.field.weight-unreadable");
      }
      byRegion.put(one.substring(0, 6), Integer.valueOf(one.substring(7)));
    }
    return Weights.of(byRegion);
  }

  private static Refused wrong(String field, String value, String key) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, value, key)));
  }

  private static void put(Map<String, Integer> values, String stratum, @Nullable Integer value) {
    if (value != null && value > 0) {
      values.put(stratum, value);
    }
  }
}
