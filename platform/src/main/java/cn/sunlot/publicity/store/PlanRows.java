package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.PLAN;
import static cn.sunlot.publicity.store.jooq.Tables.PLAN_LINE;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Regions;
import cn.sunlot.planning.Plans.AdHoc;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.planning.Plans.PublishedDecision;
import cn.sunlot.planning.Plans.PublishedLine;
import cn.sunlot.planning.Plans.PublishedPlan;
import cn.sunlot.publicity.store.jooq.tables.records.PlanLineRecord;
import cn.sunlot.publicity.store.jooq.tables.records.PlanRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Public plans and their lines. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PlanRows {

  /** A line with the names that it is read by. */
  public record LineRow(
      PublishedLine line,
      List<String> items,
      String executing,
      String lead,
      List<String> participants) {}

  private final DSLContext database;
  private final ObjectMapper json;

  PlanRows(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Takes a plan off the public site, before its versions are put there again. */
  public void remove(UUID planId) {
    database.deleteFrom(PLAN).where(PLAN.PLAN_ID.eq(planId)).execute();
  }

  /** Adds a version with its lines, in their order. */
  public void add(PublishedPlan plan, Owner owner, List<LineRow> lines) {
    PlanRecord row = new PlanRecord();
    row.setPlanId(plan.id());
    row.setVersion(plan.version());
    row.setAuthorityId(plan.authorityId());
    row.setAuthority(owner.authority());
    row.setBody(owner.body());
    row.setDepartment(owner.department());
    row.setNumber(plan.number());
    row.setYear(plan.year());
    row.setTitle(plan.title());
    row.setReason(plan.reason());
    row.setPublishedAt(plan.publishedAt());
    row.setKind(plan.kind());
    decision(row, plan.decision());
    plan.lines().stream()
        .map(line -> line.line().adHoc())
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(adHoc -> ground(row, adHoc));
    database.executeInsert(row);
    List<PlanLineRecord> rows = new ArrayList<>();
    for (LineRow line : lines) {
      rows.add(row(plan, rows.size() + 1, line));
    }
    database.batchInsert(rows).execute();
  }

  private static void decision(PlanRecord row, @Nullable PublishedDecision decision) {
    row.set(PLAN.DECIDED_BY, decision == null ? null : decision.by());
    row.set(PLAN.DECIDED_ON, decision == null ? null : decision.on());
    row.set(PLAN.DECISION_NUMBER, decision == null ? null : decision.documentNumber());
  }

  private static void ground(PlanRecord row, AdHoc adHoc) {
    row.setGround(adHoc.kind());
    row.setGroundText(adHoc.text());
    row.setDocumentNumber(adHoc.documentNumber());
  }

  private PlanLineRecord row(PublishedPlan plan, int position, LineRow from) {
    PublishedLine published = from.line();
    PlanLine line = published.line();
    PlanLineRecord row = new PlanLineRecord();
    row.setPlanId(plan.id());
    row.setVersion(plan.version());
    row.setLineId(line.id());
    row.setPosition(position);
    row.setTitle(line.title());
    row.setCategory(published.category());
    row.setItemIds(line.itemVersionIds().toArray(UUID[]::new));
    row.setItems(from.items().toArray(String[]::new));
    row.setKinds(sorted(line.filter().kinds()));
    row.setRegions(sorted(line.filter().regionCodes().stream().map(PlanRows::name).toList()));
    row.setTags(sorted(line.filter().tags()));
    row.setRatesBp(JSONB.valueOf(json.writeValueAsString(new TreeMap<>(line.ratesBp()))));
    row.setTimesPerYear(published.timesPerYear());
    row.setFromDay(line.from());
    row.setUntilDay(line.to());
    row.setCounts(JSONB.valueOf(json.writeValueAsString(new TreeMap<>(line.counts()))));
    row.setLead(from.lead());
    row.setParticipants(from.participants().toArray(String[]::new));
    arrangement(row, published);
    row.setExecuting(from.executing());
    row.setBody(published.body());
    row.set(PLAN_LINE.PLANNED_POOL, published.pool());
    row.set(PLAN_LINE.PLANNED_EXPECTED, published.expected());
    return row;
  }

  private void arrangement(PlanLineRecord row, PublishedLine published) {
    Arrangement how = published.line().arrangement();
    Map<String, Integer> weights = new LinkedHashMap<>();
    how.weights().byRegion().forEach((code, weight) -> weights.put(name(code), weight));
    row.setWeights(JSONB.valueOf(json.writeValueAsString(weights)));
    row.setHandling(Lifecycle.wireName(how.handling()));
    row.setOtherDemands(how.otherDemands());
    row.setSubRegistries(published.subRegistries().toArray(String[]::new));
  }

  private static String name(String regionCode) {
    return Regions.findName(regionCode).orElse(regionCode);
  }

  private static String[] sorted(Collection<String> values) {
    return values.stream().sorted().toArray(String[]::new);
  }
}
