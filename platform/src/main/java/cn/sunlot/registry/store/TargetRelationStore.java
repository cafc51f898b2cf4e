package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TARGET_RELATION;

import cn.sunlot.registry.domain.KnownTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to what, within one authority. */
@Repository
@Transactional
public class TargetRelationStore {

  /** A long chain of premises in premises; nobody has one. */
  private static final int DEEPEST = 50;

  private static final int MOST = 200;

  /**
   * The other end of a relation.
   *
   * @param id null where the registry has no such target, or the reader does not see it
   */
  public record Other(
      String relation,
      String unitId,
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String kind) {}

  private final DSLContext database;

  TargetRelationStore(DSLContext database) {
    this.database = database;
  }

  /** Says what the target belongs to; another one of this relation is replaced. */
  public void save(KnownTarget target, String relation, String toUnitId) {
    database
        .insertInto(TARGET_RELATION)
        .set(TARGET_RELATION.TARGET_ID, target.id())
        .set(TARGET_RELATION.AUTHORITY_ID, target.authorityId())
        .set(TARGET_RELATION.RELATION, relation)
        .set(TARGET_RELATION.TO_UNIT_ID, toUnitId)
        .onConflict(TARGET_RELATION.TARGET_ID, TARGET_RELATION.RELATION)
        .doUpdate()
        .set(TARGET_RELATION.TO_UNIT_ID, toUnitId)
        .execute();
  }

  public void remove(UUID targetId, String relation) {
    database
        .deleteFrom(TARGET_RELATION)
        .where(TARGET_RELATION.TARGET_ID.eq(targetId).and(TARGET_RELATION.RELATION.eq(relation)))
        .execute();
  }

  /** What the target belongs to now, by this relation. */
  public Optional<String> find(UUID targetId, String relation) {
    return database
        .select(TARGET_RELATION.TO_UNIT_ID)
        .from(TARGET_RELATION)
        .where(TARGET_RELATION.TARGET_ID.eq(targetId).and(TARGET_RELATION.RELATION.eq(relation)))
        .fetchOptional(TARGET_RELATION.TO_UNIT_ID);
  }

  /** What a target belongs to. */
  public List<Other> listTo(UUID targetId) {
    return database
        .select(
            TARGET_RELATION.RELATION,
            TARGET_RELATION.TO_UNIT_ID,
            TARGET.ID,
            TARGET.NAME,
            TARGET.KIND)
        .from(TARGET_RELATION)
        .leftJoin(TARGET)
        .on(sameUnit())
        .where(TARGET_RELATION.TARGET_ID.eq(targetId))
        .orderBy(TARGET_RELATION.RELATION)
        .fetch(r -> other(r, r.get(TARGET_RELATION.TO_UNIT_ID)));
  }

  /** What belongs to a target, as far as the reader sees it. */
  public List<Other> listFrom(UUID authorityId, String unitId) {
    return database
        .select(TARGET_RELATION.RELATION, TARGET.UNIT_ID, TARGET.ID, TARGET.NAME, TARGET.KIND)
        .from(TARGET_RELATION)
        .join(TARGET)
        .on(TARGET.ID.eq(TARGET_RELATION.TARGET_ID))
        .where(TARGET_RELATION.AUTHORITY_ID.eq(authorityId))
        .and(TARGET_RELATION.TO_UNIT_ID.eq(unitId))
        .and(TARGET.MERGED_INTO.isNull())
        .orderBy(TARGET_RELATION.RELATION, TARGET.UNIT_ID)
        .limit(MOST)
        .fetch(r -> other(r, r.get(TARGET.UNIT_ID)));
  }

  /** Whether a way along this relation leads from one unit to the other. */
  public boolean leads(UUID authorityId, String relation, String fromUnitId, String toUnitId) {
    Set<String> seen = new LinkedHashSet<>();
    Optional<String> at = Optional.of(fromUnitId);
    while (at.isPresent() && seen.add(at.get()) && seen.size() < DEEPEST) {
      if (at.get().equals(toUnitId)) {
        return true;
      }
      at = next(authorityId, relation, at.get());
    }
    return false;
  }

  private Optional<String> next(UUID authorityId, String relation, String unitId) {
    return database
        .select(TARGET_RELATION.TO_UNIT_ID)
        .from(TARGET_RELATION)
        .join(TARGET)
        .on(TARGET.ID.eq(TARGET_RELATION.TARGET_ID))
        .where(TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.UNIT_ID.eq(unitId)))
        .and(TARGET_RELATION.RELATION.eq(relation))
        .fetchOptional(TARGET_RELATION.TO_UNIT_ID);
  }

  private static Condition sameUnit() {
    return TARGET
        .AUTHORITY_ID
        .eq(TARGET_RELATION.AUTHORITY_ID)
        .and(TARGET.UNIT_ID.eq(TARGET_RELATION.TO_UNIT_ID));
  }

  private static Other other(Record r, String unitId) {
    return new Other(
        r.get(TARGET_RELATION.RELATION),
        unitId,
        r.get(TARGET.ID),
        r.get(TARGET.NAME),
        r.get(TARGET.KIND));
  }
}
