package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.Targets.NAME;
import static cn.sunlot.credit.store.Targets.TARGETS;
import static cn.sunlot.credit.store.Targets.UNIT_ID;
import static cn.sunlot.credit.store.jooq.Tables.LIST_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who stands on which list. */
@Repository
@Transactional(readOnly = true)
public class ListSearch {

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(@Nullable String q, @Nullable ListKind list, @Nullable Boolean active) {}

  /**
   * A row.
   *
   * @param enteredBy null where no person entered it
   */
  public record Row(
      ListEntry entry,
      String unitId,
      String name,
      String source,
      @Nullable UUID enteredBy,
      Instant enteredAt) {}

  private final DSLContext database;
  private final Clock clock;

  ListSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Entries as they stand, newest first; what was corrected shows with its target only. */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request) {
    Condition condition =
        scope
            .shares(LIST_ENTRY.AUTHORITY_ID)
            .and(LIST_ENTRY.SUPERSEDED_BY.isNull())
            .and(Targets.found(filter.q()))
            .and(
                filter.list() == null
                    ? noCondition()
                    : LIST_ENTRY.LIST.eq(Lifecycle.wireName(filter.list())))
            .and(active(filter.active()));
    List<Row> rows =
        database
            .select(LIST_ENTRY.asterisk(), UNIT_ID, NAME)
            .from(LIST_ENTRY)
            .join(TARGETS)
            .on(Targets.ID.eq(LIST_ENTRY.TARGET_ID))
            .where(condition)
            .orderBy(LIST_ENTRY.FROM_DAY.desc(), LIST_ENTRY.ID.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(ListSearch::row);
    int total =
        database.fetchCount(
            database
                .selectOne()
                .from(LIST_ENTRY)
                .join(TARGETS)
                .on(Targets.ID.eq(LIST_ENTRY.TARGET_ID))
                .where(condition));
    return Page.of(rows, total, request);
  }

  /** All entries of a target, corrected ones too, newest first. */
  public List<Row> listOfTarget(Scope scope, UUID targetId) {
    return database
        .select(LIST_ENTRY.asterisk(), UNIT_ID, NAME)
        .from(LIST_ENTRY)
        .join(TARGETS)
        .on(Targets.ID.eq(LIST_ENTRY.TARGET_ID))
        .where(scope.shares(LIST_ENTRY.AUTHORITY_ID).and(LIST_ENTRY.TARGET_ID.eq(targetId)))
        .orderBy(LIST_ENTRY.FROM_DAY.desc(), LIST_ENTRY.ID.desc())
        .fetch(ListSearch::row);
  }

  /** List → how many targets stand on it today. */
  public Map<String, Integer> countPerList(Scope scope) {
    var number = org.jooq.impl.DSL.count();
    return new TreeMap<>(
        database
            .select(LIST_ENTRY.LIST, number)
            .from(LIST_ENTRY)
            .where(
                scope
                    .shares(LIST_ENTRY.AUTHORITY_ID)
                    .and(LIST_ENTRY.SUPERSEDED_BY.isNull())
                    .and(active(true)))
            .groupBy(LIST_ENTRY.LIST)
            .fetchMap(LIST_ENTRY.LIST, number));
  }

  private Condition active(@Nullable Boolean active) {
    if (active == null) {
      return noCondition();
    }
    LocalDate today = LocalDate.now(clock);
    Condition is =
        LIST_ENTRY
            .FROM_DAY
            .le(today)
            .and(LIST_ENTRY.UNTIL_DAY.isNull().or(LIST_ENTRY.UNTIL_DAY.ge(today)))
            .and(LIST_ENTRY.ENDED_ON.isNull().or(LIST_ENTRY.ENDED_ON.gt(today)));
    return active ? is : is.not();
  }

  private static Row row(Record r) {
    return new Row(
        ListStore.read(r.into(LIST_ENTRY)),
        r.get(UNIT_ID),
        r.get(NAME),
        r.get(LIST_ENTRY.SOURCE),
        r.get(LIST_ENTRY.ENTERED_BY),
        r.get(LIST_ENTRY.ENTERED_AT));
  }
}
