package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_DECLARATION;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.registry.domain.Declaration;
import cn.sunlot.registry.domain.KnownInspector;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Interests that inspectors declared in businesses and people. */
@Repository
@Transactional
public class DeclarationStore {

  /**
   * Single targets, and those that a declaration hits today; each by an index or one scan. What was
   * merged into another is hit under both.
   */
  private static final String INTERESTS =
      """
      WITH hit AS (
      SELECT inspector_id, target_id FROM registry.inspector_interest WHERE authority_id = {0}
      UNION
      SELECT d.inspector_id, t.id
      FROM registry.inspector_declaration d
      JOIN registry.target t ON t.authority_id = d.authority_id AND t.unit_id = d.unit_id
      WHERE d.authority_id = {0} AND d.kind = 'business'
      UNION
      SELECT d.inspector_id, t.id
      FROM registry.inspector_declaration d
      JOIN registry.target t ON t.authority_id = d.authority_id AND t.responsible_person = d.name
      WHERE d.authority_id = {0} AND d.kind = 'person' AND t.merged_into IS NULL
      )
      SELECT inspector_id, target_id FROM hit
      UNION
      SELECT hit.inspector_id, s.survivor_id FROM hit JOIN registry.survivor s ON s.id = hit.target_id
      """;

  private final DSLContext database;
  private final Clock clock;

  DeclarationStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds it, unless the inspector declared the same before. */
  public boolean add(KnownInspector inspector, Declaration declaration) {
    return database
            .insertInto(INSPECTOR_DECLARATION)
            .set(INSPECTOR_DECLARATION.ID, declaration.id())
            .set(INSPECTOR_DECLARATION.INSPECTOR_ID, inspector.id())
            .set(INSPECTOR_DECLARATION.AUTHORITY_ID, inspector.authorityId())
            .set(INSPECTOR_DECLARATION.KIND, Lifecycle.wireName(declaration.kind()))
            .set(INSPECTOR_DECLARATION.UNIT_ID, declaration.unitId())
            .set(INSPECTOR_DECLARATION.NAME, declaration.name())
            .set(INSPECTOR_DECLARATION.RELATION, Lifecycle.wireName(declaration.relation()))
            .set(INSPECTOR_DECLARATION.REASON, declaration.reason())
            .set(INSPECTOR_DECLARATION.DECLARED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Takes it away and gives what it was, if it was there. */
  public Optional<Declaration> remove(UUID inspectorId, UUID id) {
    return database
        .deleteFrom(INSPECTOR_DECLARATION)
        .where(INSPECTOR_DECLARATION.ID.eq(id))
        .and(INSPECTOR_DECLARATION.INSPECTOR_ID.eq(inspectorId))
        .returning()
        .fetchOptional(DeclarationStore::declaration);
  }

  /** By name. */
  public List<Declaration> list(UUID inspectorId) {
    return database
        .selectFrom(INSPECTOR_DECLARATION)
        .where(INSPECTOR_DECLARATION.INSPECTOR_ID.eq(inspectorId))
        .orderBy(INSPECTOR_DECLARATION.KIND, INSPECTOR_DECLARATION.NAME)
        .fetch(DeclarationStore::declaration);
  }

  /** Inspector → targets they must not visit, by all that was declared. */
  Map<UUID, Set<UUID>> interests(UUID authorityId) {
    Map<UUID, Set<UUID>> interests = new HashMap<>();
    for (Record row : database.fetch(INTERESTS, authorityId)) {
      interests
          .computeIfAbsent(row.get(0, UUID.class), k -> new HashSet<>())
          .add(row.get(1, UUID.class));
    }
    return interests;
  }

  private static Declaration declaration(Record r) {
    return new Declaration(
        r.get(INSPECTOR_DECLARATION.ID),
        Lifecycle.parse(Declaration.Kind.class, r.get(INSPECTOR_DECLARATION.KIND)),
        r.get(INSPECTOR_DECLARATION.UNIT_ID),
        r.get(INSPECTOR_DECLARATION.NAME),
        Lifecycle.parse(Declaration.Relation.class, r.get(INSPECTOR_DECLARATION.RELATION)),
        r.get(INSPECTOR_DECLARATION.REASON));
  }
}
