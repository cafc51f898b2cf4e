package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.MERGER;
import static cn.sunlot.registry.store.jooq.Tables.SURVIVOR;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;

import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.Survivors;
import cn.sunlot.registry.store.jooq.tables.Target;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was merged into what. */
@Repository
@Transactional(readOnly = true)
public class MergerSearch implements Survivors {

  /**
   * A target at the other end of a merger.
   *
   * @param unitId "" where the reader does not see it
   */
  public record Other(UUID id, String unitId, String name) {}

  /** A merger that holds or was taken back, seen from the survivor. */
  public record Row(
      UUID id,
      Other absorbed,
      String reason,
      UUID mergedBy,
      Instant mergedAt,
      @Nullable String separatedReason,
      @Nullable UUID separatedBy,
      @Nullable Instant separatedAt,
      int version) {}

  private final DSLContext database;

  MergerSearch(DSLContext database) {
    this.database = database;
  }

  /** The target that stands for a merged one, the last of a chain. */
  public Optional<Other> findSurvivor(UUID targetId) {
    return database
        .select(SURVIVOR.SURVIVOR_ID, coalesce(TARGET.UNIT_ID, ""), coalesce(TARGET.NAME, ""))
        .from(SURVIVOR)
        .leftJoin(TARGET)
        .on(TARGET.ID.eq(SURVIVOR.SURVIVOR_ID))
        .where(SURVIVOR.ID.eq(targetId))
        .fetchOptional(r -> new Other(r.value1(), r.value2(), r.value3()));
  }

  /** What was merged into a target, newest first; with what was separated again. */
  public List<Row> listOf(UUID survivorId) {
    return database
        .select(MERGER.asterisk(), coalesce(TARGET.UNIT_ID, ""), coalesce(TARGET.NAME, ""))
        .from(MERGER)
        .leftJoin(TARGET)
        .on(TARGET.ID.eq(MERGER.ABSORBED_ID))
        .where(MERGER.SURVIVOR_ID.eq(survivorId))
        .orderBy(MERGER.MERGED_AT.desc(), MERGER.ID.desc())
        .fetch(
            r ->
                new Row(
                    r.get(MERGER.ID),
                    new Other(
                        r.get(MERGER.ABSORBED_ID),
                        r.get(coalesce(TARGET.UNIT_ID, "")),
                        r.get(coalesce(TARGET.NAME, ""))),
                    r.get(MERGER.REASON),
                    r.get(MERGER.MERGED_BY),
                    r.get(MERGER.MERGED_AT),
                    r.get(MERGER.SEPARATED_REASON),
                    r.get(MERGER.SEPARATED_BY),
                    r.get(MERGER.SEPARATED_AT),
                    r.get(MERGER.VERSION)));
  }

  /** Ids under which targets were known that were merged since → that of the survivor, or "". */
  public Map<String, String> mapFormerIds(Scope scope) {
    Target survivor = TARGET.as("last");
    return database
        .select(TARGET.UNIT_ID, coalesce(survivor.UNIT_ID, ""))
        .from(TARGET)
        .join(SURVIVOR)
        .on(SURVIVOR.ID.eq(TARGET.ID))
        .leftJoin(survivor)
        .on(survivor.ID.eq(SURVIVOR.SURVIVOR_ID))
        .where(scope.shares(TARGET.AUTHORITY_ID).and(TARGET.MERGED_INTO.isNotNull()))
        .fetchMap(TARGET.UNIT_ID, coalesce(survivor.UNIT_ID, ""));
  }

  @Override
  public Set<UUID> listWithAbsorbed(UUID targetId) {
    Set<UUID> all =
        new HashSet<>(
            database
                .select(SURVIVOR.ID)
                .from(SURVIVOR)
                .where(SURVIVOR.SURVIVOR_ID.eq(targetId))
                .fetch(SURVIVOR.ID));
    all.add(targetId);
    return all;
  }
}
