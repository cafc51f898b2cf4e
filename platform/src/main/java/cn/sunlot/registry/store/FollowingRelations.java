package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET_RELATION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Merger.Belonging;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets relations follow a target that is merged into another, and come back. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class FollowingRelations {

  /** All of them, or those that are named; each of their targets has it in its history. */
  private static final String LEAD =
      """
      WITH moved AS (
        UPDATE registry.target_relation SET to_unit_id = ?
        WHERE authority_id = ? AND to_unit_id = ? AND (CAST(? AS uuid[]) IS NULL
          OR (target_id, relation) IN (SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]))))
        RETURNING target_id, authority_id, relation
      ), marked AS (
        UPDATE registry.target t SET version = t.version + 1, updated_at = CAST(? AS timestamptz)
        WHERE t.id IN (SELECT target_id FROM moved)
      ), logged AS (
        INSERT INTO registry.target_change
          (id, target_id, authority_id, at, person_id, reason, changes)
        SELECT kernel.next_id(), target_id, authority_id, CAST(? AS timestamptz), CAST(? AS uuid),
          ?, jsonb_object_agg('relations.' || relation, jsonb_build_array(CAST(? AS text), CAST(? AS text)))
        FROM moved GROUP BY target_id, authority_id
      )
      SELECT target_id, relation FROM moved ORDER BY target_id, relation
      """;

  private final DSLContext database;
  private final Clock clock;

  FollowingRelations(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a target belongs to, another belongs to as well, where it belongs to nothing by that
   * relation.
   *
   * @return the relations that it took over
   */
  public List<String> takeOver(KnownTarget survivor, KnownTarget absorbed) {
    return database
        .insertInto(
            TARGET_RELATION,
            TARGET_RELATION.TARGET_ID,
            TARGET_RELATION.AUTHORITY_ID,
            TARGET_RELATION.RELATION,
            TARGET_RELATION.TO_UNIT_ID)
        .select(
            select(
                    val(survivor.id()),
                    TARGET_RELATION.AUTHORITY_ID,
                    TARGET_RELATION.RELATION,
                    TARGET_RELATION.TO_UNIT_ID)
                .from(TARGET_RELATION)
                .where(TARGET_RELATION.TARGET_ID.eq(absorbed.id())))
        .onConflictDoNothing()
        .returningResult(TARGET_RELATION.RELATION)
        .fetch(TARGET_RELATION.RELATION);
  }

  /** Gives back those of these relations in which it still belongs to what the other does. */
  public void giveBack(KnownTarget survivor, KnownTarget absorbed, List<String> relations) {
    var others = TARGET_RELATION.as("others");
    database
        .deleteFrom(TARGET_RELATION)
        .where(TARGET_RELATION.TARGET_ID.eq(survivor.id()))
        .and(TARGET_RELATION.RELATION.in(relations))
        .and(
            TARGET_RELATION.TO_UNIT_ID.eq(
                select(others.TO_UNIT_ID)
                    .from(others)
                    .where(others.TARGET_ID.eq(absorbed.id()))
                    .and(others.RELATION.eq(TARGET_RELATION.RELATION))))
        .execute();
  }

  /**
   * What belongs to one target belongs to another from now on.
   *
   * @param only these, or null for all
   */
  public List<Belonging> lead(
      KnownTarget from, KnownTarget to, @Nullable List<Belonging> only, String reason) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    UUID @Nullable [] ids =
        only == null ? null : only.stream().map(Belonging::targetId).toArray(UUID[]::new);
    String @Nullable [] relations =
        only == null ? null : only.stream().map(Belonging::relation).toArray(String[]::new);
    return database
        .fetch(
            LEAD,
            to.unitId().value(),
            from.authorityId(),
            from.unitId().value(),
            ids,
            ids,
            relations,
            now,
            now,
            SignedIn.get().personId(),
            reason,
            from.unitId().value(),
            to.unitId().value())
        .map(r -> new Belonging(r.get(0, UUID.class), r.get(1, String.class)));
  }
}
