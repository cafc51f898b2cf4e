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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
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

  /** Rows of one statement. */
  private static final int PART = 10_000;

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

  /** Adds drawn targets, a hundred or a hundred thousand. */
  public void addTargets(UUID drawId, List<TargetRow> rows) {
    inParts(
        rows,
        some ->
            database.execute(
                """
                INSERT INTO drawing.drawn_target
                  (draw_id, r, stratum, position, token, ticket, target_id, unit_id, name)
                SELECT ?::uuid, u.* FROM unnest(?::integer[], ?::text[], ?::integer[], ?::text[],
                  ?::text[], ?::uuid[], ?::text[], ?::text[]) AS u
                """,
                drawId,
                cells(some, TargetRow::r, Integer[]::new),
                cells(some, TargetRow::stratum, String[]::new),
                cells(some, TargetRow::position, Integer[]::new),
                cells(some, TargetRow::token, String[]::new),
                cells(some, TargetRow::ticket, String[]::new),
                cells(some, TargetRow::targetId, UUID[]::new),
                cells(some, TargetRow::unitId, String[]::new),
                cells(some, TargetRow::name, String[]::new)));
  }

  /** Adds filled slots, likewise. */
  public void addSlots(UUID drawId, List<SlotRow> rows) {
    inParts(
        rows,
        some ->
            database.execute(
                """
                INSERT INTO drawing.filled_slot (draw_id, r, position, group_token, role,
                  person_token, visit_id, inspector_id)
                SELECT ?::uuid, u.* FROM unnest(?::integer[], ?::integer[], ?::text[], ?::text[],
                  ?::text[], ?::uuid[], ?::uuid[]) AS u
                """,
                drawId,
                cells(some, SlotRow::r, Integer[]::new),
                cells(some, SlotRow::position, Integer[]::new),
                cells(some, SlotRow::group, String[]::new),
                cells(some, SlotRow::role, String[]::new),
                cells(some, SlotRow::person, String[]::new),
                cells(some, SlotRow::visitId, UUID[]::new),
                cells(some, SlotRow::inspectorId, UUID[]::new)));
  }

  private static <T> void inParts(List<T> rows, Consumer<List<T>> add) {
    for (int from = 0; from < rows.size(); from += PART) {
      add.accept(rows.subList(from, Math.min(from + PART, rows.size())));
    }
  }

  private static <T, R> R[] cells(List<T> rows, Function<T, R> cell, IntFunction<R[]> array) {
    return rows.stream().map(cell).toArray(array);
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
