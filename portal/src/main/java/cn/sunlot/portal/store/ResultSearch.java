package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.RESULT;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.portal.store.jooq.tables.records.ResultRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Published results. */
@Repository
@Transactional(readOnly = true)
public class ResultSearch {

  /**
   * What is looked for; null where nothing is said.
   *
   * @param text name or part of it, or a credit code
   * @param type wire name of a kind of result
   * @param item code of an item
   * @param year year of the inspection
   */
  public record Query(
      @Nullable SearchText text,
      @Nullable String type,
      @Nullable String item,
      @Nullable Integer year,
      @Nullable UUID taskId) {

    public static Query all() {
      return new Query(null, null, null, null, null);
    }

    public static Query ofTask(UUID taskId) {
      return new Query(null, null, null, null, taskId);
    }
  }

  private final DSLContext database;

  ResultSearch(DSLContext database) {
    this.database = database;
  }

  /**
   * Results as they stand, newest first; what a correction replaced is on the page of the result.
   */
  public Page<ResultRecord> page(Query query, int number) {
    Condition condition = condition(query).and(RESULT.REPLACED_BY.isNull());
    SelectConditionStep<Record1<Integer>> counted =
        database.selectOne().from(RESULT).where(condition);
    int total = database.fetchCount(counted.limit(Page.COUNTED + 1));
    List<ResultRecord> rows =
        database
            .selectFrom(RESULT)
            .where(condition)
            .orderBy(RESULT.PUBLISHED_AT.desc(), RESULT.ID.desc())
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, total, number);
  }

  /** The newest ones as they stand. */
  public List<ResultRecord> listLatest(int limit) {
    return database
        .selectFrom(RESULT)
        .where(RESULT.REPLACED_BY.isNull())
        .orderBy(RESULT.PUBLISHED_AT.desc(), RESULT.ID.desc())
        .limit(limit)
        .fetch();
  }

  /** Every revision, originals and corrections, newest first; to be closed. */
  public Stream<ResultRecord> stream(Query query, int limit) {
    return database
        .selectFrom(RESULT)
        .where(condition(query))
        .orderBy(RESULT.PUBLISHED_AT.desc(), RESULT.ID.desc())
        .limit(limit)
        .fetchSize(500)
        .fetchStream();
  }

  /** All revisions of the result that this one belongs to, the original first. */
  public List<ResultRecord> listRevisions(UUID id) {
    Optional<ResultRecord> one =
        database.selectFrom(RESULT).where(RESULT.ID.eq(id)).fetchOptional();
    return one.map(
            r ->
                (List<ResultRecord>)
                    database
                        .selectFrom(RESULT)
                        .where(RESULT.AUTHORITY_ID.eq(r.getAuthorityId()))
                        .and(RESULT.NUMBER.eq(r.getNumber()))
                        .orderBy(RESULT.REVISION)
                        .fetch())
        .orElse(List.of());
  }

  private static Condition condition(Query query) {
    SearchText text = query.text();
    Integer year = query.year();
    return (text == null
            ? noCondition()
            : Found.by(text, RESULT.NAME_PIECES, RESULT.NAME_KEY, RESULT.UNIT_ID))
        .and(query.type() == null ? noCondition() : RESULT.TYPE.eq(query.type()))
        .and(query.item() == null ? noCondition() : RESULT.ITEM_CODE.eq(query.item()))
        .and(query.taskId() == null ? noCondition() : RESULT.TASK_ID.eq(query.taskId()))
        .and(
            year == null
                ? noCondition()
                : RESULT.VISITED_ON.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }
}
