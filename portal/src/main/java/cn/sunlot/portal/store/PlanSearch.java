package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.PLAN;
import static cn.sunlot.portal.store.jooq.Tables.PLAN_LINE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.sunlot.portal.store.jooq.tables.Plan;
import cn.sunlot.portal.store.jooq.tables.records.PlanLineRecord;
import cn.sunlot.portal.store.jooq.tables.records.PlanRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Published plans. */
@Repository
@Transactional(readOnly = true)
public class PlanSearch {

  private final DSLContext database;

  PlanSearch(DSLContext database) {
    this.database = database;
  }

  /** Plans as they stand, newest first. */
  public Page<PlanRecord> page(int number) {
    int total = database.fetchCount(PLAN, newest());
    List<PlanRecord> rows =
        database
            .selectFrom(PLAN)
            .where(newest())
            .orderBy(PLAN.PUBLISHED_AT.desc(), PLAN.PLAN_ID)
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, total, number);
  }

  /** All published versions of a plan, the first one first. */
  public List<PlanRecord> listVersions(UUID planId) {
    return database.selectFrom(PLAN).where(PLAN.PLAN_ID.eq(planId)).orderBy(PLAN.VERSION).fetch();
  }

  /** Lines of a version, in their order. */
  public List<PlanLineRecord> listLines(UUID planId, int version) {
    return database
        .selectFrom(PLAN_LINE)
        .where(PLAN_LINE.PLAN_ID.eq(planId).and(PLAN_LINE.VERSION.eq(version)))
        .orderBy(PLAN_LINE.POSITION)
        .fetch();
  }

  private static Condition newest() {
    Plan other = PLAN.as("other");
    return PLAN.VERSION.eq(
        select(max(other.VERSION)).from(other).where(other.PLAN_ID.eq(PLAN.PLAN_ID)));
  }
}
