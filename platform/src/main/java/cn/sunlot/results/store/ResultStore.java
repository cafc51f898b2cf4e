package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.RESULT;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.jooq.tables.records.ResultRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves results. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ResultStore {

  private final DSLContext database;

  ResultStore(DSLContext database) {
    this.database = database;
  }

  public void add(Result result) {
    ResultRecord row = database.newRecord(RESULT);
    row.setId(result.id());
    row.setNumber(result.number());
    row.setRevision(result.revision());
    row.setAuthorityId(result.authorityId());
    row.setDepartmentId(result.departmentId());
    row.setVisitId(result.visitId());
    row.setTaskId(result.taskId());
    row.setItemVersionId(result.itemVersionId());
    row.setTargetId(result.targetId());
    row.setUnitId(result.unitId());
    row.setTargetName(result.targetName());
    row.setVisitedOn(result.visitedOn());
    row.setType(result.finding().type());
    row.setFinding(result.finding().finding());
    row.setMeasures(result.finding().measures().toArray(String[]::new));
    row.setHandling(result.finding().handling());
    row.setDirectReason(result.directReason());
    row.setState(Lifecycle.wireName(result.state()));
    row.setPublishedAt(result.publishedAt());
    row.set(RESULT.OBJECTION_UNTIL, day(result.objectionUntil()));
    row.setObjectionProvisional(isProvisional(result.objectionUntil()));
    row.setLimitedReason(result.limitedReason());
    row.setCorrectsId(result.correctsId());
    row.setCorrectionReason(result.correctionReason());
    row.setCorrectedBy(result.correctedBy());
    row.setVersion(result.version());
    row.insert();
  }

  public Result get(UUID id) {
    return list(RESULT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public Result lock(UUID id) {
    database.select(RESULT.ID).from(RESULT).where(RESULT.ID.eq(id)).forUpdate().fetch();
    return get(id);
  }

  /** Saves state and time of publication; what a result says is never saved again. */
  public void save(Result result) {
    int changed =
        database
            .update(RESULT)
            .set(RESULT.STATE, Lifecycle.wireName(result.state()))
            .set(RESULT.PUBLISHED_AT, result.publishedAt())
            .set(RESULT.OBJECTION_UNTIL, day(result.objectionUntil()))
            .set(RESULT.OBJECTION_PROVISIONAL, isProvisional(result.objectionUntil()))
            .set(RESULT.LIMITED_REASON, result.limitedReason())
            .set(RESULT.VERSION, result.version() + 1)
            .where(RESULT.ID.eq(result.id()).and(RESULT.VERSION.eq(result.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, result.version(), get(result.id()).version());
    }
  }

  public List<Result> listOfTask(UUID taskId) {
    return list(RESULT.TASK_ID.eq(taskId));
  }

  public List<Result> listOfVisit(UUID visitId) {
    return list(RESULT.VISIT_ID.eq(visitId));
  }

  /** All revisions of a result, the first one first. */
  public List<Result> listRevisions(UUID authorityId, String number) {
    return list(RESULT.AUTHORITY_ID.eq(authorityId).and(RESULT.NUMBER.eq(number)));
  }

  public List<Result> listPublished(UUID authorityId) {
    return list(RESULT.AUTHORITY_ID.eq(authorityId).and(RESULT.PUBLISHED_AT.isNotNull()));
  }

  private List<Result> list(Condition condition) {
    return database
        .selectFrom(RESULT)
        .where(condition)
        .orderBy(RESULT.PUBLISHED_AT.asc().nullsLast(), RESULT.NUMBER, RESULT.REVISION)
        .fetch(ResultStore::result);
  }

  /** Published results of all authorities whose last day for objections may still move, locked. */
  public List<Result> lockProvisional() {
    database
        .select(RESULT.ID)
        .from(RESULT)
        .where(RESULT.OBJECTION_PROVISIONAL)
        .orderBy(RESULT.ID)
        .forUpdate()
        .fetch();
    return list(RESULT.OBJECTION_PROVISIONAL.isTrue());
  }

  /** Saves another last day for objections of a locked result. */
  public void saveObjection(UUID id, @Nullable DueDate until) {
    database
        .update(RESULT)
        .set(RESULT.OBJECTION_UNTIL, day(until))
        .set(RESULT.OBJECTION_PROVISIONAL, isProvisional(until))
        .where(RESULT.ID.eq(id))
        .execute();
  }

  private static @Nullable LocalDate day(@Nullable DueDate due) {
    return due == null ? null : due.date();
  }

  private static boolean isProvisional(@Nullable DueDate due) {
    return due != null && due.provisional();
  }

  private static @Nullable DueDate objection(@Nullable LocalDate day, boolean provisional) {
    return day == null ? null : new DueDate(day, provisional);
  }

  static Result result(ResultRecord r) {
    return new Result(
        r.getId(),
        r.getNumber(),
        r.getRevision(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getVisitId(),
        r.getTaskId(),
        r.getItemVersionId(),
        r.getTargetId(),
        r.getUnitId(),
        r.getTargetName(),
        r.getVisitedOn(),
        new Statement(r.getType(), r.getFinding(), List.of(r.getMeasures()), r.getHandling()),
        r.getDirectReason(),
        Lifecycle.parse(ResultState.class, r.getState()),
        r.getPublishedAt(),
        objection(r.getObjectionUntil(), r.getObjectionProvisional()),
        r.getLimitedReason(),
        r.getCorrectsId(),
        r.getCorrectionReason(),
        r.getCorrectedBy(),
        r.getVersion());
  }
}
