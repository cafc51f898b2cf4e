package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW;
import static cn.sunlot.publicity.store.jooq.Tables.DRAW_EXCLUDED;
import static cn.sunlot.publicity.store.jooq.Tables.DRAW_STRATUM;
import static cn.sunlot.publicity.store.jooq.Tables.NOTICE;
import static cn.sunlot.publicity.store.jooq.Tables.TRANSCRIPT;

import cn.sunlot.drawing.Draws.Draw;
import cn.sunlot.drawing.PublicDraws.Shown;
import cn.sunlot.drawing.PublicDraws.Stratum;
import cn.sunlot.drawing.PublicDraws.Void;
import cn.sunlot.kernel.Regions;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.publicity.store.jooq.tables.records.DrawRecord;
import cn.sunlot.publicity.store.jooq.tables.records.NoticeRecord;
import cn.sunlot.tasking.Tasks.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Public draws, and the notices of their tasks. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DrawRows {

  /**
   * What is announced of a task with its draw.
   *
   * @param title "" where it may not be shown yet
   * @param participants names of departments that take part besides the owner
   * @param groundText on what a joint task outside the plan stands, or ""
   * @param planTitle of the plan that has the line, "" where it may not be shown yet
   * @param lineTitle the same of the line
   * @param items names of the items
   * @param targets how many were drawn and not dropped
   */
  public record Notice(
      Task task,
      String title,
      Owner owner,
      List<String> participants,
      String groundText,
      Optional<PlanLine> line,
      String planTitle,
      String lineTitle,
      List<String> items,
      Draw draw,
      int targets) {}

  private final DSLContext database;

  DrawRows(DSLContext database) {
    this.database = database;
  }

  /**
   * Puts a draw in place of what was shown of it.
   *
   * @param beyondCap how many could be drawn although a ceiling was reached
   */
  public void replace(Shown shown, Rules rules, int beyondCap, Owner owner) {
    UUID id = shown.draw().id();
    database.deleteFrom(DRAW).where(DRAW.ID.eq(id)).execute();
    DrawRecord row = row(shown, rules, owner);
    row.setBeyondCap(beyondCap);
    database.executeInsert(row);
    for (Stratum s : shown.strata()) {
      database
          .insertInto(DRAW_STRATUM)
          .set(DRAW_STRATUM.DRAW_ID, id)
          .set(DRAW_STRATUM.STRATUM, s.name())
          .set(DRAW_STRATUM.REGION, region(s.name()))
          .set(DRAW_STRATUM.SIZE, s.size())
          .set(DRAW_STRATUM.RATE_BP, s.rateBp())
          .set(DRAW_STRATUM.COUNT, s.count())
          .set(DRAW_STRATUM.QUOTA, s.quota())
          .set(DRAW_STRATUM.WEIGHTED, s.weighted())
          .execute();
    }
    shown
        .excluded()
        .forEach(
            (reason, units) ->
                database.insertInto(DRAW_EXCLUDED).values(id, reason, units).execute());
  }

  /** The name of the region of a stratum that is a class in one, e.g. {@code A.331002}; else "". */
  private static String region(String stratum) {
    int dot = stratum.indexOf('.');
    return dot < 0 ? "" : Regions.findName(stratum.substring(dot + 1)).orElse("");
  }

  /** Draws whose transcripts were made before the log had all their steps. */
  public List<UUID> listUnlogged() {
    return database
        .select(TRANSCRIPT.DRAW_ID)
        .from(TRANSCRIPT)
        .where(TRANSCRIPT.LOGGED.isFalse())
        .fetch(TRANSCRIPT.DRAW_ID);
  }

  /** Puts a notice in place of what was shown of its task. */
  public void replace(Notice notice) {
    database.deleteFrom(NOTICE).where(NOTICE.TASK_ID.eq(notice.task().id())).execute();
    database.executeInsert(row(notice));
  }

  /**
   * The rule profile of a draw.
   *
   * @param cosignatures how many witnesses of the log must sign a step before the next begins
   */
  public record Rules(String title, int cosignatures) {}

  private static NoticeRecord row(Notice from) {
    Task task = from.task();
    NoticeRecord row = new NoticeRecord();
    row.setTaskId(task.id());
    row.setAuthorityId(task.authorityId());
    row.setAuthority(from.owner().authority());
    row.setBody(from.owner().body());
    row.setDepartment(from.owner().department());
    row.setNumber(task.number());
    row.setTitle(from.title());
    row.setParticipants(from.participants().toArray(String[]::new));
    row.setGround(task.ground());
    row.setGroundText(from.groundText());
    row.set(NOTICE.PLAN_ID, from.line().map(PlanLine::planId).orElse(null));
    row.setPlanNumber(from.line().map(PlanLine::planNumber).orElse(""));
    row.setPlanTitle(from.planTitle());
    row.setLineTitle(from.lineTitle());
    row.setItemIds(task.itemVersionIds().toArray(UUID[]::new));
    row.setItems(from.items().toArray(String[]::new));
    row.setFromDay(task.from());
    row.setUntilDay(task.to());
    row.set(NOTICE.DRAW_ID, from.draw().id());
    row.set(NOTICE.DRAWN_AT, from.draw().drawnAt());
    row.setTargets(from.targets());
    row.set(NOTICE.ENDED_ON, task.endedOn());
    return row;
  }

  private static DrawRecord row(Shown shown, Rules rules, Owner owner) {
    Draw draw = shown.draw();
    DrawRecord row = new DrawRecord();
    row.setId(draw.id());
    row.setAuthorityId(draw.authorityId());
    row.setAuthority(owner.authority());
    row.setBody(owner.body());
    row.setDepartment(owner.department());
    row.setNumber(draw.number());
    row.setDrawRef(draw.drawId());
    row.setTaskId(draw.taskId());
    row.setTaskNumber(draw.taskNumber());
    row.setPurpose(draw.purpose());
    row.setState(draw.state());
    row.setSuite(shown.suite());
    row.set(DRAW.COMMITMENT_HASH, draw.commitmentHash());
    row.setPoolSize(draw.poolSize());
    row.setFrameSize(draw.frameSize());
    row.setExcludedSize(draw.excludedSize());
    row.setDrawn(shown.drawn());
    row.setRounds(draw.rounds());
    row.setWitnesses(shown.witnesses().toArray(String[]::new));
    row.setPublicSources(shown.sources().toArray(String[]::new));
    row.setProfile(rules.title());
    row.setCosignatures(rules.cosignatures());
    row.set(DRAW.PREVIOUS_ID, draw.previousId());
    row.set(DRAW.COMMITTED_AT, shown.committedAt());
    row.set(DRAW.DRAWN_AT, draw.drawnAt());
    Void voided = shown.voided();
    row.set(DRAW.VOID_CAUSE, voided == null ? null : voided.cause());
    row.set(DRAW.VOID_REASON, voided == null ? null : voided.reason());
    row.set(DRAW.VOID_AT, voided == null ? null : voided.at());
    Instant drawnAt = draw.drawnAt();
    row.setShownAt(drawnAt != null ? drawnAt : Objects.requireNonNull(voided).at());
    return row;
  }
}
