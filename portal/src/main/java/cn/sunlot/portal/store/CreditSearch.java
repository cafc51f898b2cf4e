package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.LIST_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.portal.store.jooq.tables.records.ListEntryRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the lists that the law makes public. */
@Repository
@Transactional(readOnly = true)
public class CreditSearch {

  /**
   * What is looked for; null where nothing is said.
   *
   * @param text name or part of it, or a credit code
   * @param list wire name of a list
   * @param day an entry is shown to its last day
   */
  public record Query(@Nullable SearchText text, @Nullable String list, LocalDate day) {}

  private final DSLContext database;

  CreditSearch(DSLContext database) {
    this.database = database;
  }

  /** Entries in force, the newest first. */
  public Page<ListEntryRecord> page(Query query, int number) {
    Condition condition = condition(query);
    int total =
        database.fetchCount(
            database.selectOne().from(LIST_ENTRY).where(condition).limit(Page.COUNTED + 1));
    List<ListEntryRecord> rows =
        database
            .selectFrom(LIST_ENTRY)
            .where(condition)
            .orderBy(LIST_ENTRY.FROM_DAY.desc(), LIST_ENTRY.ID.desc())
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, total, number);
  }

  /** The same as a stream; to be closed. */
  public Stream<ListEntryRecord> stream(Query query, int limit) {
    return database
        .selectFrom(LIST_ENTRY)
        .where(condition(query))
        .orderBy(LIST_ENTRY.FROM_DAY.desc(), LIST_ENTRY.ID.desc())
        .limit(limit)
        .fetchSize(500)
        .fetchStream();
  }

  private static Condition condition(Query query) {
    SearchText text = query.text();
    return LIST_ENTRY
        .UNTIL_DAY
        .isNull()
        .or(LIST_ENTRY.UNTIL_DAY.ge(query.day()))
        .and(query.list() == null ? noCondition() : LIST_ENTRY.LIST.eq(query.list()))
        .and(
            text == null
                ? noCondition()
                : Found.by(text, LIST_ENTRY.NAME_PIECES, LIST_ENTRY.NAME_KEY, LIST_ENTRY.UNIT_ID));
  }
}
