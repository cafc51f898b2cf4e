package cn.sunlot.drawing.store;

import static cn.sunlot.drawing.store.jooq.Tables.COMMITMENT;
import static cn.sunlot.drawing.store.jooq.Tables.DRAW;
import static cn.sunlot.drawing.store.jooq.Tables.DRAWN_TARGET;
import static cn.sunlot.drawing.store.jooq.Tables.EXCLUDED_REASON;
import static cn.sunlot.drawing.store.jooq.Tables.FILLED_SLOT;
import static cn.sunlot.drawing.store.jooq.Tables.OUTCOME;
import static cn.sunlot.drawing.store.jooq.Tables.STRATUM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import java.time.Instant;
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

/** Lists of draws, and the small tables of one. */
@Repository
@Transactional(readOnly = true)
public class DrawSearch {

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(
      @Nullable String q,
      @Nullable String state,
      @Nullable String purpose,
      @Nullable UUID taskId) {}

  /**
   * A row of the list.
   *
   * @param drawn drawn targets or filled slots of all rounds
   */
  public record Row(
      UUID id,
      String number,
      String ref,
      String purpose,
      String state,
      UUID taskId,
      String taskNumber,
      UUID departmentId,
      int poolSize,
      int frameSize,
      int drawn,
      Instant preparedAt,
      @Nullable Instant revealBy,
      @Nullable Instant openBy,
      @Nullable Instant drawnAt) {}

  /** A stratum with its rule and quota; {@code weighted} if not all its weights are 1. */
  public record StratumRow(
      String stratum,
      int size,
      @Nullable Integer rateBp,
      @Nullable Integer count,
      int quota,
      boolean weighted) {}

  private final DSLContext database;

  DrawSearch(DSLContext database) {
    this.database = database;
  }

  /**
   * A page of draws.
   *
   * @param sort {@code preparedAt}, {@code number}; with {@code -} before it the other way round
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = scope.covers(DRAW.DEPARTMENT_ID).and(condition(filter));
    Field<Integer> drawn = drawn();
    Field<Instant> drawnAt =
        field(
            select(OUTCOME.AT)
                .from(OUTCOME)
                .where(OUTCOME.DRAW_ID.eq(DRAW.ID).and(OUTCOME.R.eq(0))));
    List<Row> rows =
        database
            .select(DRAW.asterisk(), COMMITMENT.REVEAL_BY, COMMITMENT.OPEN_BY, drawn, drawnAt)
            .from(DRAW)
            .leftJoin(COMMITMENT)
            .on(COMMITMENT.DRAW_ID.eq(DRAW.ID))
            .where(condition)
            .orderBy(order(sort), DRAW.ID.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r ->
                    new Row(
                        r.get(DRAW.ID),
                        r.get(DRAW.NUMBER),
                        r.get(DRAW.REF),
                        r.get(DRAW.PURPOSE),
                        r.get(DRAW.STATE),
                        r.get(DRAW.TASK_ID),
                        r.get(DRAW.TASK_NUMBER),
                        r.get(DRAW.DEPARTMENT_ID),
                        r.get(DRAW.POOL_SIZE),
                        r.get(DRAW.FRAME_SIZE),
                        r.get(drawn),
                        r.get(DRAW.PREPARED_AT),
                        r.get(COMMITMENT.REVEAL_BY),
                        r.get(COMMITMENT.OPEN_BY),
                        r.get(drawnAt)));
    return Page.of(rows, database.fetchCount(DRAW, condition), request);
  }

  private static Field<Integer> drawn() {
    Field<Integer> targets =
        field(selectCount().from(DRAWN_TARGET).where(DRAWN_TARGET.DRAW_ID.eq(DRAW.ID)));
    Field<Integer> slots =
        field(selectCount().from(FILLED_SLOT).where(FILLED_SLOT.DRAW_ID.eq(DRAW.ID)));
    return targets.plus(slots).as("drawn");
  }

  private static Condition condition(Filter filter) {
    Condition condition = noCondition();
    if (filter.q() != null && !filter.q().isBlank()) {
      String q = filter.q().strip();
      condition = DRAW.REF.containsIgnoreCase(q).or(DRAW.TASK_NUMBER.containsIgnoreCase(q));
    }
    if (filter.state() != null) {
      condition = condition.and(DRAW.STATE.eq(filter.state()));
    }
    if (filter.purpose() != null) {
      condition = condition.and(DRAW.PURPOSE.eq(filter.purpose()));
    }
    return filter.taskId() == null ? condition : condition.and(DRAW.TASK_ID.eq(filter.taskId()));
  }

  private static SortField<?> order(String sort) {
    Field<?> by = sort.endsWith("number") ? DRAW.NUMBER : DRAW.PREPARED_AT;
    return sort.startsWith("-") ? by.desc() : by.asc();
  }

  /** Strata of a draw of targets. */
  public List<StratumRow> listStrata(UUID drawId) {
    return database
        .selectFrom(STRATUM)
        .where(STRATUM.DRAW_ID.eq(drawId))
        .orderBy(STRATUM.STRATUM_)
        .fetch(
            s ->
                new StratumRow(
                    s.getStratum(),
                    s.getSize(),
                    s.getRateBp(),
                    s.getCount(),
                    s.getQuota(),
                    s.getWeighted()));
  }

  /** How many units of the pool were excluded for which reason. */
  public Map<String, Integer> countExcluded(UUID drawId) {
    return database
        .selectFrom(EXCLUDED_REASON)
        .where(EXCLUDED_REASON.DRAW_ID.eq(drawId))
        .orderBy(EXCLUDED_REASON.REASON)
        .fetchMap(EXCLUDED_REASON.REASON, EXCLUDED_REASON.UNITS);
  }
}
