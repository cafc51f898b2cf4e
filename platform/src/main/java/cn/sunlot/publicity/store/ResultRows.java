package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.RESULT;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.policy.Texts;
import cn.sunlot.publicity.store.jooq.tables.records.ResultRecord;
import cn.sunlot.results.Results.Published;
import cn.sunlot.tasking.Tasks.Task;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Public results and corrections. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ResultRows {

  /**
   * A result with its task, the plan line that the task carries out, and its item.
   *
   * @param title of the task, or "" where it would name somebody who is still to be visited
   * @param objectionBy the articles by which a target may object, of the rules that bind the task;
   *     empty where they offer no objection
   */
  public record Row(
      Published result,
      Owner owner,
      Task task,
      String title,
      Optional<PlanLine> line,
      ItemVersion item,
      List<Texts> objectionBy) {}

  private final DSLContext database;

  ResultRows(DSLContext database) {
    this.database = database;
  }

  /** Puts a result in place of what was shown of it; a correction marks the one it corrects. */
  public void replace(Row shown) {
    ResultRecord row = row(shown);
    UUID replacedBy =
        database
            .select(RESULT.ID)
            .from(RESULT)
            .where(RESULT.CORRECTS_ID.eq(row.getId()))
            .fetchOne(RESULT.ID);
    row.set(RESULT.REPLACED_BY, replacedBy);
    database.deleteFrom(RESULT).where(RESULT.ID.eq(row.getId())).execute();
    database.executeInsert(row);
    UUID corrected = row.getCorrectsId();
    if (corrected != null) {
      database
          .update(RESULT)
          .set(RESULT.REPLACED_BY, row.getId())
          .where(RESULT.ID.eq(corrected))
          .execute();
    }
  }

  private static ResultRecord row(Row from) {
    Published result = from.result();
    ResultRecord row = new ResultRecord();
    row.setId(result.id());
    row.setNumber(result.number());
    row.setRevision(result.revision());
    row.setAuthorityId(result.authorityId());
    row.setAuthority(from.owner().authority());
    row.setBody(from.owner().body());
    row.setDepartment(from.owner().department());
    row.setUnitId(result.unitId());
    row.setTargetName(result.targetName());
    row.set(RESULT.PLAN_ID, from.line().map(PlanLine::planId).orElse(null));
    row.setPlanNumber(from.line().map(PlanLine::planNumber).orElse(""));
    row.setPlanTitle(from.line().map(PlanLine::planTitle).orElse(""));
    row.setTaskId(from.task().id());
    row.setTaskNumber(from.task().number());
    row.setTaskTitle(from.title());
    row.setGround(from.task().ground());
    row.setItemId(from.item().id());
    row.setItemCode(from.item().code());
    row.setItemName(from.item().name());
    found(row, result);
    row.setObjectionBy(joined(from.objectionBy(), Texts::zh, "、"));
    row.setObjectionByEn(joined(from.objectionBy(), Texts::en, ", "));
    return row;
  }

  private static String joined(List<Texts> texts, Function<Texts, String> in, String comma) {
    return texts.stream().map(in).distinct().collect(Collectors.joining(comma));
  }

  private static void found(ResultRecord row, Published result) {
    row.setVisitedOn(result.visitedOn());
    row.setType(result.type());
    row.setFinding(result.finding());
    row.setMeasures(result.measures().toArray(String[]::new));
    row.setHandling(result.handling());
    row.set(RESULT.DIRECT_REASON, result.directReason());
    row.setPublishedAt(result.publishedAt());
    DueDate objection = result.objectionUntil();
    row.set(RESULT.OBJECTION_UNTIL, objection == null ? null : objection.date());
    row.setObjectionProvisional(objection != null && objection.provisional());
    row.set(RESULT.CORRECTS_ID, result.correctsId());
    row.setCorrectionReason(result.correctionReason());
  }
}
