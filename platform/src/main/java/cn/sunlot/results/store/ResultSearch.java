package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.REPORT;
import static cn.sunlot.results.store.jooq.Tables.RESULT;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.results.domain.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of results and reports for screens. */
@Component
@Transactional(readOnly = true)
public class ResultSearch {

  /** A row of the list of results. */
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
      String state) {}

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
            .selectFrom(RESULT)
            .where(condition)
            .orderBy(RESULT.VISITED_ON.desc(), RESULT.NUMBER.desc(), RESULT.REVISION.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r ->
                    new ResultRow(
                        r.getId(),
                        r.getNumber(),
                        r.getRevision(),
                        r.getUnitId(),
                        r.getTargetName(),
                        r.getTaskId(),
                        r.getVisitId(),
                        r.getItemVersionId(),
                        r.getVisitedOn(),
                        r.getType(),
                        r.getState()));
    return Page.of(rows, database.fetchCount(RESULT, condition), request);
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
