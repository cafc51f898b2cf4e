package cn.sunlot.planning.store;

import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.store.jooq.tables.records.LineRecord;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as a row. */
final class LineRow {

  private LineRow() {}

  static LineRecord write(Plan plan, UUID versionId, int position, Line line) {
    var row = new LineRecord();
    row.setPlanVersionId(versionId);
    row.setId(line.id());
    row.setPlanId(plan.id());
    row.setAuthorityId(plan.authorityId());
    row.setDepartmentId(plan.departmentId());
    row.setPosition(position);
    row.setTitle(line.title());
    row.setCategory(line.category());
    row.setItemVersionIds(line.itemVersionIds().toArray(UUID[]::new));
    row.setKinds(array(line.filter().kinds()));
    row.setRegionCodes(array(line.filter().regionCodes()));
    row.setTags(array(line.filter().tags()));
    row.setRiskClasses(array(line.filter().riskClasses()));
    Map<String, Integer> bp = line.rates().bp();
    row.setRateABp(bp.get("A"));
    row.setRateBBp(bp.get("B"));
    row.setRateCBp(bp.get("C"));
    row.setRateDBp(bp.get("D"));
    row.setRateNBp(bp.get("N"));
    row.setTimesPerYear(line.timesPerYear());
    row.setFromDay(line.period().from());
    row.setUntilDay(line.period().to());
    row.setExecutingId(line.executingId());
    row.setBody(line.body());
    Planned planned = line.planned();
    row.setPlannedPool(planned == null ? null : Math.toIntExact(planned.pool()));
    row.setPlannedExpected(planned == null ? null : Math.toIntExact(planned.expected()));
    return row;
  }

  static Line read(LineRecord r) {
    Map<String, Integer> bp = new HashMap<>();
    put(bp, "A", r.getRateABp());
    put(bp, "B", r.getRateBBp());
    put(bp, "C", r.getRateCBp());
    put(bp, "D", r.getRateDBp());
    put(bp, "N", r.getRateNBp());
    return new Line(
        r.getId(),
        r.getTitle(),
        r.getCategory(),
        List.of(r.getItemVersionIds()),
        new TargetFilter(
            Set.of(r.getKinds()),
            Set.of(r.getRegionCodes()),
            Set.of(r.getTags()),
            Set.of(r.getRiskClasses())),
        Rates.of(bp),
        r.getTimesPerYear(),
        new Period(r.getFromDay(), r.getUntilDay()),
        r.getExecutingId(),
        r.getBody(),
        planned(r.getPlannedPool(), r.getPlannedExpected()));
  }

  private static @Nullable Planned planned(@Nullable Integer pool, @Nullable Integer expected) {
    return pool == null || expected == null ? null : new Planned(pool, expected);
  }

  private static void put(Map<String, Integer> bp, String riskClass, @Nullable Integer value) {
    if (value != null) {
      bp.put(riskClass, value);
    }
  }

  private static String[] array(Collection<String> values) {
    return values.stream().sorted().toArray(String[]::new);
  }
}
