package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.ITEM;

import cn.sunlot.portal.store.jooq.tables.records.ItemRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The public item list. */
@Repository
@Transactional(readOnly = true)
public class ItemSearch {

  private final DSLContext database;

  ItemSearch(DSLContext database) {
    this.database = database;
  }

  /** Items in force on a day, by body and code. */
  public List<ItemRecord> listInForce(LocalDate day) {
    return list(ITEM.FROM_DAY.le(day).and(ITEM.UNTIL_DAY.isNull().or(ITEM.UNTIL_DAY.ge(day))));
  }

  /** Items that were published to begin later. */
  public List<ItemRecord> listComing(LocalDate day) {
    return list(ITEM.FROM_DAY.gt(day));
  }

  public Optional<ItemRecord> find(UUID versionId) {
    return database.selectFrom(ITEM).where(ITEM.ID.eq(versionId)).fetchOptional();
  }

  /** All versions of an item, the first one first. */
  public List<ItemRecord> listVersions(UUID itemId) {
    return database.selectFrom(ITEM).where(ITEM.ITEM_ID.eq(itemId)).orderBy(ITEM.NUMBER).fetch();
  }

  private List<ItemRecord> list(Condition condition) {
    return database
        .selectFrom(ITEM)
        .where(condition)
        .orderBy(ITEM.AUTHORITY, ITEM.CODE, ITEM.NUMBER)
        .fetch();
  }
}
