package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.LINE;
import static cn.sunlot.planning.store.jooq.Tables.PLAN;
import static cn.sunlot.planning.store.jooq.Tables.PLAN_VERSION;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.PlannedLine.Source;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lines of all plans of a year. */
@Repository
@Transactional(readOnly = true)
public class LineSearch {

  /** A line with the plan that has it. */
  public record Row(Line line, Place place) {}

  private final DSLContext database;

  LineSearch(DSLContext database) {
    this.database = database;
  }

  /** Lines of the authority's plans as their current versions have them, by plan and place. */
  public List<Row> listOfYear(Scope scope, int year) {
    return database
        .select()
        .from(PLAN)
        .join(PLAN_VERSION)
        .on(PLAN_VERSION.ID.eq(PLAN.CURRENT_ID))
        .join(LINE)
        .on(LINE.PLAN_VERSION_ID.eq(PLAN_VERSION.ID))
        .where(scope.shares(PLAN.AUTHORITY_ID))
        .and(PLAN.YEAR.eq(year))
        .and(PLAN_VERSION.STATE.ne(Lifecycle.wireName(PlanState.DISCARDED)))
        .orderBy(PLAN.NUMBER, LINE.POSITION)
        .fetch(r -> new Row(LineRow.read(r.into(LINE)), place(r)));
  }

  private static Place place(Record r) {
    return new Place(
        Source.PLAN,
        r.get(PLAN.ID),
        r.get(PLAN.NUMBER),
        r.get(PLAN_VERSION.TITLE),
        r.get(PLAN.DEPARTMENT_ID),
        r.get(PLAN_VERSION.STATE),
        r.get(PLAN_VERSION.DRAFTED_BY));
  }
}
