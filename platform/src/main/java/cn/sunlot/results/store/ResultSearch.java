package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.DUE;
import static cn.sunlot.results.store.jooq.Tables.REPORT;
import static cn.sunlot.results.store.jooq.Tables.RESULT;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.VisitDue.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of results and reports for screens. */
@Component
@Transactional(readOnly = true)
public class ResultSearch {

  /**
   * A row of the list of results.
   *
   * @param publishDue until when the results of its department at the visit are public
   * @param publishedOn when they were, or null
   */
  public record ResultRow(
      UUID id,
      String number,
      int revision,
      String unitId,
      String targetName,
      UUID taskId,
      UUID visitId,
      UUID itemVersionId,
      LocalDate visitedOn,
      String type,
      String state,
      @Nullable DueDate publishDue,
      @Nullable LocalDate publishedOn) {}

  private final DSLContext database;

  ResultSearch(DSLContext database) {
    this.database = database;
  }

  /** Results of the scope, the latest visits first. */
  public Page<ResultRow> page(
      Scope scope,
      @Nullable String q,
      @Nullable String state,
      @Nullable String type,
      @Nullable UUID taskId,
      Page.Request request) {
    Condition condition =
        scope
            .covers(RESULT.DEPARTMENT_ID)
            .and(state == null ? noCondition() : RESULT.STATE.eq(state))
            .and(type == null ? noCondition() : RESULT.TYPE.eq(type))
            .and(taskId == null ? noCondition() : RESULT.TASK_ID.eq(taskId))
            .and(
                q == null
                    ? noCondition()
                    : RESULT
                        .TARGET_NAME
                        .contains(q)
                        .or(RESULT.UNIT_ID.contains(q))
                        .or(RESULT.NUMBER.contains(q)));
    List<ResultRow> rows =
        database
            .select(RESULT.fields())
            .select(DUE.LAST_DAY, DUE.PROVISIONAL, DUE.DONE_ON)
            .from(RESULT)
            .leftJoin(DUE)
            .on(DUE.VISIT_ID.eq(RESULT.VISIT_ID))
            .and(DUE.DEPARTMENT_ID.eq(RESULT.DEPARTMENT_ID))
            .and(DUE.KIND.eq(Lifecycle.wireName(Kind.PUBLICATION)))
            .where(condition)
            .orderBy(RESULT.VISITED_ON.desc(), RESULT.NUMBER.desc(), RESULT.REVISION.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(ResultSearch::row);
    return Page.of(rows, database.fetchCount(RESULT, condition), request);
  }

  private static ResultRow row(Record r) {
    LocalDate lastDay = r.get(DUE.LAST_DAY);
    return new ResultRow(
        r.get(RESULT.ID),
        r.get(RESULT.NUMBER),
        r.get(RESULT.REVISION),
        r.get(RESULT.UNIT_ID),
        r.get(RESULT.TARGET_NAME),
        r.get(RESULT.TASK_ID),
        r.get(RESULT.VISIT_ID),
        r.get(RESULT.ITEM_VERSION_ID),
        r.get(RESULT.VISITED_ON),
        r.get(RESULT.TYPE),
        r.get(RESULT.STATE),
        lastDay == null ? null : new DueDate(lastDay, r.get(DUE.PROVISIONAL)),
        r.get(DUE.DONE_ON));
  }

  /** Reports of the scope, what is due first at the top. */
  public Page<Report> pageReports(Scope scope, @Nullable String state, Page.Request request) {
    Condition condition =
        scope
            .covers(REPORT.DEPARTMENT_ID)
            .and(state == null ? noCondition() : REPORT.STATE.eq(state));
    List<Report> rows =
        database
            .selectFrom(REPORT)
            .where(condition)
            .orderBy(
                REPORT.PUBLISHED_AT.asc().nullsFirst(),
                REPORT.DUE.asc().nullsLast(),
                REPORT.TASK_NUMBER)
            .limit(request.size())
            .offset(request.offset())
            .fetch(ReportStore::report);
    return Page.of(rows, database.fetchCount(REPORT, condition), request);
  }
}
