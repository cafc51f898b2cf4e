package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.Targets.NAME;
import static cn.sunlot.credit.store.Targets.RISK_CLASS;
import static cn.sunlot.credit.store.Targets.TARGETS;
import static cn.sunlot.credit.store.Targets.UNIT_ID;
import static cn.sunlot.credit.store.jooq.Tables.LIST_ENTRY;
import static cn.sunlot.credit.store.jooq.Tables.OBSERVATION;
import static cn.sunlot.credit.store.jooq.Tables.SCORE;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Credit records, one per target, for export. */
@Repository
@Transactional(readOnly = true)
public class RecordSearch {

  /** Which records; null does not narrow. */
  public record Filter(@Nullable String riskClass, @Nullable ListKind list) {}

  /**
   * A record.
   *
   * @param score in hundredths, or null where there is none
   * @param lists lists that it stands on today
   * @param problems inspections of the last three years at which a problem was found
   */
  public record Row(
      String unitId,
      String name,
      String riskClass,
      @Nullable Integer score,
      List<String> lists,
      int inspections,
      int problems) {}

  private static final int YEARS = 3;

  private final DSLContext database;
  private final Clock clock;

  RecordSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public int count(Scope scope, Filter filter) {
    return database.fetchCount(database.selectOne().from(TARGETS).where(condition(scope, filter)));
  }

  /** All records, by unit id, without holding them in memory. */
  public void forEach(Scope scope, Filter filter, Consumer<Row> take) {
    Field<String[]> lists =
        field(
            select(coalesce(arrayAgg(LIST_ENTRY.LIST).orderBy(LIST_ENTRY.LIST), val(new String[0])))
                .from(LIST_ENTRY)
                .where(LIST_ENTRY.TARGET_ID.eq(Targets.ID).and(active())));
    Field<Integer> inspections =
        seen("inspection-passed", "inspection-problem", "inspection-other");
    Field<Integer> problems = seen("inspection-problem");
    try (Cursor<?> rows =
        database
            .select(UNIT_ID, NAME, RISK_CLASS, SCORE.SCORE_, lists, inspections, problems)
            .from(TARGETS)
            .leftJoin(SCORE)
            .on(SCORE.TARGET_ID.eq(Targets.ID))
            .where(condition(scope, filter))
            .orderBy(UNIT_ID)
            .fetchSize(1_000)
            .fetchLazy()) {
      rows.forEach(
          r ->
              take.accept(
                  new Row(
                      r.get(UNIT_ID),
                      r.get(NAME),
                      r.get(RISK_CLASS),
                      r.get(SCORE.SCORE_),
                      List.of(r.get(lists)),
                      r.get(inspections),
                      r.get(problems))));
    }
  }

  private Field<Integer> seen(String... kinds) {
    return field(
        select(DSL.count())
            .from(OBSERVATION)
            .where(OBSERVATION.TARGET_ID.eq(Targets.ID))
            .and(OBSERVATION.SUPERSEDED_BY.isNull())
            .and(OBSERVATION.DAY.gt(LocalDate.now(clock).minusYears(YEARS)))
            .and(OBSERVATION.KIND.in(kinds)));
  }

  private Condition condition(Scope scope, Filter filter) {
    return Targets.of(scope)
        .and(Targets.STATUS.eq("active"))
        .and(filter.riskClass() == null ? noCondition() : RISK_CLASS.eq(filter.riskClass()))
        .and(
            filter.list() == null
                ? noCondition()
                : Targets.ID.in(
                    select(LIST_ENTRY.TARGET_ID)
                        .from(LIST_ENTRY)
                        .where(LIST_ENTRY.LIST.eq(Lifecycle.wireName(filter.list())))
                        .and(active())));
  }

  private Condition active() {
    LocalDate today = LocalDate.now(clock);
    return LIST_ENTRY
        .SUPERSEDED_BY
        .isNull()
        .and(LIST_ENTRY.FROM_DAY.le(today))
        .and(LIST_ENTRY.UNTIL_DAY.isNull().or(LIST_ENTRY.UNTIL_DAY.ge(today)))
        .and(LIST_ENTRY.ENDED_ON.isNull().or(LIST_ENTRY.ENDED_ON.gt(today)));
  }
}
