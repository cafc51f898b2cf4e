package cn.sunlot.burden.store;

import static cn.sunlot.burden.store.jooq.Tables.MARK;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import cn.sunlot.burden.Burden;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.registry.Survivors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Marks as rows; the counts are queries. */
@Repository
@Transactional
class BurdenStore implements Burden {

  private static final Table<?> SURVIVORS = table(name(Survivors.VIEW.split("\\."))).as("s");
  private static final Field<UUID> MERGED_ID = field(name("s", "id"), UUID.class);
  private static final Field<UUID> SURVIVOR_ID = field(name("s", "survivor_id"), UUID.class);

  private final DSLContext database;
  private final Survivors survivors;

  BurdenStore(DSLContext database, Survivors survivors) {
    this.database = database;
    this.survivors = survivors;
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
                  row.setDepartmentIds(mark.departmentIds().toArray(UUID[]::new));
                  row.setTargetId(mark.targetId());
                  row.setItemIds(mark.itemIds().toArray(UUID[]::new));
                  row.setDay(mark.day());
                  row.setKind(Lifecycle.wireName(mark.kind()));
                  row.setJoint(mark.joint());
                  row.setSource(Lifecycle.wireName(mark.source()));
                  row.setRef(mark.ref());
                  return row;
                })
            .toList();
    database.batchInsert(rows).execute();
  }

  /** What a merged target was drawn as counts for the one that stands for it, once. */
  @Override
  public Map<UUID, Integer> count(Counted marks) {
    Field<UUID> target = coalesce(SURVIVOR_ID, MARK.TARGET_ID);
    return database
        .select(target, countDistinct(MARK.REF))
        .from(MARK)
        .leftJoin(SURVIVORS)
        .on(MERGED_ID.eq(MARK.TARGET_ID))
        .where(MARK.AUTHORITY_ID.eq(marks.authorityId()).and(inYear(marks.year())))
        .and(MARK.KIND.ne(Lifecycle.wireName(Kind.CAUSED)))
        .and(marks.itemIds().isEmpty() ? noCondition() : overlaps(MARK.ITEM_IDS, marks.itemIds()))
        .and(marks.jointOnly() ? MARK.JOINT.isTrue() : noCondition())
        .and(
            marks.departmentIds().isEmpty()
                ? noCondition()
                : overlaps(MARK.DEPARTMENT_IDS, marks.departmentIds()))
        .groupBy(target)
        .fetchMap(target, countDistinct(MARK.REF));
  }

  @Override
  public List<Mark> listMarks(UUID targetId, int year) {
    return database
        .selectFrom(MARK)
        .where(MARK.TARGET_ID.in(survivors.listWithAbsorbed(targetId)).and(inYear(year)))
        .orderBy(MARK.DAY, MARK.ID)
        .fetch(
            r ->
                new Mark(
                    r.getAuthorityId(),
                    Set.of(r.getDepartmentIds()),
                    r.getTargetId(),
                    Set.of(r.getItemIds()),
                    r.getDay(),
                    Lifecycle.parse(Kind.class, r.getKind()),
                    r.getJoint(),
                    Lifecycle.parse(Source.class, r.getSource()),
                    r.getRef()));
  }

  private static Condition overlaps(Field<UUID[]> column, Set<UUID> ids) {
    return arrayOverlap(column, val(ids.toArray(UUID[]::new)));
  }

  private static Condition inYear(int year) {
    return MARK.DAY.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
