package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_CHANGE;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_INTEREST;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_LEAVE;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.KnownInspector;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lists of inspectors. */
@Repository
@Transactional(readOnly = true)
public class InspectorSearch {

  /**
   * What a list is narrowed to; null does not narrow.
   *
   * @param licenceBefore only licences that end before this day
   */
  public record Filter(
      @Nullable String q,
      @Nullable UUID departmentId,
      @Nullable String qualification,
      @Nullable Boolean active,
      @Nullable LocalDate licenceBefore) {}

  /** Leave with its key. */
  public record LeaveRow(UUID id, LocalDate from, LocalDate to, String reason) {}

  /** A declared interest. */
  public record InterestRow(
      UUID targetId, String unitId, String targetName, String reason, Instant declaredAt) {}

  /**
   * A change of an inspector.
   *
   * @param changes field → before and after
   */
  public record Change(
      Instant at,
      @Nullable UUID personId,
      @Nullable UUID importId,
      String reason,
      Map<String, List<Object>> changes) {}

  private static final TypeReference<Map<String, List<Object>>> CHANGES = new TypeReference<>() {};

  private final DSLContext database;
  private final ObjectMapper json;

  InspectorSearch(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A page of the inspectors of an authority.
   *
   * @param sort {@code name} (by pinyin), {@code licenceNumber}, {@code licenceUntil}; with {@code
   *     -} before it the other way round
   */
  public Page<KnownInspector> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = condition(scope, filter);
    List<KnownInspector> rows =
        database
            .selectFrom(INSPECTOR)
            .where(condition)
            .orderBy(order(sort), INSPECTOR.LICENCE_NUMBER.asc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(InspectorStore::read);
    return Page.of(rows, database.fetchCount(INSPECTOR, condition), request);
  }

  /** Active inspectors whose licence ends before this day, what ends first at the top. */
  public List<KnownInspector> listExpiring(Scope scope, LocalDate before) {
    return database
        .selectFrom(INSPECTOR)
        .where(condition(scope, new Filter(null, null, null, true, before)))
        .orderBy(INSPECTOR.LICENCE_UNTIL, INSPECTOR.NAME)
        .fetch(InspectorStore::read);
  }

  public List<LeaveRow> listLeave(Scope scope, UUID inspectorId) {
    return database
        .selectFrom(INSPECTOR_LEAVE)
        .where(
            scope
                .shares(INSPECTOR_LEAVE.AUTHORITY_ID)
                .and(INSPECTOR_LEAVE.INSPECTOR_ID.eq(inspectorId)))
        .orderBy(INSPECTOR_LEAVE.FROM_DAY, INSPECTOR_LEAVE.ID)
        .fetch(r -> new LeaveRow(r.getId(), r.getFromDay(), r.getToDay(), r.getReason()));
  }

  public List<InterestRow> listInterests(Scope scope, UUID inspectorId) {
    return database
        .select(
            TARGET.ID,
            TARGET.UNIT_ID,
            TARGET.NAME,
            INSPECTOR_INTEREST.REASON,
            INSPECTOR_INTEREST.DECLARED_AT)
        .from(INSPECTOR_INTEREST)
        .join(TARGET)
        .on(TARGET.ID.eq(INSPECTOR_INTEREST.TARGET_ID))
        .where(
            scope
                .shares(INSPECTOR_INTEREST.AUTHORITY_ID)
                .and(INSPECTOR_INTEREST.INSPECTOR_ID.eq(inspectorId)))
        .orderBy(TARGET.UNIT_ID)
        .fetch(r -> new InterestRow(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
  }

  /** The history of an inspector, newest first. */
  public List<Change> listChanges(Scope scope, UUID inspectorId) {
    return database
        .selectFrom(INSPECTOR_CHANGE)
        .where(
            scope
                .shares(INSPECTOR_CHANGE.AUTHORITY_ID)
                .and(INSPECTOR_CHANGE.INSPECTOR_ID.eq(inspectorId)))
        .orderBy(INSPECTOR_CHANGE.AT.desc(), INSPECTOR_CHANGE.ID.desc())
        .fetch(
            r ->
                new Change(
                    r.getAt(),
                    r.getPersonId(),
                    r.getImportId(),
                    r.getReason(),
                    json.readValue(r.getChanges().data(), CHANGES)));
  }

  private static Condition condition(Scope scope, Filter filter) {
    return scope
        .shares(INSPECTOR.AUTHORITY_ID)
        .and(
            filter.q() == null
                ? noCondition()
                : INSPECTOR
                    .NAME
                    .contains(filter.q())
                    .or(INSPECTOR.LICENCE_NUMBER.startsWith(filter.q())))
        .and(
            filter.departmentId() == null
                ? noCondition()
                : INSPECTOR.DEPARTMENT_ID.eq(filter.departmentId()))
        .and(
            filter.qualification() == null
                ? noCondition()
                : holds(INSPECTOR.QUALIFICATIONS, filter.qualification())
                    .or(holds(INSPECTOR.SPECIALITIES, filter.qualification())))
        .and(filter.active() == null ? noCondition() : INSPECTOR.ACTIVE.eq(filter.active()))
        .and(
            filter.licenceBefore() == null
                ? noCondition()
                : INSPECTOR.LICENCE_UNTIL.lt(filter.licenceBefore()));
  }

  private static Condition holds(Field<String[]> tags, String tag) {
    return arrayOverlap(tags, val(new String[] {tag}, tags));
  }

  private static SortField<?> order(String sort) {
    boolean down = sort.startsWith("-");
    Field<?> field =
        switch (down ? sort.substring(1) : sort) {
          case "name" -> INSPECTOR.NAME.collate(collation("zh-x-icu"));
          case "licenceUntil" -> INSPECTOR.LICENCE_UNTIL;
          default -> INSPECTOR.LICENCE_NUMBER;
        };
    return down ? field.desc() : field.asc();
  }
}
