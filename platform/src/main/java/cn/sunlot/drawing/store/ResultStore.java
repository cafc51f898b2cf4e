package cn.sunlot.drawing.store;

import static cn.sunlot.drawing.store.jooq.Tables.DRAWN_TARGET;
import static cn.sunlot.drawing.store.jooq.Tables.FILLED_SLOT;
import static cn.sunlot.drawing.store.jooq.Tables.RELEASED;

import cn.sunlot.drawing.store.jooq.tables.records.DrawnTargetRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.RecordMapper;
import org.jooq.SelectLimitStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was drawn, as rows; they are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ResultStore {

  private static final RecordMapper<DrawnTargetRecord, TargetRow> READ =
      t ->
          new TargetRow(
              t.getR(),
              t.getStratum(),
              t.getPosition(),
              t.getToken(),
              t.getTicket(),
              t.getTargetId(),
              t.getUnitId(),
              t.getName());

  private final DSLContext database;

  ResultStore(DSLContext database) {
    this.database = database;
  }

  /** A drawn target; {@code position} counts from 1 within round and stratum. */
  public record TargetRow(
      int r,
      String stratum,
      int position,
      String token,
      String ticket,
      UUID targetId,
      String unitId,
      String name) {}

  /** A filled slot; {@code position} counts from 1 within the round. */
  public record SlotRow(
      int r,
      int position,
      String group,
      String role,
      String person,
      UUID visitId,
      UUID inspectorId) {}

  public void addTargets(UUID drawId, List<TargetRow> rows) {
    database
        .batchInsert(
            rows.stream()
                .map(
                    row -> {
                      var to = database.newRecord(DRAWN_TARGET);
                      to.setDrawId(drawId);
                      to.setR(row.r());
                      to.setStratum(row.stratum());
                      to.setPosition(row.position());
                      to.setToken(row.token());
                      to.setTicket(row.ticket());
                      to.setTargetId(row.targetId());
                      to.setUnitId(row.unitId());
                      to.setName(row.name());
                      return to;
                    })
                .toList())
        .execute();
  }

  public void addSlots(UUID drawId, List<SlotRow> rows) {
    database
        .batchInsert(
            rows.stream()
                .map(
                    row -> {
                      var to = database.newRecord(FILLED_SLOT);
                      to.setDrawId(drawId);
                      to.setR(row.r());
                      to.setPosition(row.position());
                      to.setGroupToken(row.group());
                      to.setRole(row.role());
                      to.setPersonToken(row.person());
                      to.setVisitId(row.visitId());
                      to.setInspectorId(row.inspectorId());
                      return to;
                    })
                .toList())
        .execute();
  }

  /** Drawn targets by round, stratum and position. */
  public List<TargetRow> listTargets(UUID drawId) {
    return listTargets(DRAWN_TARGET.DRAW_ID.eq(drawId));
  }

  /** Some of them in that order. */
  public List<TargetRow> pageTargets(UUID drawId, int offset, int size) {
    return targets(DRAWN_TARGET.DRAW_ID.eq(drawId)).limit(size).offset(offset).fetch(READ);
  }

  private List<TargetRow> listTargets(Condition condition) {
    return targets(condition).fetch(READ);
  }

  private SelectLimitStep<DrawnTargetRecord> targets(Condition condition) {
    return database
        .selectFrom(DRAWN_TARGET)
        .where(condition)
        .orderBy(DRAWN_TARGET.R, DRAWN_TARGET.STRATUM, DRAWN_TARGET.POSITION);
  }

  /** How many targets were drawn. */
  public int countTargets(UUID drawId) {
    return database.fetchCount(DRAWN_TARGET, DRAWN_TARGET.DRAW_ID.eq(drawId));
  }

  /** The row of a drawn target. */
  public Optional<TargetRow> findTarget(UUID drawId, UUID targetId) {
    return listTargets(DRAWN_TARGET.DRAW_ID.eq(drawId).and(DRAWN_TARGET.TARGET_ID.eq(targetId)))
        .stream()
        .findFirst();
  }

  /** Filled slots by round and position. */
  public List<SlotRow> listSlots(UUID drawId) {
    return database
        .selectFrom(FILLED_SLOT)
        .where(FILLED_SLOT.DRAW_ID.eq(drawId))
        .orderBy(FILLED_SLOT.R, FILLED_SLOT.POSITION)
        .fetch(
            s ->
                new SlotRow(
                    s.getR(),
                    s.getPosition(),
                    s.getGroupToken(),
                    s.getRole(),
                    s.getPersonToken(),
                    s.getVisitId(),
                    s.getInspectorId()));
  }

  /** Lets units be opened to everybody; what is released stays so. */
  public void release(UUID drawId, Collection<UUID> targetIds, Instant at) {
    for (UUID targetId : targetIds) {
      database
          .insertInto(RELEASED)
          .set(RELEASED.DRAW_ID, drawId)
          .set(RELEASED.TARGET_ID, targetId)
          .set(RELEASED.AT, at)
          .onConflictDoNothing()
          .execute();
    }
  }

  /** Targets whose units may be opened to everybody. */
  public Set<UUID> listReleased(UUID drawId) {
    return database
        .select(RELEASED.TARGET_ID)
        .from(RELEASED)
        .where(RELEASED.DRAW_ID.eq(drawId))
        .fetchSet(RELEASED.TARGET_ID);
  }
}
