package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TARGET_CHANGE;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.Registry.Target;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lists of targets. */
@Repository
@Transactional(readOnly = true)
public class TargetSearch {

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(
      @Nullable String q,
      @Nullable String kind,
      @Nullable String region,
      @Nullable String riskClass,
      @Nullable String tag,
      @Nullable String status,
      @Nullable Boolean complete,
      @Nullable Boolean warned) {}

  /** A row of the list. */
  public record Row(Target target, List<String> warnings, Instant updatedAt, int version) {}

  /**
   * A change of a target.
   *
   * @param changes field → before and after
   */
  public record Change(
      Instant at,
      @Nullable UUID personId,
      @Nullable UUID importId,
      String reason,
      Map<String, List<Object>> changes) {}

  /** Numbers of the active targets. */
  public record Summary(
      long active, Map<String, Long> perRiskClass, long incomplete, long warned, long inactive) {}

  private static final TypeReference<Map<String, List<Object>>> CHANGES = new TypeReference<>() {};

  private final DSLContext database;
  private final ObjectMapper json;

  TargetSearch(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A page of the targets of an authority.
   *
   * @param sort {@code name} (by pinyin), {@code unitId}, {@code riskClass}, {@code updatedAt};
   *     with {@code -} before it the other way round
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = condition(scope, filter);
    List<Row> rows =
        database
            .selectFrom(TARGET)
            .where(condition)
            .orderBy(order(sort), TARGET.UNIT_ID.asc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(TargetSearch::row);
    return Page.of(rows, database.fetchCount(TARGET, condition), request);
  }

  /** One target with its warnings. */
  public Row get(Scope scope, UUID id) {
    return database
        .selectFrom(TARGET)
        .where(scope.shares(TARGET.AUTHORITY_ID).and(TARGET.ID.eq(id)))
        .fetchOptional(TargetSearch::row)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public long count(Scope scope, Filter filter) {
    return database.fetchCount(TARGET, condition(scope, filter));
  }

  /** All rows, by unit id, without holding them in memory. */
  public void forEach(Scope scope, Filter filter, Consumer<Row> take) {
    try (Cursor<?> rows =
        database
            .selectFrom(TARGET)
            .where(condition(scope, filter))
            .orderBy(TARGET.UNIT_ID)
            .fetchSize(1_000)
            .fetchLazy()) {
      rows.forEach(r -> take.accept(row(r.into(TARGET))));
    }
  }

  /** The history of a target, newest first. */
  public List<Change> listChanges(Scope scope, UUID targetId) {
    return database
        .selectFrom(TARGET_CHANGE)
        .where(
            TARGET_CHANGE
                .TARGET_ID
                .eq(targetId)
                .and(TARGET_CHANGE.AUTHORITY_ID.eq(scope.authorityId())))
        .orderBy(TARGET_CHANGE.AT.desc(), TARGET_CHANGE.ID.desc())
        .fetch(
            r ->
                new Change(
                    r.getAt(),
                    r.getPersonId(),
                    r.getImportId(),
                    r.getReason(),
                    json.readValue(r.getChanges().data(), CHANGES)));
  }

  public Summary summarise(Scope scope) {
    Condition own = scope.shares(TARGET.AUTHORITY_ID);
    Condition active = own.and(TARGET.STATUS.eq("active"));
    Field<Long> number = org.jooq.impl.DSL.count().cast(Long.class);
    Map<String, Long> perClass =
        new TreeMap<>(
            database
                .select(TARGET.RISK_CLASS, number)
                .from(TARGET)
                .where(active)
                .groupBy(TARGET.RISK_CLASS)
                .fetchMap(TARGET.RISK_CLASS, number));
    long all = perClass.values().stream().mapToLong(n -> n).sum();
    return new Summary(
        all,
        perClass,
        database.fetchCount(TARGET, active.and(TARGET.COMPLETE.isFalse())),
        database.fetchCount(TARGET, active.and(TARGET.WARNINGS.ne(new String[0]))),
        database.fetchCount(TARGET, own.and(TARGET.STATUS.ne("active"))));
  }

  private static Condition condition(Scope scope, Filter filter) {
    return scope
        .shares(TARGET.AUTHORITY_ID)
        .and(text(filter.q()))
        .and(equal(TARGET.KIND, filter.kind()))
        .and(region(filter.region()))
        .and(equal(TARGET.RISK_CLASS, filter.riskClass()))
        .and(
            filter.tag() == null
                ? noCondition()
                : arrayOverlap(TARGET.TAGS, val(new String[] {filter.tag()}, TARGET.TAGS)))
        .and(equal(TARGET.STATUS, filter.status()))
        .and(filter.complete() == null ? noCondition() : TARGET.COMPLETE.eq(filter.complete()))
        .and(warned(filter.warned()));
  }

  private static Condition text(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return noCondition();
    }
    String text = q.strip();
    return TARGET
        .NAME
        .contains(text)
        .or(TARGET.UNIT_ID.startsWith(text.toUpperCase(Locale.ROOT)))
        .or(TARGET.UNIT_ID.startsWith(text));
  }

  /** A city's code stands for its counties as well. */
  private static Condition region(@Nullable String region) {
    return region == null
        ? noCondition()
        : TARGET.REGION_CODE.startsWith(region.replaceFirst("(00){1,2}$", ""));
  }

  private static Condition warned(@Nullable Boolean warned) {
    if (warned == null) {
      return noCondition();
    }
    String[] none = {};
    return warned ? TARGET.WARNINGS.ne(none) : TARGET.WARNINGS.eq(none);
  }

  private static Condition equal(Field<String> field, @Nullable String value) {
    return value == null ? noCondition() : field.eq(value);
  }

  private static SortField<?> order(String sort) {
    boolean down = sort.startsWith("-");
    Field<?> field =
        switch (down ? sort.substring(1) : sort) {
          case "name" -> TARGET.NAME.collate(collation("zh-x-icu"));
          case "riskClass" -> TARGET.RISK_CLASS;
          case "updatedAt" -> TARGET.UPDATED_AT;
          default -> TARGET.UNIT_ID;
        };
    return down ? field.desc() : field.asc();
  }

  private static Row row(cn.sunlot.registry.store.jooq.tables.records.TargetRecord r) {
    var target =
        new Target(
            r.getId(),
            r.getAuthorityId(),
            r.getUnitId(),
            r.getName(),
            r.getKind(),
            r.getRegionCode(),
            r.getAddress(),
            r.getRiskClass(),
            Set.of(r.getTags()),
            r.getStatus(),
            r.getResponsiblePerson(),
            r.getContact(),
            r.getComplete());
    return new Row(target, List.of(r.getWarnings()), r.getUpdatedAt(), r.getVersion());
  }
}
