package cn.sunlot.burden.store;

import static cn.sunlot.burden.store.jooq.Tables.MARK;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.sunlot.burden.Burden;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Marks as rows; the counts are queries. */
@Repository
@Transactional
class BurdenStore implements Burden {

  private final DSLContext database;

  BurdenStore(DSLContext database) {
    this.database = database;
  }

  @Override
  public void record(List<Mark> marks) {
    var rows =
        marks.stream()
            .map(
                mark -> {
                  var row = database.newRecord(MARK);
                  row.setId(Ids.next());
                  row.setAuthorityId(mark.authorityId());
                  row.setTargetId(mark.targetId());
                  row.setItemIds(mark.itemIds().toArray(UUID[]::new));
                  row.setDay(mark.day());
                  row.setSource(Lifecycle.wireName(mark.source()));
                  row.setRef(mark.ref());
                  return row;
                })
            .toList();
    database.batchInsert(rows).execute();
  }

  @Override
  public Map<UUID, Integer> countDrawn(UUID authorityId, Collection<UUID> itemIds, int year) {
    return count(authorityId, year, arrayOverlap(MARK.ITEM_IDS, val(itemIds.toArray(UUID[]::new))));
  }

  @Override
  public Map<UUID, Integer> countDrawnAny(UUID authorityId, int year) {
    return count(authorityId, year, noCondition());
  }

  @Override
  public List<Mark> listMarks(UUID targetId, int year) {
    return database
        .selectFrom(MARK)
        .where(MARK.TARGET_ID.eq(targetId).and(inYear(year)))
        .orderBy(MARK.DAY, MARK.ID)
        .fetch(
            r ->
                new Mark(
                    r.getAuthorityId(),
                    r.getTargetId(),
                    Set.of(r.getItemIds()),
                    r.getDay(),
                    Lifecycle.parse(Source.class, r.getSource()),
                    r.getRef()));
  }

  private Map<UUID, Integer> count(UUID authorityId, int year, Condition more) {
    return database
        .select(MARK.TARGET_ID, countDistinct(MARK.REF))
        .from(MARK)
        .where(MARK.AUTHORITY_ID.eq(authorityId).and(inYear(year)).and(more))
        .groupBy(MARK.TARGET_ID)
        .fetchMap(MARK.TARGET_ID, countDistinct(MARK.REF));
  }

  private static Condition inYear(int year) {
    return MARK.DAY.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
