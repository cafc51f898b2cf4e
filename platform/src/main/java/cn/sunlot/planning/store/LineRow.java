package cn.sunlot.planning.store;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.store.jooq.tables.records.LineRecord;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    row.setSubRegistryIds(line.filter().subRegistries().stream().sorted().toArray(UUID[]::new));
    writeRates(row, line.rates());
    writeArrangement(row, line.arrangement());
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

  private static void writeRates(LineRecord row, Rates rates) {
    row.setRateABp(rates.bp().get("A"));
    row.setRateBBp(rates.bp().get("B"));
    row.setRateCBp(rates.bp().get("C"));
    row.setRateDBp(rates.bp().get("D"));
    row.setRateNBp(rates.bp().get("N"));
    row.setRateKBp(rates.bp().get(Rates.KEY));
    row.setCountA(rates.count("A"));
    row.setCountB(rates.count("B"));
    row.setCountC(rates.count("C"));
    row.setCountD(rates.count("D"));
    row.setCountN(rates.count("N"));
    row.setCountK(rates.count(Rates.KEY));
  }

  private static void writeArrangement(LineRecord row, Arrangement how) {
    row.setParticipants(how.participants().toArray(UUID[]::new));
    row.setHandling(Lifecycle.wireName(how.handling()));
    row.setWeightedRegions(how.weights().byRegion().keySet().toArray(String[]::new));
    row.setWeights(how.weights().byRegion().values().toArray(Integer[]::new));
    row.setMethods(array(how.methods().stream().map(Lifecycle::wireName).toList()));
    Form form = how.form();
    row.setForm(form == null ? null : Lifecycle.wireName(form));
    row.setOtherDemands(how.otherDemands());
    row.setVisitsPerDay(how.visitsPerDay());
  }

  static Line read(LineRecord r) {
    return new Line(
        r.getId(),
        r.getTitle(),
        r.getCategory(),
        List.of(r.getItemVersionIds()),
        new TargetFilter(
            Set.of(r.getKinds()),
            Set.of(r.getRegionCodes()),
            Set.of(r.getTags()),
            Set.of(r.getRiskClasses()),
            Set.of(r.getSubRegistryIds())),
        rates(r),
        r.getTimesPerYear(),
        new Period(r.getFromDay(), r.getUntilDay()),
        r.getExecutingId(),
        r.getBody(),
        arrangement(r),
        planned(r.getPlannedPool(), r.getPlannedExpected()));
  }

  private static Rates rates(LineRecord r) {
    Map<String, Integer> bp = new HashMap<>();
    put(bp, "A", r.getRateABp());
    put(bp, "B", r.getRateBBp());
    put(bp, "C", r.getRateCBp());
    put(bp, "D", r.getRateDBp());
    put(bp, "N", r.getRateNBp());
    put(bp, Rates.KEY, r.getRateKBp());
    Map<String, Integer> counts = new HashMap<>();
    put(counts, "A", r.getCountA());
    put(counts, "B", r.getCountB());
    put(counts, "C", r.getCountC());
    put(counts, "D", r.getCountD());
    put(counts, "N", r.getCountN());
    put(counts, Rates.KEY, r.getCountK());
    return Rates.of(bp, counts);
  }

  private static Arrangement arrangement(LineRecord r) {
    Map<String, Integer> weights = new HashMap<>();
    for (int i = 0; i < r.getWeightedRegions().length; i++) {
      weights.put(r.getWeightedRegions()[i], r.getWeights()[i]);
    }
    String form = r.getForm();
    return new Arrangement(
        List.of(r.getParticipants()),
        Lifecycle.parse(Handling.class, r.getHandling()),
        Weights.of(weights),
        Stream.of(r.getMethods())
            .map(way -> Lifecycle.parse(Way.class, way))
            .collect(Collectors.toSet()),
        form == null ? null : Lifecycle.parse(Form.class, form),
        r.getOtherDemands(),
        r.getVisitsPerDay());
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
