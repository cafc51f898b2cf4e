package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.DUPLICATE;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.DuplicateRun;
import cn.sunlot.registry.store.jooq.tables.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of targets that look like one. */
@Repository
@Transactional(readOnly = true)
public class DuplicateSearch {

  /** One of the two, as a list shows it. */
  public record Side(
      UUID id, String unitId, String name, String regionCode, String kind, String status) {}

  /** A pair with what was decided of it. */
  public record Row(
      UUID id,
      Side first,
      Side second,
      List<String> signals,
      List<String> differing,
      String state,
      String reason,
      @Nullable UUID decidedBy,
      @Nullable Instant decidedAt,
      Instant foundAt,
      int version) {}

  /** Which pairs; null does not narrow. */
  public record Filter(
      @Nullable String state, @Nullable String signal, @Nullable UUID target, @Nullable String q) {}

  private static final Target FIRST = TARGET.as("one");
  private static final Target SECOND = TARGET.as("other");

  private final DSLContext database;
  private final DuplicateRunStore runs;

  DuplicateSearch(DSLContext database, DuplicateRunStore runs) {
    this.database = database;
    this.runs = runs;
  }

  /**
   * A page of pairs, those for which most speaks at the top. An open one of whose targets one was
   * merged meanwhile is not asked any more.
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request) {
    List<Row> rows =
        rows(condition(scope, filter))
            .orderBy(DUPLICATE.WEIGHT.desc(), DUPLICATE.ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(DuplicateSearch::row);
    return Page.of(rows, count(scope, filter), request);
  }

  private SelectConditionStep<Record> rows(Condition condition) {
    return database
        .select(DUPLICATE.asterisk())
        .select(fields(FIRST))
        .select(fields(SECOND))
        .from(DUPLICATE)
        .join(FIRST)
        .on(FIRST.ID.eq(DUPLICATE.FIRST_ID))
        .join(SECOND)
        .on(SECOND.ID.eq(DUPLICATE.SECOND_ID))
        .where(condition);
  }

  /** One pair. */
  public Row get(Scope scope, UUID id) {
    return rows(visible(scope).and(DUPLICATE.ID.eq(id)))
        .fetchOptional(DuplicateSearch::row)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The pair that two targets make, if they are known as one. */
  public Optional<Row> findPair(Scope scope, UUID one, UUID other) {
    return rows(visible(scope)
            .and(DUPLICATE.FIRST_ID.in(one, other))
            .and(DUPLICATE.SECOND_ID.in(one, other)))
        .fetchOptional(DuplicateSearch::row);
  }

  public long count(Scope scope, Filter filter) {
    return database
        .selectCount()
        .from(DUPLICATE)
        .join(FIRST)
        .on(FIRST.ID.eq(DUPLICATE.FIRST_ID))
        .join(SECOND)
        .on(SECOND.ID.eq(DUPLICATE.SECOND_ID))
        .where(condition(scope, filter))
        .fetchSingle()
        .value1();
  }

  /** The search that was started last in the authority. */
  public Optional<DuplicateRun> findLastRun(Scope scope) {
    return runs.findLast(scope.authorityId());
  }

  private static Condition visible(Scope scope) {
    return scope
        .shares(DUPLICATE.AUTHORITY_ID)
        .and(scope.coversRegion(FIRST.REGION_CODE))
        .and(scope.coversRegion(SECOND.REGION_CODE));
  }

  private static Condition condition(Scope scope, Filter filter) {
    UUID target = filter.target();
    String q = filter.q();
    return visible(scope)
        .and(
            DUPLICATE
                .STATE
                .ne("open")
                .or(FIRST.MERGED_INTO.isNull().and(SECOND.MERGED_INTO.isNull())))
        .and(filter.state() == null ? noCondition() : DUPLICATE.STATE.eq(filter.state()))
        .and(
            filter.signal() == null
                ? noCondition()
                : val(filter.signal()).eq(any(DUPLICATE.SIGNALS)))
        .and(
            target == null
                ? noCondition()
                : DUPLICATE.FIRST_ID.eq(target).or(DUPLICATE.SECOND_ID.eq(target)))
        .and(q == null || q.isBlank() ? noCondition() : found(q.strip()));
  }

  private static Condition found(String q) {
    return FIRST
        .NAME
        .contains(q)
        .or(SECOND.NAME.contains(q))
        .or(FIRST.UNIT_ID.containsIgnoreCase(q))
        .or(SECOND.UNIT_ID.containsIgnoreCase(q));
  }

  private static List<org.jooq.Field<?>> fields(Target side) {
    return List.of(side.ID, side.UNIT_ID, side.NAME, side.REGION_CODE, side.KIND, side.STATUS);
  }

  private static Row row(Record r) {
    return new Row(
        r.get(DUPLICATE.ID),
        side(r, FIRST),
        side(r, SECOND),
        List.of(r.get(DUPLICATE.SIGNALS)),
        List.of(r.get(DUPLICATE.DIFFERING)),
        r.get(DUPLICATE.STATE),
        r.get(DUPLICATE.REASON),
        r.get(DUPLICATE.DECIDED_BY),
        r.get(DUPLICATE.DECIDED_AT),
        r.get(DUPLICATE.FOUND_AT),
        r.get(DUPLICATE.VERSION));
  }

  private static Side side(Record r, Target side) {
    return new Side(
        r.get(side.ID),
        r.get(side.UNIT_ID),
        r.get(side.NAME),
        r.get(side.REGION_CODE),
        r.get(side.KIND),
        r.get(side.STATUS));
  }
}
